/**
 * Cells of tables against the data, by the words of their row and their column:
 *
 *     units below     | figures of an item      the item is the one most rows agree with
 *     names of items  | 本年 上年 增减             the data table
 *     codes           | 分值 得分 计分说明          the score table
 *     evidence numbers| 文号 日期                  the catalogue
 */
import { findNumbers } from '../../../engines/prose/index.ts';
import {
  compare,
  divide,
  isUnit,
  ONE,
  parseDecimal,
  printDecimal,
  type Rational,
  rational,
  subtract,
  type Unit,
  unitDefinition,
} from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import { type Material, ownEvidence, resultOf } from '../../collections.ts';
import { dataRows } from '../../data-table.ts';
import { finding, type LintDocument, type Told } from '../document.ts';
import { type Cell, type Table, tablesOf } from '../tables.ts';
import type { Names } from './names.ts';
import { differingNumber } from './score.ts';
import { agrees, figureOf } from './values.ts';

export function tabledFigures(document: LintDocument, material: Material, names: Names): readonly Told[] {
  const unitCodes = new Map(
    material.submission.org.children(material.evaluee.code).map(({ name, code }) => [name, code]),
  );
  return tablesOf(document).flatMap((table) => [
    ...unitRows(table, material, names, unitCodes),
    ...itemRows(table, material),
    ...codeRows(table, material),
    ...evidenceRows(table, material),
  ]);
}

const differs = (cell: Cell, name: string, right: string): readonly Told[] =>
  cell.paragraph.controls.length > 0
    ? []
    : [
        finding(
          'report.figure.differs',
          cell.paragraph,
          { start: 0, end: cell.paragraph.text.length },
          {
            name,
            stated: cell.text,
            right,
          },
        ),
      ];

interface PrintedCell {
  readonly value: Rational;
  readonly slack: Rational;
  readonly decimals: number;
}

/** `112,748.91` under 「教育支出（万元）」: in base units, with how far rounding may have moved it. */
function printedIn(text: string, unit: Unit): PrintedCell | undefined {
  const digits = text
    .trim()
    .replace(/[,，]/g, '')
    .replace(/[%％]$/, '');
  const stated = parseDecimal(digits);
  if (stated === undefined) return undefined;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const { inBase } = unitDefinition(unit);
  const times = (each: Rational): Rational => rational(each.num * inBase.num, each.den * inBase.den);
  return { value: times(stated), slack: times(rational(1n, 2n * 10n ** BigInt(decimals))), decimals };
}

const printedAs = (exact: Rational, unit: Unit, { decimals }: PrintedCell): string =>
  printDecimal(divide(exact, unitDefinition(unit).inBase), decimals);

// ---- rows of units

/** Fewer rows that agree show nothing of what a column is. */
const AGREEING_LEAST = 3;
/** Of the rows: the rest are the faults. */
const AGREEING_SHARE = rational(3n, 5n);
const HEAD_UNIT = /[（(]([^（）()]+)[）)]\s*$/;

interface Reading {
  readonly name: string;
  valueIn(unit: string): Rational | undefined;
}

function unitRows(
  { heads, rows }: Table,
  material: Material,
  names: Names,
  codes: ReadonlyMap<string, Material['evaluee']['code']>,
): readonly Told[] {
  const placed = rows.flatMap((row) => {
    const name = row.get(0)?.text ?? '';
    const code = codes.get(name);
    return code === undefined ? [] : [{ name, code, row }];
  });
  if (placed.length < AGREEING_LEAST) return [];
  const items = new Set<SchemeItem>();
  const columns = heads.map((head, column) => {
    const unit = HEAD_UNIT.exec(head)?.[1] ?? '';
    const cells = placed.flatMap(({ name, code, row }) => {
      const cell = row.get(column);
      const printed = cell && isUnit(unit) ? printedIn(cell.text, unit) : undefined;
      return cell === undefined || printed === undefined ? [] : [{ name, code, cell, printed }];
    });
    return { head: head.replace(HEAD_UNIT, ''), unit: unit as Unit, cells };
  });
  const told: Told[] = [];
  const read = (
    { head, unit, cells }: (typeof columns)[number],
    readings: readonly (Reading & { item: SchemeItem })[],
  ): void => {
    const best = readings
      .map((reading) => ({
        reading,
        agreeing: cells.filter(({ code, printed }) => {
          const exact = reading.valueIn(code);
          return exact !== undefined && agrees(printed, exact);
        }).length,
      }))
      .sort((a, b) => b.agreeing - a.agreeing)[0];
    if (best === undefined || best.agreeing < AGREEING_LEAST) return;
    if (compare(rational(BigInt(best.agreeing), BigInt(cells.length)), AGREEING_SHARE) < 0) return;
    items.add(best.reading.item);
    for (const { name, code, cell, printed } of cells) {
      const exact = best.reading.valueIn(code);
      if (exact !== undefined && !agrees(printed, exact))
        told.push(...differs(cell, `${name}${head}`, printedAs(exact, unit, printed)));
    }
  };
  // Levels first: a growth is one of a column beside it.
  for (const column of columns.filter(({ head }) => !/增长|增幅|增减/.test(head)))
    read(
      column,
      names
        .likely({ unit: column.unit, dimension: '' }, { near: column.head, before: '' })
        .map(({ item }) => ({ item, name: item.name, valueIn: (unit) => figureOf(item, material, 0, unit as never) })),
    );
  for (const column of columns.filter(({ head, unit }) => /增长|增幅|增减/.test(head) && unit === '%'))
    read(
      column,
      [...items].map((item) => ({ item, name: item.name, valueIn: (unit) => growthOf(item, material, unit) })),
    );
  return told;
}

