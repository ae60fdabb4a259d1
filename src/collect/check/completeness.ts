/** What was asked and is not there, and what is there outside its bounds or of another nature than asked. */
import {
  compare,
  type DeptCode,
  divide,
  type Finding,
  multiply,
  parseDecimal,
  printMeasure,
  unitDefinition,
} from '../../kernel/index.ts';
import { levelOf } from '../../org/pure.ts';
import type { SchemeCheck, SchemeItem } from '../../scheme/on-files.ts';
import { placeOf } from '../read/desk.ts';
import {
  type Check,
  type Checked,
  type CheckedFigure,
  concerned,
  type FigureCheck,
  findingAt,
  numberOf,
  type Pair,
} from './checked.ts';

/** An empty cell; a cell whose words could not be used has had its finding. */
const isEmpty = (figure: CheckedFigure | undefined): boolean =>
  figure === undefined ||
  (figure.value.kind === 'gap' && figure.value.why === 'missing' && figure.typed.text.trim() === '');

/** Required items of everyone who handed something in; who handed in nothing is named once elsewhere. */
export const required: Check = (check, of) => {
  const { scheme, submission } = of;
  const asked = [...scheme.items.values()].filter(
    ({ required, code }) => required && (check.items.length === 0 || check.items.includes(code)),
  );
  const pairs = new Map(of.pairs.map((pair) => [`${pair.unit.code}\t${pair.item.code}`, pair]));
  const present = new Set<string>();
  for (const { unit, item, level } of of.pairs) {
    present.add(unit.code);
    present.add(`${unit.code}\t${scheme.items.get(item.code)?.by[level] ?? ''}`);
  }
  const above = submission.org.units
    .filter(({ kind }) => kind !== 'school')
    .flatMap((unit): Finding[] => {
      const level = levelOf(unit);
      if (!check.levels.includes(level)) return [];
      return asked.flatMap((item): Finding[] => {
        const dept = item.by[level];
        // A county files one workbook for all its departments, so any of them shows that it came.
        const came = present.has(unit.kind === 'prefecture' ? `${unit.code}\t${dept}` : unit.code);
        const pair: Pair = pairs.get(`${unit.code}\t${item.code}`) ?? { unit, level, item };
        if (dept === undefined || !came) return [];
        const { prior } = pair;
        return [
          ...(isEmpty(pair.now) ? [inFile(findingAt(check, pair, {}), pair, dept, of)] : []),
          // A form without last year's column is told once, where it is read.
          ...(item.prior && prior !== undefined && isEmpty(prior) && numberOf(pair.now) !== undefined
            ? [emptyPrior(check, pair, prior, of)]
            : []),
        ];
      });
    });
  return [...above, ...emptySchoolCells(check, of, new Set(asked.map(({ code }) => code)))];
};

/** A row that is gone from the form is missing in the workbook that its unit filed. */
function inFile(finding: Finding, { unit }: Pair, dept: DeptCode, { submission }: Checked): Finding {
  if (finding.at.file !== undefined) return finding;
  const filed = submission.files.find(
    ({ from }) => from?.unit === unit.code && from.part === 'forms' && (from.dept === undefined || from.dept === dept),
  );
  return filed === undefined ? finding : { ...finding, at: { ...finding.at, file: filed.file } };
}

/** Last year's cell left empty: no change, no growth and none of the points that ask for them. */
const emptyPrior = (
  check: SchemeCheck,
  pair: Pair,
  prior: CheckedFigure,
  { submission: { year } }: Checked,
): Finding => ({
  code: check.id,
  severity: check.severity,
  at: placeOf(prior.source, pair.unit.code, pair.item.code),
  data: { item: pair.item.name, of: pair.unit.name, year: year - 1 },
});

function emptySchoolCells(
  check: SchemeCheck,
  { scheme, submission }: Checked,
  asked: ReadonlySet<SchemeItem['code']>,
): Finding[] {
  return submission.figures.flatMap((figure): Finding[] => {
    if (figure.value.kind !== 'gap' || !isEmpty(figure) || !asked.has(figure.key.item)) return [];
    const unit = submission.org.find(figure.key.subject);
    const item = scheme.items.get(figure.key.item);
    if (unit?.kind !== 'school' || item?.by.school === undefined) return [];
    const at = placeOf(figure.source, unit.code, item.code);
    return [{ code: check.id, severity: check.severity, at, data: { item: item.name, of: unit.name } }];
  });
}

/** Beyond `params.least` or `params.most`, in the item's unit; an item's own bounds are held when its cell is read. */
export const range: FigureCheck = (check, of) =>
  concerned(check, of).flatMap((pair): Finding[] => {
    const { item } = pair;
    const now = numberOf(pair.now);
    if (now === undefined || item.type !== 'number') return [];
    const { inBase } = unitDefinition(item.unit);
    const [least, most] = [check.params.least, check.params.most].map((text) => parseDecimal(text ?? ''));
    const below = least !== undefined && compare(now.exact, multiply(least, inBase)) < 0;
    const above = most !== undefined && compare(now.exact, multiply(most, inBase)) > 0;
    if (!below && !above) return [];
    const limit = (below ? least : most) ?? divide(now.exact, inBase);
    const print = (exact: typeof now.exact): string => printMeasure({ ...now, exact }, item.unit);
    const data = {
      value: print(now.exact),
      limit: print(multiply(limit, inBase)),
      side: below ? 'min' : 'max',
      unit: item.unit,
    };
    return [findingAt(check, pair, data)];
  });

/** One finding for a column of a sheet whose head names another nature than the scheme asks. */
export const natureMixed: Check = (check, of) => {
  const groups = new Map<
    string,
    { readonly pair: Pair; readonly got: string; readonly asked: string; readonly year: number; count: number }
  >();
  for (const pair of concerned(check, of)) {
    for (const [figure, asked, year] of [
      [pair.now, pair.item.nature?.this, of.submission.year],
      [pair.prior, pair.item.nature?.prior, of.submission.year - 1],
    ] as const) {
      if (figure?.nature === undefined || asked === undefined || figure.nature === asked) continue;
      const place = placeOf(figure.source, pair.unit.code, pair.item.code);
      const key = `${place.file}\t${place.sheet}\t${year}\t${figure.nature}`;
      const group = groups.get(key) ?? { pair, got: figure.nature, asked, year, count: 0 };
      group.count += 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ pair, got, asked, year, count }) =>
    findingAt(check, pair, { got, asked, year, count }),
  );
};
