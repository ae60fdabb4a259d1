/** The workbooks people hand in: the register, one of each county and the zone, one of each prefecture department, school lists. */
import {
  type Answers,
  type CatalogueEntry,
  type FormContent,
  formWorkbook,
  schoolWorkbook,
  workbookName,
} from '../src/collect/on-files.ts';
import { type WorkbookPlan, writeWorkbook } from '../src/engines/sheet/index.ts';
import type { DeptCode } from '../src/kernel/index.ts';
import { buildOrgTree, type OrgTree, type OrgUnit, registerWorkbook } from '../src/org/on-files.ts';
import type { Scheme } from '../src/scheme/on-files.ts';
import type { SampleFile } from './build.ts';
import type { CleanSample, Filed } from './clean.ts';
import type { Evidence } from './evidence.ts';
import { hundredths, type School } from './model.ts';
import { registerOf } from './register.ts';

/** 教育局 keeps the catalogue of the prefecture. */
const CATALOGUE_DEPT = 'JY';
const MODES = { 上传: 'upload', 只上传首页和相关页: 'pages', 现场查阅: 'onsite' } as const;

export function figureFiles(scheme: Scheme, sample: CleanSample): SampleFile[] {
  const units = registerOf(sample);
  const org = treeOf(units);
  const file = (path: string, plan: WorkbookPlan): SampleFile => ({ path, content: writeWorkbook(plan) });
  const unitOf = (filed: Filed): OrgUnit => {
    const unit = org.find(filed.of.code);
    if (unit === undefined) throw new Error(`not in the register: ${filed.of.name}`);
    return unit;
  };
  const own = unitOf(sample.own);
  return [
    file('单位名录.xlsx', registerWorkbook(units)),
    ...[...sample.counties, sample.zone].map((filed) => {
      const unit = unitOf(filed);
      return file(workbookName(unit, scheme.year), formWorkbook(scheme, unit, undefined, contentOf(filed, sample)));
    }),
    ...departmentsOf(scheme).map((dept) => {
      const content = contentOf(sample.own, sample, dept);
      const name = scheme.departments.get(dept)?.name ?? dept;
      return file(workbookName(own, scheme.year, name), formWorkbook(scheme, own, dept, content));
    }),
    ...[sample.own, ...sample.counties].map((filed) => {
      const unit = unitOf(filed);
      return file(
        workbookName(unit, scheme.year, '学校'),
        schoolWorkbook(scheme, org, unit, schoolAnswers(filed, scheme)),
      );
    }),
  ];
}

function treeOf(units: readonly OrgUnit[]): OrgTree {
  return buildOrgTree(units.map((unit) => ({ ...unit, at: {} }))).tree;
}

/** Departments of the prefecture that have a form to fill. */
const departmentsOf = (scheme: Scheme): DeptCode[] => [
  ...new Set(scheme.forms.flatMap(({ level, dept }) => (level === 'prefecture' && dept !== undefined ? [dept] : []))),
];

function contentOf({ of, answers, ledgers }: Filed, { evidence }: CleanSample, dept?: DeptCode): FormContent {
  const proofs = evidence.filter(({ unit }) => unit === of.code);
  const catalogued = dept === undefined || dept === CATALOGUE_DEPT ? proofs : [];
  return {
    answers: new Map(
      Object.entries(answers).map(([item, answer]) => {
        const numbers = proofs.filter(({ items }) => items.includes(item)).map(({ number }) => number);
        return [item, numbers.length === 0 ? answer : { ...answer, evidence: numbers.join('、') }];
      }),
    ),
    ledgers: new Map(
      Object.entries(ledgers).map(([code, rows]) => [code, rows.map((row) => new Map(Object.entries(row)))]),
    ),
    evidence: catalogued.map(catalogueEntry),
  };
}

const catalogueEntry = ({
  number,
  title,
  docNumber,
  issuer,
  date,
  pages,
  mode,
  file,
  indicators,
  items,
}: Evidence): CatalogueEntry => ({
  number,
  title,
  ...(docNumber === '' ? {} : { docNumber }),
  issuer,
  date,
  pages,
  mode: MODES[mode],
  ...(file === undefined ? {} : { file }),
  indicators,
  items,
});

function schoolAnswers({ of }: Filed, scheme: Scheme): ReadonlyMap<string, Answers> {
  const money = new Set(
    [...scheme.items.values()].filter(({ unit }) => unit === '万元').map(({ code }) => code as string),
  );
  const answersOf = ({ counts, answers }: School): Answers =>
    new Map([
      ...Object.entries(counts).map(
        ([item, value]) => [item, { now: money.has(item) ? hundredths(value) : String(value) }] as const,
      ),
      ...Object.entries(answers).map(([item, now]) => [item, { now }] as const),
    ]);
  return new Map(of.schools.map((school) => [school.code, answersOf(school)]));
}
