/**
 * 单位名录 as a workbook sheet or a CSV, read by its head row and written with the same heads:
 *
 *     代码 | 名称 | 类型 | 上级 | 托管县 | further columns, each an attribute
 */
import type { CellPlan, Sheet, WorkbookPlan } from '../engines/sheet/index.ts';
import { type Finding, parseUnitCode, type UnitCode } from '../kernel/index.ts';
import { ATTRIBUTE_HEADS, attributeOf } from './attributes.ts';
import type { OrgUnit } from './contract.ts';
import { KIND_WORDS, parseKind } from './kinds.ts';
import { OrgProblem } from './problems.ts';
import type { OrgRow } from './tree.ts';

/** `单位名录.xlsx`, `单位名录.csv`, `units.csv`. */
export const isRegisterName = (name: string): boolean => /^(单位名录\.(xlsx|csv)|units\.csv)$/i.test(name);

const HEADS: ReadonlyMap<string, 'code' | 'name' | 'kind' | 'parent' | 'host'> = new Map([
  ['代码', 'code'],
  ['code', 'code'],
  ['名称', 'name'],
  ['name', 'name'],
  ['类型', 'kind'],
  ['kind', 'kind'],
  ['上级', 'parent'],
  ['parent', 'parent'],
  ['托管县', 'host'],
  ['host', 'host'],
]);
const NEEDED = { code: '代码', name: '名称', kind: '类型' } as const;

/** Throws `org.registerColumns` when code, name or kind has no column. */
export function readRegister(
  sheets: readonly Sheet[],
  file: string,
): { readonly rows: readonly OrgRow[]; readonly findings: readonly Finding[] } {
  const found = sheets.map(headOf).find((head) => head !== undefined);
  const named = new Set([...(found?.columns.values() ?? [])]);
  const missing = Object.entries(NEEDED).flatMap(([key, head]) => (named.has(key) ? [] : [head]));
  if (found === undefined || missing.length > 0) throw OrgProblem.registerColumns({ file, missing }, { file });
  const rows: OrgRow[] = [];
  const findings: Finding[] = [];
  for (const [number, cells] of found.sheet.rows) {
    if (number <= found.row) continue;
    const texts = new Map<string, string>();
    for (const { column, value } of cells) {
      const key = found.columns.get(column);
      const text = value.kind === 'text' || value.kind === 'number' ? value.text.trim() : '';
      if (key !== undefined && text !== '') texts.set(key, text);
    }
    if (texts.size === 0) continue;
    const at = { file, sheet: found.sheet.name, cell: `A${number}` };
    const [code, name] = [texts.get('code') ?? '', texts.get('name') ?? ''];
    const [unit, kind] = [parseUnitCode(code), parseKind(texts.get('kind') ?? '')];
    if (unit === undefined || kind === undefined || name === '') {
      const data = { row: String(number), code, name, kind: texts.get('kind') ?? '' };
      findings.push({ code: 'org.row.unreadable', severity: 'error', at, data });
      continue;
    }
    rows.push({ ...placed(texts), code: unit, name, kind, attributes: attributesOf(texts), at });
  }
  return { rows, findings };
}

function headOf(sheet: Sheet) {
  for (const [row, cells] of sheet.rows) {
    const columns = new Map<number, string>();
    for (const { column, value } of cells) {
      if (value.kind !== 'text' || value.text.trim() === '') continue;
      const head = value.text.trim();
      columns.set(column, HEADS.get(head) ?? `@${attributeOf(head)}`);
    }
    const names = new Set(columns.values());
    if (names.has('code') && names.has('name')) return { sheet, row, columns };
  }
  return undefined;
}

function placed(texts: ReadonlyMap<string, string>): Pick<OrgRow, 'parent' | 'host'> {
  const [parent, host] = [texts.get('parent'), texts.get('host')];
  return { ...(parent === undefined ? {} : { parent }), ...(host === undefined ? {} : { host }) };
}

/** Without a prototype, since heads are outside text. */
const attributesOf = (texts: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries([...texts].flatMap(([key, text]) => (key.startsWith('@') ? [[key.slice(1), text]] : []))),
  );

const text = (words: string, look: CellPlan['look'] = 'label'): CellPlan => ({
  content: { kind: 'text', text: words },
  look,
});

/** The register of these units; attributes of schools as columns. */
export function registerWorkbook(units: readonly OrgUnit[]): WorkbookPlan {
  const attributes = [...new Set(units.flatMap((unit) => Object.keys(unit.attributes)))];
  const names = new Map<UnitCode, string>(units.map((unit) => [unit.code, unit.name]));
  const heads = [
    '代码',
    '名称',
    '类型',
    '上级',
    '托管县',
    ...attributes.map((each) => ATTRIBUTE_HEADS.get(each) ?? each),
  ];
  const rows = units.map((unit) =>
    [
      unit.code,
      unit.name,
      KIND_WORDS[unit.kind],
      unit.parent === undefined ? '' : (names.get(unit.parent) ?? unit.parent),
      unit.host === undefined ? '' : (names.get(unit.host) ?? unit.host),
      ...attributes.map((each) => unit.attributes[each] ?? ''),
    ].map((each) => text(each)),
  );
  const widths = [16, 36, 10, 20, 16, ...attributes.map(() => 14)];
  return {
    sheets: [{ name: '单位名录', widths, rows: [heads.map((head) => text(head, 'head')), ...rows], frozenRows: 1 }],
  };
}
