/**
 * The school list: a row a school, a column an item, and a sheet of its own for the year before. Codes of items stand
 * above their heads, so that a column is known when its head was reworded.
 */
import { columnLetters, type SheetPlan } from '../../engines/sheet/index.ts';
import { ATTRIBUTE_HEADS, type OrgTree, type OrgUnit } from '../../org/on-files.ts';
import type { SchemeItem } from '../../scheme/on-files.ts';
import { PRIOR_MARK, SCHOOL_HEADS, SCHOOL_SHEET } from '../heads.ts';
import { text, typed, validationOf } from './cells.ts';
import type { Answers } from './content.ts';

const HEAD_ROWS = 5;

export interface SchoolPage {
  readonly org: OrgTree;
  readonly schools: readonly OrgUnit[];
  readonly items: readonly SchemeItem[];
  readonly year: 'now' | 'prior';
  readonly line: string;
  readonly note: string;
  /** School code -> item code -> answer. */
  readonly answers: ReadonlyMap<string, Answers>;
}

export const schoolHead = (item: SchemeItem): string =>
  item.type === 'number' ? `${item.name}（${item.unit}）` : item.name;

export function schoolSheet({ org, schools, items, year, line, note, answers }: SchoolPage): SheetPlan {
  const name = year === 'now' ? SCHOOL_SHEET : `${SCHOOL_SHEET}（${PRIOR_MARK}）`;
  const attributes = year === 'now' ? [...ATTRIBUTE_HEADS] : [];
  const fixed = [SCHOOL_HEADS.code, SCHOOL_HEADS.name, SCHOOL_HEADS.zone, ...attributes.map(([, head]) => head)];
  const rows = schools.map((school) => {
    const parent = school.parent === undefined ? undefined : org.find(school.parent);
    const own = answers.get(school.code);
    return [
      text(school.code, 'label'),
      text(school.name, 'label'),
      text(parent?.kind === 'zone' ? parent.name : '', 'label'),
      ...attributes.map(([attribute]) => typed(school.attributes[attribute], '文字')),
      ...items.map((item) => typed(own?.get(item.code)?.[year], item.unit)),
    ];
  });
  const last = HEAD_ROWS + Math.max(schools.length, 1);
  return {
    name,
    widths: [18, 36, 16, ...attributes.map(() => 12), ...items.map(() => 13)],
    rows: [
      [text(name, 'title')],
      [text(line, 'note')],
      [text(note, 'note')],
      [...fixed.map(() => text('', 'note')), ...items.map((item) => text(item.code, 'note'))],
      [...fixed.map((head) => text(head, 'head')), ...items.map((item) => text(schoolHead(item), 'head'))],
      ...rows,
    ],
    merges: ['A1:H1', 'A2:H2', 'A3:H3'],
    validations: items.flatMap((item, index) => {
      const rule = validationOf(item);
      const letters = columnLetters(fixed.length + index + 1);
      return rule === undefined ? [] : [{ range: `${letters}${HEAD_ROWS + 1}:${letters}${last}`, rule }];
    }),
    frozenRows: HEAD_ROWS,
    protected: true,
  };
}
