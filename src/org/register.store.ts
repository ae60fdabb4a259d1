/** The register of a tenant as it stood on a day: numbers for life, with the codes, names and places of that day. */
import { sql } from 'kysely';
import type { UnitCode } from '../kernel/index.ts';
import type { Tx } from '../platform/index.ts';
import type { OrgTree, OrgUnit } from './contract.ts';
import { buildOrgTree, type OrgRow } from './tree.ts';

export interface Register {
  readonly tree: OrgTree;
  readonly rows: readonly OrgRow[];
  /** Number of the unit with this code on the day. */
  numberOf(code: string): number | undefined;
  unitOf(number: number): OrgUnit | undefined;
}

/** Trees of the last days asked for; each holds until the tenant's register is raised. */
const KEPT = 8;
const kept = new Map<string, Register>();

/** Throws `org.empty` for a tenant without units on the day. */
export async function loadRegister(tx: Tx, tenant: number, day: string): Promise<Register> {
  const edition = await tx
    .selectFrom('tenant')
    .select(registerEdition)
    .where('tenant.tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return registerAt(tx, tenant, day, edition);
}

/** Columns that tell one register from another. A process may serve several databases in its life, each with such a tenant. */
export const registerEdition = [
  'tenant.register',
  'tenant.created_at as register_since',
  sql<string>`current_database()`.as('register_in'),
] as const;

export interface RegisterEdition {
  readonly register: number;
  readonly register_since: Date;
  readonly register_in: string;
}

/** The same where the edition is known already. */
export async function registerAt(
  tx: Tx,
  tenant: number,
  day: string,
  { register, register_since, register_in }: RegisterEdition,
): Promise<Register> {
  const key = `${register_in} ${tenant} ${register_since.getTime()} ${day} ${register}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const read = await readRegisterOn(tx, tenant, day);
  kept.set(key, read);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return read;
}

async function readRegisterOn(tx: Tx, tenant: number, day: string): Promise<Register> {
  const states = await statesOn(tx, tenant, day);
  const codes = new Map(states.map(({ unit, code }) => [unit, code]));
  const rows = states.map(({ code, name, kind, parent, host, attributes }): OrgRow => {
    const [above, hosting] = [codes.get(parent ?? -1), codes.get(host ?? -1)];
    return {
      code: code as UnitCode,
      name,
      kind,
      attributes,
      at: {},
      ...(above === undefined ? {} : { parent: above }),
      ...(hosting === undefined ? {} : { host: hosting }),
    };
  });
  const { tree } = buildOrgTree(rows);
  const numbers = new Map(states.map(({ unit, code }) => [code, unit]));
  return {
    tree,
    rows,
    numberOf: (code) => numbers.get(code),
    unitOf: (number) => tree.find(codes.get(number) ?? ''),
  };
}

export const statesOn = (tx: Tx, tenant: number, day: string) =>
  tx
    .selectFrom('unit_state')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .orderBy('place')
    .orderBy('unit')
    .execute();

export async function nextNumber(tx: Tx, tenant: number): Promise<number> {
  const last = await tx
    .selectFrom('unit')
    .where('tenant', '=', tenant)
    .select(({ fn }) => fn.max('unit').as('unit'))
    .executeTakeFirst();
  return (last?.unit ?? 0) + 1;
}

export async function addNumbers(tx: Tx, tenant: number, numbers: readonly number[], at: Date): Promise<void> {
  await sql`insert into unit (tenant, unit, created_at) select ${tenant}, number, ${at} from unnest(${numbers}::integer[]) number`.execute(
    tx,
  );
}

export interface UnitState {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  readonly kind: OrgUnit['kind'];
  readonly parent: number | null;
  readonly host: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: number;
}

/** Changes of a tenant's register come one after the other; called before anything is read. */
export async function holdRegister(tx: Tx, tenant: number): Promise<void> {
  await tx.selectFrom('tenant').select('tenant').where('tenant', '=', tenant).forNoKeyUpdate().execute();
}

/** The register stays as it is until the transaction ends; others may read it with the same promise. */
export async function keepRegister(tx: Tx, tenant: number): Promise<void> {
  await tx.selectFrom('tenant').select('tenant').where('tenant', '=', tenant).forShare().execute();
}

/** Ends what held before `begins` and begins the new states; a second import of the same day replaces the first. */
export async function replaceStates(
  tx: Tx,
  tenant: number,
  begins: string,
  states: readonly UnitState[],
): Promise<void> {
  const units = states.map(({ unit }) => unit);
  await sql`update unit_state set ends = ${begins}
    where tenant = ${tenant} and unit = any(${units}::integer[]) and begins < ${begins} and (ends is null or ends > ${begins})`.execute(
    tx,
  );
  await sql`insert into unit_state (tenant, unit, begins, code, name, kind, parent, host, attributes, place)
    select ${tenant}, s.unit, ${begins}, s.code, s.name, s.kind, s.parent, s.host, s.attributes, s.place
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
        as s(unit integer, code text, name text, kind text, parent integer, host integer, attributes jsonb, place integer)
    on conflict (tenant, unit, begins) do update
      set code = excluded.code, name = excluded.name, kind = excluded.kind, parent = excluded.parent,
          host = excluded.host, attributes = excluded.attributes, place = excluded.place, ends = null`.execute(tx);
  await tx
    .updateTable('tenant')
    .set(({ eb }) => ({ register: eb('register', '+', 1) }))
    .where('tenant', '=', tenant)
    .execute();
}
