/** Of whom: the units an evaluation speaks of, as one register holds them for one year. */
import type { Place, UnitCode } from '../kernel/index.ts';

/** A `zone` (功能区) is judged alone but counted in a host; level is never inferred from the name (县级市). */
export type UnitKind = 'province' | 'prefecture' | 'county' | 'zone' | 'school';

export interface OrgUnit {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: UnitCode;
  /** For a zone: the county whose statistics hold its schools. */
  readonly host?: UnitCode;
  /** For schools: `type`, `ownership`, `area`, ... as the register's columns name them; read in formulas as `@type`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The row of the register or of the list that names it, where it was read from one. */
  readonly at?: Place;
}

/** Units in 行政区划 order, children after their parent. */
export interface OrgTree {
  readonly root: OrgUnit;
  readonly units: readonly OrgUnit[];
  /** By code, then by exact name. */
  find(codeOrName: string): OrgUnit | undefined;
  children(of: UnitCode): readonly OrgUnit[];
  /** All units of the kind at or below `of`. */
  below(of: UnitCode, kind: UnitKind): readonly OrgUnit[];
}
