/** A small scheme and its prefecture for the tests of this stage: one form a level, one ledger, one school list. */

import { messages as ooxmlMessages } from '../engines/ooxml/index.ts';
import { type WorkbookPlan, writeWorkbook } from '../engines/sheet/index.ts';
import { type DeptCode, type Finding, sayWith, type UnitCode } from '../kernel/index.ts';
import {
  buildOrgTree,
  type OrgTree,
  type OrgUnit,
  messages as orgMessages,
  registerWorkbook,
  type UnitKind,
} from '../org/on-files.ts';
import { resolveScheme, type Scheme } from '../scheme/on-files.ts';
import type { Submission } from './contract.ts';
import type { Answer, FormContent } from './form/content.ts';
import { formWorkbook, schoolWorkbook, workbookName } from './form/workbook.ts';
import { messages } from './index.ts';
import { collectFigures, NO_EVIDENCE } from './read/collect.ts';
import type { GivenFile } from './read/open.ts';

const SCHEME = `
scheme: small
name: 样例方案
year: 2025
levels: [prefecture, county]
departments: { JY: { name: 教育局 }, CZ: { name: 财政局 } }
items:
  exp: { name: 教育支出, unit: 万元, nature: { this: 执行数, prior: 决算数 }, by: { prefecture: CZ, county: CZ }, min: "0" }
  cost: { name: 生均经费, unit: 元/人, by: { county: CZ }, min: "0" }
  staff: { name: 教职工, unit: 人, by: { county: JY }, min: "0" }
  rate: { name: 巩固率, unit: "%", by: { county: JY }, min: "0", max: "120" }
  planned: { name: 规划已印发, unit: 是否, by: { county: JY } }
  title: { name: 规划名称, unit: 文字, by: { county: JY }, required: false }
  students: { name: 在校学生, unit: 人, period: at 09-01, by: { school: school }, prior: true, min: "0" }
  area: { name: 教学用房面积, unit: ㎡, period: at 09-01, by: { school: school }, min: "0" }
  perStaff: { name: 每名教职工的支出, unit: 元/人, formula: exp / staff }
  inspectorCount: { name: 专职督学人数, unit: 人, from: { ledger: inspectors, where: 'kind = "专职"' } }
ledgers:
  inspectors:
    name: 督学花名册
    by: { county: JY }
    columns:
      name: { name: 姓名, unit: 文字, required: true }
      kind: { name: 类别, unit: 文字, required: true, choices: [专职, 兼职] }
      schools: { name: 联系学校数, unit: 所 }
      appointed: { name: 聘任日期, unit: 日期 }
      chief: { name: 是否组长, unit: 是否 }
forms:
  C: { name: 县级表, level: county, items: [exp, cost, staff, rate, planned, title, perStaff] }
  P: { name: 财政表, level: prefecture, dept: CZ, items: [exp] }
  S: { name: 学校一览表, level: school, items: [students, area] }
indicators:
  A: { name: 全部, points: "100" }
  A1: { name: 支出, points: "50", rule: { type: growth, value: exp }, evidence: [{ name: 决算批复 }] }
  A2: { name: 巩固, points: "50", basis: { source: 示例 }, rule: { type: threshold, met: rate >= 95% } }
checks:
  UN-1: { severity: error, when: [cell, submit], kind: unitSlip, params: { factors: "10000 0.0001 10 0.1", tolerance: 5% } }
  UN-6: { severity: error, when: [cell], kind: percentEntry }
  YOY-9: { severity: warn, when: [cell, submit], kind: jump, params: { money: 30%, count: 20% } }
  CM-1: { severity: error, when: [submit], kind: required }
  CM-2: { severity: warn, when: [submit], kind: zeroOrMissing }
  CM-3: { severity: warn, when: [submit], kind: evidenceMissing }
  CM-5: { severity: warn, when: [submit], kind: natureMixed }
  EV-1: { severity: warn, when: [submit], kind: evidenceDate }
  PI-1: { severity: warn, when: [submit], kind: identityNumber }
`;

export function schemeOf(text: string): Scheme {
  const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text }]);
  if (scheme === undefined) throw new Error(JSON.stringify(findings));
  return scheme;
}

export const scheme = schemeOf(SCHEME);
/** The same scheme a year earlier. */
export const lastYearScheme = schemeOf(SCHEME.replace('year: 2025', 'year: 2024'));
export const otherScheme = schemeOf(SCHEME.replace('scheme: small', 'scheme: other'));