function growthOf(item: SchemeItem, material: Material, unit: string): Rational | undefined {
  const [now, prior] = [figureOf(item, material, 0, unit as never), figureOf(item, material, -1, unit as never)];
  return now === undefined || prior === undefined || prior.num <= 0n ? undefined : subtract(divide(now, prior), ONE);
}

// ---- rows of items

function itemRows({ heads, rows }: Table, material: Material): readonly Told[] {
  const items = new Map([...material.scheme.items.values()].map((item) => [item.name, item]));
  const named = rows.flatMap((row) => {
    const item = items.get(row.get(0)?.text ?? '');
    return item === undefined ? [] : [{ item, row }];
  });
  if (named.length < AGREEING_LEAST) return [];
  const { year } = material.scheme;
  const column = (pattern: RegExp): number => heads.findIndex((head) => pattern.test(head));
  const now = column(new RegExp(`^(?:本年|当年|${year}年?)`));
  const prior = column(new RegExp(`^(?:上年|去年|${year - 1}年?)`));
  const [unit, growth] = [column(/单位/), column(/增减|增长|增幅|变化/)];
  const growths = new Map(
    dataRows(material, resultOf(material)).map(({ facts }) => [facts.name ?? '', facts.growth ?? '']),
  );
  return named.flatMap(({ item, row }) => {
    const stated = row.get(unit)?.text ?? item.unit;
    const counted = isUnit(stated) ? stated : item.unit;
    const level = (at: number, shift: 0 | -1, word: string): readonly Told[] => {
      const cell = row.get(at);
      const printed = cell && isUnit(counted) ? printedIn(cell.text, counted) : undefined;
      const exact = figureOf(item, material, shift);
      if (cell === undefined || printed === undefined || exact === undefined || agrees(printed, exact)) return [];
      return differs(cell, `${item.name}（${word}）`, printedAs(exact, counted, printed));
    };
    return [
      ...level(now, 0, '本年'),
      ...level(prior, -1, '上年'),
      ...printedText(row.get(growth), growths.get(item.name), item.name),
    ];
  });
}

/** A cell whose words are right and whose numbers are not. */
function printedText(cell: Cell | undefined, right: string | undefined, name: string): readonly Told[] {
  const wrong = cell === undefined || right === undefined ? undefined : differingNumber(cell.text, right);
  if (cell === undefined || wrong === undefined || isSameNumber(wrong.stated, wrong.right)) return [];
  return differs(cell, name, right ?? '');
}

/** 1,386.5 and 1386.50. */
const isSameNumber = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => findNumbers(text)[0]);
  return a !== undefined && b !== undefined && a.unit === b.unit && compare(a.value, b.value) === 0;
};

// ---- rows of indicators

function codeRows({ heads, rows }: Table, material: Material): readonly Told[] {
  const result = resultOf(material);
  const leaves = new Map(result.results.map((leaf) => [leaf.code, leaf]));
  const sections = new Map(result.sections.map((section) => [section.code, section]));
  const [of, points, why] = [/^(?:分值|满分)/, /得分/, /说明|依据/].map((word) =>
    heads.findIndex((head) => word.test(head)),
  );
  if (points === -1) return [];
  return rows.flatMap((row) => {
    const code = row.get(0)?.text ?? '';
    const [leaf, section] = [leaves.get(code), sections.get(code)];
    const right = leaf === undefined ? section && { of: section.of, points: section.score } : leaf;
    if (right === undefined) return [];
    const number = (at: number | undefined, value: string | undefined, word: string): readonly Told[] => {
      const cell = row.get(at ?? -1);
      const [stated, says] = [parseDecimal(cell?.text.trim() ?? ''), parseDecimal(value ?? '')];
      return cell === undefined || stated === undefined || says === undefined || compare(stated, says) === 0
        ? []
        : differs(cell, `${code} ${word}`, value ?? '');
    };
    return [
      ...number(of, right.of, '分值'),
      ...number(points, right.points, '得分'),
      ...printedText(row.get(why ?? -1), leaf?.why, `${code} 计分说明`),
    ];
  });
}

// ---- rows of evidence

function evidenceRows({ heads, rows }: Table, material: Material): readonly Told[] {
  const own = ownEvidence(material);
  const byNumber = new Map(own.map((record) => [record.number, record]));
  const byTitle = new Map(own.map((record) => [record.title, record]));
  const column = (pattern: RegExp): number => heads.findIndex((head) => pattern.test(head));
  const [number, title, document, date] = [/编号/, /名称/, /文号/, /日期/].map(column);
  if (number === -1 || title === -1) return [];
  return rows.flatMap((row) => {
    const cell = (at: number | undefined): Cell | undefined => row.get(at ?? -1);
    const record = byNumber.get(cell(number)?.text ?? '') ?? byTitle.get(cell(title)?.text ?? '');
    if (record === undefined) return [];
    const stated = (at: number | undefined, right: string | undefined, word: string): readonly Told[] => {
      const here = cell(at);
      return here === undefined || right === undefined || skeletonsDiffer(here.text, right)
        ? []
        : differs(here, `${record.number} ${word}`, right);
    };
    return [
      ...stated(number, record.number, '编号'),
      ...stated(title, record.title, '名称'),
      ...stated(document, record.docNumber, '文号'),
      ...stated(date, record.date, '日期'),
    ];
  });
}

/** Equal, or other words altogether: a person wrote them so. */
const skeletonsDiffer = (stated: string, right: string): boolean =>
  stated === right || stated.replace(/\d+/g, '#') !== right.replace(/\d+/g, '#');
