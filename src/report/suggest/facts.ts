/** Facts of the report itself: its years, score and grade. */
import type { Scheme } from '../../scheme/on-files.ts';
import type { Asking, Candidate } from './contract.ts';

interface FactForm {
  readonly fact: string;
  readonly name: string;
  readonly format: string;
  readonly kind: Asking['kind'];
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly score: number;
}

/** The year of a whole date says when something happened, which no fact of the report knows; that of a span it covers does. */
const YEAR_ALONE = /^年(?!(?:\d{1,2}|[XxＸ×*_○]+)月)|^年1月1日(?:至|—)/;

const FORMS: readonly FactForm[] = [
  { fact: '@schoolYear', name: '学年', format: '文字', kind: 'year', after: /^学年/, score: 0.9 },
  { fact: '@nextYear', name: '下一年', format: '年份', kind: 'year', after: /^年(?:将|力争|计划|拟)/, score: 0.9 },
  { fact: '@year', name: '评价年度', format: '年份', kind: 'year', after: YEAR_ALONE, score: 0.72 },
  { fact: '@year', name: '评价年度', format: '年份', kind: 'year', after: /^年/, score: 0.4 },
  { fact: '@priorYear', name: '上一年', format: '年份', kind: 'year', before: /(?:比|较|上年|与)$/, score: 0.8 },
  { fact: '@nextYear', name: '下一年', format: '年份', kind: 'year', score: 0.3 },
  { fact: '@priorYear', name: '上一年', format: '年份', kind: 'year', score: 0.28 },
  {
    fact: '@indicators',
    name: '评价指标数',
    format: '年份',
    kind: 'count',
    before: /评价方案.{0,6}$/,
    after: /^项评价指标/,
    score: 0.95,
  },
  {
    fact: '@score',
    name: '自评得分（系统测算）',
    format: '分 2',
    kind: 'count',
    before: /得分$/,
    after: /^分/,
    score: 0.7,
  },
  { fact: '@lostCount', name: '失分指标数', format: '年份', kind: 'count', after: /^项指标未(?:得|全部)/, score: 0.9 },
  { fact: '@bonus', name: '加分', format: '分 2', kind: 'count', before: /加分$/, after: /^分/, score: 0.9 },
  { fact: '@grade', name: '测算等次', format: '文字', kind: 'name', before: /等次为$/, score: 0.9 },
];

/** In a row of units the row's own name. */
const ROW_NAME: Candidate = {
  expression: '@name',
  name: '县（市、区）名称',
  formats: ['文字'],
  score: 0.9,
  reasons: [{ why: 'fact' }],
};

export function factsFor({ text, start, end, kind, headings, column }: Asking, scheme: Scheme): readonly Candidate[] {
  if (column !== undefined && /^(?:县|单位|地区|区县)/.test(column)) return [ROW_NAME];
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const planned = headings.some((heading) => heading.includes('下一步'));
  const facts = FORMS.filter(
    (form) => form.kind === kind && form.before?.test(before) !== false && form.after?.test(after) !== false,
  ).map(
    ({ fact, name, format, score }): Candidate => ({
      expression: fact,
      name,
      formats: [format],
      // A year of what comes next is the next one.
      score: planned && fact === '@nextYear' ? Math.max(score, 0.85) : score,
      reasons: [{ why: 'fact' }],
    }),
  );
  return [...facts, ...sectionScores(text, start, after, kind, scheme)];
}

/** 「五个方面分别得分A分、B分」: the branches in their order. */
function sectionScores(
  text: string,
  start: number,
  after: string,
  kind: Asking['kind'],
  { indicators }: Scheme,
): readonly Candidate[] {
  if (kind !== 'count' || !/^分[、，,]/.test(after)) return [];
  const lead = /分别得分(.*)$/.exec(text.slice(0, start))?.[1];
  if (lead === undefined) return [];
  const at = lead.split('、').length - 1;
  const branch = indicators.filter(({ parent }) => parent === undefined)[at];
  if (branch === undefined) return [];
  return [
    {
      expression: `@score${branch.code.replace('.', '_')}`,
      name: `${branch.code} ${branch.name} 得分`,
      formats: ['分 2'],
      score: 0.55,
      reasons: [{ why: 'fact' }],
    },
  ];
}
