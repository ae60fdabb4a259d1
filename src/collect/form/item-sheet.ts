/**
 * One form as a sheet: a row an item, last year beside this year.
 *
 *     B3 教育投入
 *     单位：云屏县　　评价年度：2025　　…
 *     代码 | 数据项 | 单位 | 上年值（2024 决算数） | 本年值（2025 执行数） | 增减 | 增幅 | 说明 | 佐证编号
 */
import type { CellPlan, SheetPlan } from '../../engines/sheet/index.ts';
import {
  decimal,
  divide,
  isZero,
  multiply,
  ONE,
  parseDecimal,
  printDecimal,
  printExact,
  subtract,
  unitDefinition,
} from '../../kernel/index.ts';
import type { SchemeForm, SchemeItem } from '../../scheme/on-files.ts';
import { FORM_HEADS } from '../heads.ts';
import { text, typed, validationOf } from './cells.ts';
import type { Answer, Answers } from './content.ts';

/** In characters; the heads of the two years stand on one line. */
const WIDTHS = [24, 40, 9, 24, 24, 14, 10, 30, 16];
const [PRIOR, NOW] = ['D', 'E'];
/** Rows above the first item: title, who, note, heads. */
const HEAD_ROWS = 4;

export function itemSheet(form: SchemeForm, year: number, line: string, answers: Answers): SheetPlan {
  const first = HEAD_ROWS + 1;
  const rows = form.items.map((item, index) => itemRow(item, first + index, answers.get(item.code) ?? {}));
  const validations = form.items.flatMap((item, index) => {
    const rule = stated(item) ? validationOf(item) : undefined;
    const row = first + index;
    const range = item.prior ? `${PRIOR}${row}:${NOW}${row}` : `${NOW}${row}`;
    return rule === undefined ? [] : [{ range, rule }];
  });
  return {
    name: form.name,
    widths: WIDTHS,
    rows: [
      [text(form.name, 'title')],
      [text(line, 'note')],
      [text(form.note ?? '只填浅黄色格。没有此项填0，不涉及填“不适用”，没有数据留空。', 'note')],
      heads(form, year).map((head) => text(head, 'head')),
      ...rows,
    ],
    merges: ['A1:I1', 'A2:I2', 'A3:I3'],
    validations,
    frozenRows: HEAD_ROWS,
    protected: true,
  };
}

const stated = (item: SchemeItem): boolean => item.computed === undefined;

/** Natures stand in the head when all items of the form ask for the same. */
function heads(form: SchemeForm, year: number): string[] {
  const asked = new Map(
    form.items.flatMap(({ nature }) => (nature === undefined ? [] : [[`${nature.prior}/${nature.this}`, nature]])),
  );
  const [nature] = asked.size === 1 ? [...asked.values()] : [];
  return [
    FORM_HEADS.code,
    FORM_HEADS.item,
    FORM_HEADS.unit,
    `${FORM_HEADS.prior}（${year - 1}${nature === undefined ? '' : ` ${nature.prior}`}）`,
    `${FORM_HEADS.now}（${year}${nature === undefined ? '' : ` ${nature.this}`}）`,
    FORM_HEADS.change,
    FORM_HEADS.growth,
    FORM_HEADS.reason,
    FORM_HEADS.evidence,
  ];
}

function itemRow(item: SchemeItem, row: number, answer: Answer): (CellPlan | undefined)[] {
  const label = [text(item.code, 'label'), text(item.name, 'label'), text(item.unit, 'label')];
  if (!stated(item))
    return [...label, text('', 'computed'), text('自动计算', 'computed'), text('', 'computed'), text('', 'computed')];
  const compared = item.prior && item.type === 'number';
  return [
    ...label,
    item.prior ? typed(answer.prior, item.unit) : text(''),
    typed(answer.now, item.unit),
    ...(compared ? changes(item, row, answer) : [text(''), text('')]),
    typed(answer.reason, '文字'),
    typed(answer.evidence, '文字'),
  ];
}

/** 增减 and 增幅 as formulas that stay blank until both years stand there. */
function changes(item: SchemeItem, row: number, { now = '', prior = '' }: Answer): CellPlan[] {
  const both = `AND(ISNUMBER(${PRIOR}${row}),ISNUMBER(${NOW}${row}))`;
  const [a, b] = [parseDecimal(now), parseDecimal(prior)];
  const known = a !== undefined && b !== undefined;
  const change = known ? (printExact(subtract(a, b)) ?? '') : '';
  const growth =
    known && !isZero(b) ? `${printDecimal(multiply(subtract(divide(a, b), ONE), decimal('100')), 2)}%` : '';
  const { decimals } = unitDefinition(item.unit);
  return [
    {
      content: { kind: 'formula', formula: `IF(${both},${NOW}${row}-${PRIOR}${row},"")`, cached: change, decimals },
      look: 'computed',
    },
    {
      content: {
        kind: 'formula',
        formula: `IF(AND(${both},${PRIOR}${row}<>0),TEXT(${NOW}${row}/${PRIOR}${row}-1,"0.00%"),"")`,
        cached: growth,
      },
      look: 'computed',
    },
  ];
}
