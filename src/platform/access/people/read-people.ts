/**
 * 人员名单 as a workbook sheet or a CSV, read by its head row:
 *
 *     姓名 | 登录名 | 单位 | 部门 | 岗位 | 邮箱
 */
import type { Sheet } from '../../../engines/sheet/index.ts';
import type { Finding, FindingData, Place } from '../../../kernel/index.ts';
import { foldLogin, isLogin } from '../accounts/login.ts';
import type { Role } from '../contract.ts';
import { AccessProblem } from '../problems.ts';
import { ROLE_WORDS } from '../role-words.ts';

export const HEADS = ['姓名', '登录名', '单位', '部门', '岗位', '邮箱'] as const;
type Head = (typeof HEADS)[number];
const NEEDED: readonly Head[] = ['姓名', '登录名', '单位', '岗位'];

export interface PersonRow {
  readonly name: string;
  readonly login: string;
  /** Code or name, as written. */
  readonly unit: string;
  /** Code or name; empty: the whole unit. */
  readonly dept: string;
  readonly role: Role;
  readonly mail: string;
  readonly at: Place;
}

/** What lists of people say as well. */
const ALSO: readonly (readonly [string, Role])[] = [
  ['审核人', 'approver'],
  ['督导室工作人员', 'office'],
  ['核查人', 'verifier'],
  ['查阅人', 'reader'],
  ['reporter', 'reporter'],
  ['reader', 'reader'],
];
const ROLE_BY_WORD: ReadonlyMap<string, Role> = new Map([
  ...[...ROLE_WORDS].flatMap(([role, { zh, en }]): [string, Role][] =>
    [role, zh, en].map((word) => [word, role as Role]),
  ),
  ...ALSO,
]);

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Throws `access.peopleColumns` when a needed column has no head. */
export function readPeople(sheets: readonly Sheet[], file: string) {
  const found = sheets.map(headOf).find((head) => head !== undefined);
  const named = new Set(found?.columns.values() ?? []);
  const missing = NEEDED.filter((head) => !named.has(head));
  if (found === undefined || missing.length > 0) throw AccessProblem.peopleColumns({ file, missing }, { file });
  const rows: PersonRow[] = [];
  const findings: Finding[] = [];
  const met = new Map<string, number>();
  for (const [number, cells] of found.sheet.rows) {
    if (number <= found.row) continue;
    const texts = new Map<Head, string>();
    for (const { column, value } of cells) {
      const head = found.columns.get(column);
      const text = value.kind === 'text' || value.kind === 'number' ? value.text.trim() : '';
      if (head !== undefined && text !== '') texts.set(head, text);
    }
    if (texts.size === 0) continue;
    const at = { file, sheet: found.sheet.name, cell: `A${number}` };
    const tell = (fault: string, data: FindingData): void => {
      findings.push({ code: `access.people.${fault}`, severity: 'error', at, data: { row: number, ...data } });
    };
    const of = (head: Head): string => texts.get(head) ?? '';
    const empty = NEEDED.filter((head) => of(head) === '');
    if (empty.length > 0) {
      tell('empty', { heads: empty });
      continue;
    }
    const [login, role, mail] = [foldLogin(of('登录名')), ROLE_BY_WORD.get(of('岗位')), of('邮箱')];
    const before = met.get(login);
    if (!isLogin(login)) tell('login', { login: of('登录名') });
    else if (before !== undefined) tell('double', { login, first: before });
    else if (role === undefined) tell('role', { role: of('岗位') });
    else if (mail !== '' && !MAIL.test(mail)) tell('mail', { mail });
    else {
      met.set(login, number);
      rows.push({ name: of('姓名'), login, unit: of('单位'), dept: of('部门'), role, mail, at });
    }
  }
  return { rows, findings };
}

function headOf(sheet: Sheet) {
  for (const [row, cells] of sheet.rows) {
    const columns = new Map<number, Head>();
    for (const { column, value } of cells) {
      const head = value.kind === 'text' ? HEADS.find((each) => each === value.text.trim()) : undefined;
      if (head !== undefined) columns.set(column, head);
    }
    const names = new Set(columns.values());
    if (names.has('姓名') && names.has('登录名')) return { sheet, row, columns };
  }
  return undefined;
}
