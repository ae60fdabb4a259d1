/**
 * 任务分解表: what a scheme asks of each department, as a workbook. One with a sheet a department, or one workbook each
 * to hand out (按部门拆分).
 */
import { type CellPlan, type SheetPlan, type WorkbookPlan, writeWorkbook } from '../engines/sheet/index.ts';
import { periodOf, printExact, speakPeriod } from '../kernel/index.ts';
import type { Level } from './contract.ts';
import type { Scheme } from './scheme.ts';

const LEVELS: Readonly<Record<Level, string>> = {
  province: '省级',
  prefecture: '市级',
  county: '县级',
  school: '学校',
};
const MODES = { upload: '上传', pages: '只上传首页和相关页', onsite: '现场查阅' } as const;

const text = (words: string, look: CellPlan['look'] = 'label'): CellPlan => ({
  content: { kind: 'text', text: words },
  look,
});
const row = (words: readonly string[], look?: CellPlan['look']) => words.map((each) => text(each, look));

interface Office {
  readonly code: string;
  readonly name: string;
}

/** Departments that state an item or lead or assist an indicator, in the order of the scheme. */
export function officesAsked(scheme: Scheme): readonly Office[] {
  return [...scheme.departments]
    .map(([code, { name }]) => ({ code: code as string, name }))
    .filter(({ code }) => itemsOf(scheme, code).length > 0 || leavesOf(scheme, code).length > 0);
}

const itemsOf = (scheme: Scheme, dept: string) =>
  [...scheme.items.values()].flatMap((item) =>
    Object.entries(item.by).flatMap(([level, by]) => (by === dept ? [{ item, level: level as Level }] : [])),
  );

const leavesOf = (scheme: Scheme, dept: string) =>
  scheme.indicators.flatMap((indicator) => {
    const { leaf } = indicator;
    if (leaf === undefined) return [];
    if (leaf.lead === dept) return [{ indicator, leaf, part: '牵头' }];
    return leaf.assist.some((each) => each === dept) ? [{ indicator, leaf, part: '配合' }] : [];
  });

/** One sheet: indicators it leads or assists with what proves them, then items it states. */
function sheetOf(scheme: Scheme, { code, name }: Office): SheetPlan {
  const leaves = leavesOf(scheme, code).map(({ indicator, leaf, part }) => [
    indicator.code,
    indicator.name,
    part,
    printExact(indicator.points) ?? '',
    leaf.levels.map((level) => LEVELS[level]).join('、'),
    leaf.evidence.map((each) => `${each.name}（${MODES[each.mode]}）`).join('；'),
  ]);
  const items = itemsOf(scheme, code).map(({ item, level }) => [
    item.code,
    item.name,
    LEVELS[level],
    item.unit,
    speakPeriod(periodOf(item.period, scheme.year)),
    item.definition ?? '',
  ]);
  return {
    name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    widths: [16, 40, 12, 14, 24, 60],
    frozenRows: 1,
    rows: [
      row([`${scheme.name}（第 ${scheme.version} 版）任务分解：${name}`], 'title'),
      row(['一、负责的指标'], 'note'),
      row(['指标', '名称', '分工', '分值', '评价对象', '佐证材料'], 'head'),
      ...leaves.map((each) => row(each)),
      row(['二、填报的数据项'], 'note'),
      row(['数据项', '名称', '层级', '单位', '时间', '口径'], 'head'),
      ...items.map((each) => row(each)),
    ],
  };
}

const summary = (scheme: Scheme, offices: readonly Office[]): SheetPlan => ({
  name: '汇总',
  widths: [30, 14, 14, 14],
  frozenRows: 2,
  rows: [
    row([`${scheme.name}（第 ${scheme.version} 版）任务分解表`], 'title'),
    row(['部门', '牵头指标', '配合指标', '填报数据项'], 'head'),
    ...offices.map(({ code, name }) => {
      const leaves = leavesOf(scheme, code);
      const led = leaves.filter(({ part }) => part === '牵头').length;
      return row([name, String(led), String(leaves.length - led), String(itemsOf(scheme, code).length)]);
    }),
  ],
});

export function breakdown(scheme: Scheme): WorkbookPlan {
  const offices = officesAsked(scheme);
  return { sheets: [summary(scheme, offices), ...offices.map((office) => sheetOf(scheme, office))] };
}

/** One workbook a department, by the name of the department. */
export const breakdownEach = (scheme: Scheme): readonly { readonly name: string; readonly bytes: Uint8Array }[] =>
  officesAsked(scheme).map((office) => ({
    name: `${office.name}.xlsx`,
    bytes: writeWorkbook({ sheets: [sheetOf(scheme, office)] }),
  }));
