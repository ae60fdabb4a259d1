/**
 * The lists a template may repeat over, by name: `counties`, `zones`, `problems`, `measures`, `leaves`, `evidence`,
 * `data`, `findings`. Each entry is a scope with facts of its own.
 */
import type { EvidenceRecord, Submission } from '../collect/on-files.ts';
import { type Evaluation, isWithin, type UnitResult } from '../evaluate/on-files.ts';
import { type ItemCode, printDecimal, SEVERITY_ZH } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme } from '../scheme/on-files.ts';
import { type BehindFact, behindAll, behindFigures, behindLeaf, behindRecord, behindSum, NOTHING } from './behind.ts';
import { dataRows } from './data-table.ts';
import { plainNumbers } from './format.ts';
import { heldClauses } from './held-clauses.ts';
import { lostPoints, type NamedProblem, namedProblems } from './lost-points.ts';
import { ReportProblem } from './problems.ts';
import { type Scope, withFacts } from './scope.ts';

export interface Material {
  readonly scheme: Scheme;
  readonly submission: Submission;
  readonly evaluation: Evaluation;
  /** The unit the report is about. */
  readonly evaluee: OrgUnit;
}

export const COLLECTIONS = [
  'counties',
  'zones',
  'problems',
  'measures',
  'leaves',
  'evidence',
  'data',
  'findings',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** A list as a template names it: `counties`, or `problems 8` for its first eight. */
export interface ListName {
  readonly list: Collection;
  readonly most: number;
}

export function parseListName(text: string): ListName | undefined {
  const [name = '', most] = text.split(' ');
  const list = COLLECTIONS.find((known) => known === name);
  if (list === undefined || (most !== undefined && !/^[1-9]\d{0,3}$/.test(most))) return undefined;
  return { list, most: most === undefined ? Number.POSITIVE_INFINITY : Number(most) };
}

export function scopesOf({ list, most }: ListName, material: Material, base: Scope): readonly Scope[] {
  const entries = LISTS[list](material).slice(0, most);
  return entries.map(({ name, unit, facts, behind }, index) => ({
    name,
    behind: behind ?? (() => NOTHING),
    context: withFacts(
      unit === undefined ? base.context : material.evaluation.context(unit),
      new Map([['no', String(index + 1)], ...Object.entries(facts)]),
    ),
  }));
}

export interface Entry {
  readonly name: string;
  readonly unit?: OrgUnit['code'];
  readonly facts: Readonly<Record<string, string>>;
  readonly behind?: BehindFact;
}

const LISTS: Readonly<Record<Collection, (material: Material) => readonly Entry[]>> = {
  // A 功能区 is no county: its money lies with the evaluee, its schools in the statistics of its host.
  counties: (material) => unitsBelow(material, ({ kind }) => kind !== 'school' && kind !== 'zone'),
  zones: (material) => unitsBelow(material, ({ kind }) => kind === 'zone'),
  problems: (material) => problemRows(material, ({ problem }) => problem),
  measures: (material) => problemRows(material, ({ measure }) => measure),
  leaves: (material) => scoreRows(resultOf(material), material),
  evidence: (material) =>
    ownEvidence(material).map((record) => ({
      name: record.number,
      facts: {
        number: record.number,
        title: record.title,
        // One a line: a column of a paper breaks codes inside, at their points.
        indicators: record.indicators.join('\n'),
        docNumber: record.docNumber ?? '—',
        issuer: record.issuer ?? '—',
        date: record.date ?? '—',
        pages: record.pages ?? '—',
        mode: { upload: '上传', pages: '首页和相关页', onsite: '现场查阅' }[record.mode],
      },
      behind: () => behindRecord(record),
    })),
  data: (material) => dataRows(material, resultOf(material)),
  findings: ({ evaluation }) =>
    evaluation.results.findings.map((finding) => ({
      name: finding.code,
      facts: { code: finding.code, level: SEVERITY_ZH[finding.severity] },
    })),
};

const unitsBelow = ({ submission, evaluee }: Material, asked: (unit: OrgUnit) => boolean): readonly Entry[] =>
  submission.org
    .children(evaluee.code)
    .filter(asked)
    .map((unit) => ({ name: unit.name, unit: unit.code, facts: { name: unit.name } }));

const problemRows = (material: Material, textOf: (named: NamedProblem) => string): readonly Entry[] =>
  namedProblems(lostPoints(material), material, heldClauses(resultOf(material))).map((named) => ({
    name: named.codes[0] ?? named.title,
    facts: { ordinal: named.ordinal, text: textOf(named), title: named.title },
    behind: (fact) =>
      behindAll(named.codes.map((code) => (clauseBehind(code, material) ?? leafBehind(code, material))(fact))),
  }));

/** What the evaluee itself lays before the upper level; the counties' catalogues stay with their own reports. */
export const ownEvidence = ({ submission, evaluee }: Material): readonly EvidenceRecord[] =>
  submission.evidence.filter(({ unit }) => unit === undefined || unit === evaluee.code);

export function resultOf({ evaluation, evaluee }: Material): UnitResult {
  const found = evaluation.results.units.find((unit) => unit.code === evaluee.code);
  if (found === undefined) throw new Error(`no result for the evaluee ${evaluee.code}`);
  return found;
}

/** 自评得分表: branches with their sums, leaves with points and the sentence why, in the scheme's order. */
function scoreRows(result: UnitResult, material: Material): readonly Entry[] {
  const { scheme } = material;
  const leaves = new Map(result.results.map((leaf) => [leaf.code, leaf]));
  const sections = new Map(result.sections.map((section) => [section.code, section]));
  const rows = scheme.indicators.flatMap((indicator): Entry[] => {
    const leaf = leaves.get(indicator.code);
    const section = sections.get(indicator.code);
    if (leaf !== undefined) {
      const facts = {
        code: leaf.code,
        name: leaf.name,
        of: leaf.of,
        points: leaf.points ?? '待定',
        shown: plainNumbers(leaf.shown),
        why: plainNumbers(leaf.why),
      };
      const department = departmentOf(indicator.leaf?.lead, scheme);
      return [{ name: leaf.code, facts: { ...facts, department }, behind: leafBehind(leaf.code, material) }];
    }
    if (section === undefined) return [];
    return [
      {
        name: section.code,
        facts: {
          code: section.code,
          name: section.name,
          of: section.of,
          points: section.score,
          shown: '',
          why: '小计',
          department: '',
        },
        behind: (fact) =>
          fact !== 'points' ? NOTHING : behindSum(result.results.filter(({ code }) => isWithin(code, section.code))),
      },
    ];
  });
  return [...rows, ...bonusRow(result, scheme), ...selfScoreRow(result, material)];
}

/** 拟报 beside 系统测算: what the office decided to report, what it differs by, and the reason it gave. */
function selfScoreRow({ selfScore }: UnitResult, { evaluation, evaluee }: Material): readonly Entry[] {
  if (selfScore === undefined) return [];
  const { score, difference, reason } = selfScore;
  const isSame = difference !== undefined && !/[1-9]/.test(difference);
  const apart = difference === undefined ? '系统测算分待定' : `与系统测算相差${difference}分`;
  const why = isSame ? '与系统测算一致' : `${apart}${reason === undefined ? '，未说明理由' : `：${reason}`}`;
  const facts = { code: '', name: '拟报总分（含加分）', of: '', points: score, shown: '', why, department: '' };
  const walk = evaluation.walk('selfScore' as ItemCode, evaluee.code);
  const behind: BehindFact = (fact) => (DECIDED.has(fact) ? behindFigures(walk) : NOTHING);
  return [{ name: 'selfScore', facts, behind }];
}

/** The grade counts what was added; a table that leaves it out would not lead to the grade. */
function bonusRow({ bonus }: UnitResult, { bonus: asked, pointsDecimals }: Scheme): readonly Entry[] {
  if (asked === undefined || !/[1-9]/.test(bonus)) return [];
  const of = printDecimal(asked.most, pointsDecimals);
  const why = `${asked.awards.map(({ name }) => name).join('、')}；不计入总分，计入等次`;
  const facts = { code: '', name: '加分', of, points: bonus, shown: '', why, department: '' };
  return [{ name: 'bonus', facts, behind: () => NOTHING }];
}

/** The figures a veto or a downgrade was found in. */
function clauseBehind(code: string, { scheme, evaluation, evaluee }: Material): BehindFact | undefined {
  const clause = [...scheme.vetoes, ...scheme.downgrades].find((each) => each.code === code);
  if (clause === undefined) return undefined;
  const read = clause.when.uses.filter(({ group }) => group === undefined);
  return () => behindFigures(...read.map(({ item, shift }) => evaluation.walk(item, evaluee.code, shift)));
}

/** What a leaf was decided on; its names and full points are the scheme's. */
const DECIDED: ReadonlySet<string> = new Set(['points', 'shown', 'why', 'text']);

function leafBehind(code: string, material: Material): BehindFact {
  const leaf = resultOf(material).results.find((each) => each.code === code);
  return (fact) => (leaf === undefined || !DECIDED.has(fact) ? NOTHING : behindLeaf(leaf, material));
}

const departmentOf = (code: NonNullable<Scheme['indicators'][number]['leaf']>['lead'], scheme: Scheme): string =>
  code === undefined ? '' : (scheme.departments.get(code)?.name ?? code);

/** Throws `report.noEvaluee`: the report is about the first unit judged at the scheme's highest level. */
export function materialFor(scheme: Scheme, submission: Submission, evaluation: Evaluation): Material {
  const judged = evaluation.results.units.find(({ level }) => level === scheme.levels[0]);
  const evaluee = submission.org.units.find(({ code }) => code === judged?.code);
  if (evaluee === undefined) throw ReportProblem.noEvaluee({ scheme: scheme.code });
  return { scheme, submission, evaluation, evaluee };
}
