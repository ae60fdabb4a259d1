/**
 * The units that workbooks and tables name where there is no register. What a table states of kind and unit above goes
 * first: a workbook that lost its hidden sheet no longer says them.
 */
import { type Finding, parseUnitCode } from '../../kernel/index.ts';
import { KIND_WORDS } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { Identified } from './accept.ts';
import { type FigureTable, type NamedUnit, tableUnits } from './table.ts';

interface Named {
  readonly units: readonly NamedUnit[];
  readonly findings: readonly Finding[];
}

const isOfBook = ({ at }: NamedUnit): boolean => at.line === undefined;

export function namedUnits(books: readonly Identified[], tables: readonly FigureTable[], scheme: Scheme): Named {
  const units: NamedUnit[] = [];
  const findings: Finding[] = [];
  const places = new Map<string, number>();
  const put = (unit: NamedUnit, at = units.length): void => {
    units[at] = unit;
    places.set(unit.code, at);
    if (!places.has(unit.name)) places.set(unit.name, at);
  };
  const placeOf = ({ code, name }: NamedUnit): number | undefined => {
    const byName = places.get(name);
    // One that is known by its name alone is the one whose code stands here.
    return places.get(code) ?? (byName !== undefined && units[byName]?.code === name ? byName : undefined);
  };
  for (const unit of namedByBooks(books)) if (!places.has(unit.code)) put(unit);
  for (const table of tables) {
    for (const row of tableUnits(table, scheme, (unit) => places.has(unit))) {
      const at = placeOf(row);
      const known = at === undefined ? undefined : units[at];
      if (known === undefined) {
        put(row);
        continue;
      }
      const { unit, beaten } = together(known, row);
      put(unit, at);
      if (beaten !== undefined) findings.push(kindDiffers(unit, beaten, beaten === known ? row : known));
    }
  }
  for (const { guessed, at, code, name, kind } of units.filter(isOfBook)) {
    const data = { file: at.file ?? '', of: name, kind: KIND_WORDS[kind] };
    if (guessed) findings.push({ code: 'collect.file.kindGuessed', severity: 'warn', at: { ...at, unit: code }, data });
  }
  return { units: belowThePrefecture(units), findings };
}

/** What is known of a unit and what a table states of it; `beaten` said another kind. */
function together(known: NamedUnit, row: NamedUnit): { readonly unit: NamedUnit; readonly beaten?: NamedUnit } {
  const wins = !row.guessed && (known.guessed || isOfBook(known)) ? row : known;
  const differ = !known.guessed && !row.guessed && known.kind !== row.kind;
  const parent = isOfBook(known) ? (row.parent ?? known.parent) : (known.parent ?? row.parent);
  return {
    unit: {
      ...known,
      code: known.code === known.name ? row.code : known.code,
      kind: wins.kind,
      guessed: wins.guessed,
      at: wins.at,
      ...(parent === undefined ? {} : { parent }),
      attributes: Object.assign(Object.create(null), row.attributes, known.attributes),
    },
    ...(differ ? { beaten: wins === row ? known : row } : {}),
  };
}

const kindDiffers = ({ code, name }: NamedUnit, beaten: NamedUnit, taken: NamedUnit): Finding => ({
  code: 'collect.file.kindDiffers',
  severity: 'error',
  at: { ...beaten.at, unit: code },
  data: {
    file: beaten.at.file ?? '',
    of: name,
    got: KIND_WORDS[beaten.kind],
    asked: KIND_WORDS[taken.kind],
    by: taken.at.file ?? '',
  },
});

function namedByBooks(books: readonly Identified[]): NamedUnit[] {
  return books.flatMap(({ file, identity }): NamedUnit[] => {
    const code = parseUnitCode(identity.unit);
    if (code === undefined) return [];
    const kind = identity.kind ?? (identity.dept === undefined ? 'county' : 'prefecture');
    const guessed = identity.kind === undefined;
    return [{ code, name: identity.name ?? code, kind, guessed, attributes: {}, at: { file } }];
  });
}

/** Counties stand below the prefecture that files beside them. */
function belowThePrefecture(units: readonly NamedUnit[]): readonly NamedUnit[] {
  const [top, second] = units.filter((unit) => isOfBook(unit) && unit.kind === 'prefecture');
  if (top === undefined || second !== undefined) return units;
  return units.map((unit) =>
    unit === top || !isOfBook(unit) || unit.parent !== undefined ? unit : { ...unit, parent: top.code },
  );
}
