/** Results as a workbook to take away: points and lost points of every unit and leaf. Texts stay texts. Pure. */
import type { CellPlan, SheetPlan, WorkbookPlan } from '../../engines/sheet/index.ts';
import { decimal, printDecimal, subtract } from '../../kernel/index.ts';
import type { IndicatorResult, Results, UnitResult } from '../contract.ts';

const text = (words: string, look: CellPlan['look'] = 'label'): CellPlan => ({
  content: { kind: 'text', text: words },
  look,
});
const number = (digits: string, decimals: number): CellPlan => ({
  content: { kind: 'number', text: digits, decimals },
  look: 'fixed',
});

interface Told {
  readonly title: string;
  /** 「各县自评，未经核定，不作排名」. */
  readonly note: string;
  readonly decimals: number;
}

export function resultsWorkbook({ units }: Pick<Results, 'units'>, told: Told): WorkbookPlan {
  const leaves = new Map(units.flatMap(({ results }) => results.map((leaf) => [leaf.code, leaf] as const)));
  const { decimals } = told;
  const points = ({ points }: IndicatorResult): string | undefined => points;
  const lost = ({ points, of }: IndicatorResult): string | undefined =>
    points === undefined ? undefined : printDecimal(subtract(decimal(of), decimal(points)), decimals);
  // A grade is of the sum and what was added to it.
  const heads = ['单位', '代码', '总分', ...(units.some(hasBonus) ? ['加分'] : []), '等次'];
  const sheet = (name: string, cell: typeof points): SheetPlan => ({
    name,
    widths: [16, 12, ...heads.slice(2).map(() => 10), ...[...leaves].map(() => 9)],
    frozenRows: 4,
    rows: [
      [text(told.title, 'title')],
      [text(told.note, 'note')],
      [...heads, ...[...leaves.values()].map(({ code, name }) => `${code} ${name}`)].map((head) => text(head, 'head')),
      [
        ...heads.map((_, at) => text(at === 0 ? '分值' : '', 'head')),
        ...[...leaves.values()].map(({ of }) => number(of, decimals)),
      ],
      ...units.map((unit) => rowOf(unit, heads.includes('加分'), [...leaves.keys()], cell, decimals)),
    ],
  });
  return { sheets: [sheet('失分', lost), sheet('得分', points), reasonsOf(units, told)] };
}

const hasBonus = ({ bonus }: UnitResult): boolean => /[1-9]/.test(bonus);

function rowOf(
  { unit, code, score, bonus, grade, results }: UnitResult,
  withBonus: boolean,
  leaves: readonly string[],
  cell: (leaf: IndicatorResult) => string | undefined,
  decimals: number,
): readonly CellPlan[] {
  const byCode = new Map(results.map((leaf) => [leaf.code, leaf]));
  return [
    text(unit),
    text(code),
    number(score, decimals),
    ...(withBonus ? [number(bonus, decimals)] : []),
    text(grade),
    ...leaves.map((each) => {
      const leaf = byCode.get(each);
      if (leaf === undefined) return text('—');
      const digits = cell(leaf);
      return digits === undefined ? text('缺') : number(digits, decimals);
    }),
  ];
}

/** One row a unit and leaf, with the sentence why. */
const reasonsOf = (units: readonly UnitResult[], { decimals }: Told): SheetPlan => ({
  name: '逐项理由',
  widths: [16, 10, 28, 10, 10, 18, 80],
  frozenRows: 1,
  rows: [
    ['单位', '指标', '名称', '得分', '分值', '实际', '理由'].map((head) => text(head, 'head')),
    ...units.flatMap(({ unit, results }) =>
      results.map(({ code, name, points, of, shown, why }) => [
        text(unit),
        text(code),
        text(name),
        points === undefined ? text('缺') : number(points, decimals),
        number(of, decimals),
        text(shown),
        text(why),
      ]),
    ),
  ],
});