const unit = (code: string, name: string, kind: UnitKind, parent?: string) => ({
  code: code as UnitCode,
  name,
  kind,
  ...(parent === undefined ? {} : { parent }),
  attributes: kind === 'school' ? { type: '小学' } : {},
  at: {},
});

export const org: OrgTree = buildOrgTree([
  unit('8812', '清江市', 'prefecture'),
  unit('881221', '云屏县', 'county', '8812'),
  unit('881225', '白渡县', 'county', '8812'),
  unit('S1', '第一小学', 'school', '881221'),
  unit('S2', '第二小学', 'school', '881221'),
]).tree;

export function find(name: string): OrgUnit {
  const found = org.find(name);
  if (found === undefined) throw new Error(`no such unit: ${name}`);
  return found;
}

export const CZ = 'CZ' as DeptCode;

/** Everything 云屏县 is asked, and nothing to complain of. */
export const COMPLETE: Readonly<Record<string, Answer>> = {
  exp: { now: '110205.16', prior: '105318.72' },
  cost: { now: '13120.50', prior: '12988.02' },
  staff: { now: '5210', prior: '5188' },
  rate: { now: '97.25', prior: '97.10' },
  planned: { now: '是' },
  title: { now: '云屏县教育布局规划' },
};

export const contentOf = (answers: Readonly<Record<string, Answer>>, more: Partial<FormContent> = {}): FormContent => ({
  answers: new Map(Object.entries(answers)),
  ledgers: new Map(),
  evidence: [],
  ...more,
});

export const fileOf = (name: string, plan: WorkbookPlan): GivenFile => ({ name, bytes: writeWorkbook(plan) });

export function countyFile(
  answers: Readonly<Record<string, Answer>> = COMPLETE,
  more: Partial<FormContent> = {},
  of = '云屏县',
  as?: string,
): GivenFile {
  const county = find(of);
  return fileOf(as ?? workbookName(county, 2025), formWorkbook(scheme, county, undefined, contentOf(answers, more)));
}

export const schoolFile = (answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>): GivenFile =>
  fileOf(
    '云屏县_学校_2025.xlsx',
    schoolWorkbook(
      scheme,
      org,
      find('云屏县'),
      new Map(Object.entries(answers).map(([school, of]) => [school, new Map(Object.entries(of))])),
    ),
  );

export const registerFile = (): GivenFile => fileOf('单位名录.xlsx', registerWorkbook(org.units));

export const text = (name: string, content: string): GivenFile => ({ name, bytes: new TextEncoder().encode(content) });

export const collect = (...files: GivenFile[]): Submission =>
  collectFigures({ path: 'figures', files, evidence: NO_EVIDENCE }, scheme, 2025);

/** Findings with their places, evidence lists left out: what most tests ask. */
export const told = ({ findings }: Pick<Submission, 'findings'>): string[] =>
  findings
    .filter(({ code }) => code !== 'CM-3')
    .map(({ code, severity, at }) => [severity, code, at.cell ?? at.line ?? at.unit ?? ''].join(' ').trim());

/** Every finding in both languages; a sentence with a hole in it fails. */
export function sayAll(findings: readonly Pick<Finding, 'code' | 'data'>[]): string[] {
  const tables = ['zh', 'en'] as const;
  const [zh] = tables.map((language) => {
    const say = sayWith(ooxmlMessages[language], orgMessages[language], messages[language]);
    return findings.map((finding) => {
      const sentence = say(finding);
      if (/undefined|NaN|\[object/.test(sentence)) throw new Error(`${finding.code}: ${sentence}`);
      return sentence;
    });
  });
  return zh ?? [];
}

/** Value, nature and place of one figure in few words. */
export function stated(submission: Submission, item: string, unit = '云屏县', year: 'now' | 'prior' = 'now'): unknown {
  const found = submission.figures.filter(({ key }) => key.item === item && key.subject === find(unit).code);
  const figure = found.find(({ key }) =>
    ('year' in key.period ? String(key.period.year) : key.period.date).startsWith(year === 'now' ? '2025' : '2024'),
  );
  if (figure === undefined) return undefined;
  const { value } = figure;
  return value.kind === 'quantity' ? value.steps : value.kind === 'text' ? value.text : value.why;
}
