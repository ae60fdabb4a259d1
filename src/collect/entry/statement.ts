/**
 * What a person typed made into a figure of a task, or refused with what is wrong: the same reading as a workbook's
 * cells get, so that the two doors cannot disagree.
 */
import {
  type DeptCode,
  type Figure,
  type Finding,
  gap,
  isError,
  NATURES,
  type Nature,
  parseUnit,
  periodOf,
  printPeriod,
  type Source,
  sameFamily,
} from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import { levelOf, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { listerOf } from '../form/school-lists.ts';
import { readAnswer } from '../read/value.ts';
import type { Task } from '../round/rounds.store.ts';

/** One answer as it comes in; `subject` (a code) is wanted in school lists only. */
export interface Typed {
  readonly subject?: string;
  readonly item: string;
  readonly year: 'now' | 'prior';
  readonly typed: string;
  readonly unit?: string;
  readonly nature?: string;
  readonly reason?: string;
  /** The explanation that stands was read again beside this number, and holds. */
  readonly reasonHolds?: boolean;
  /** Version the person saw; 0 for none. */
  readonly seen: number;
}

export interface Statement {
  readonly figure: Figure;
  readonly seen: number;
  readonly findings: readonly Finding[];
}

interface Asking {
  readonly scheme: Scheme;
  readonly register: Register;
  readonly task: Pick<Task, 'unit' | 'dept' | 'part' | 'round'>;
  readonly source: Source;
}

/** A statement, or only the findings that keep it from being one. */
export function stateTyped(typed: Typed, asking: Asking): Statement | readonly Finding[] {
  const { scheme, register, task } = asking;
  const unit = register.unitOf(task.unit);
  const subject = task.part === 'forms' ? unit : register.tree.find(typed.subject ?? '');
  const item = scheme.items.get(typed.item as SchemeItem['code']);
  const lister = subject?.kind === 'school' ? listerOf(subject, register.tree) : undefined;
  const refused = (code: string, data: Finding['data']): readonly Finding[] => [
    { code, severity: 'error', at: { unit: subject?.code ?? '', item: typed.item }, data },
  ];
  // Of its own schools a hosted zone is told who states them; of others' nobody is told anything.
  if (task.part === 'schools' && lister !== undefined && lister.code !== unit?.code && subject?.parent === unit?.code)
    return refused('collect.school.listedElsewhere', { of: subject?.name ?? '', by: lister.name });
  if (
    unit === undefined ||
    subject === undefined ||
    item === undefined ||
    !isAsked(item, subject, unit, task, register)
  )
    return refused('collect.entry.notAsked', {
      item: item?.name ?? typed.item,
      of: subject?.name ?? typed.subject ?? '',
    });
  if (typed.year === 'prior' && !item.prior)
    return refused('collect.entry.notAsked', { item: item.name, of: subject.name });
  const written = typed.unit === undefined ? item.unit : parseUnit(typed.unit);
  if (written === undefined || !sameFamily(written, item.unit))
    return refused('collect.unitMismatch', { item: item.name, asked: item.unit, got: typed.unit ?? '' });
  const answered = readAnswer({ kind: 'text', text: typed.typed }, item, written, false);
  const findings = answered.notes.map(
    ({ code, severity, data }): Finding => ({
      code,
      severity,
      at: { unit: subject.code, item: item.code },
      data: { item: item.name, of: subject.name, ...data },
    }),
  );
  if (findings.some(isError)) return findings;
  return { figure: figureOf(typed, subject, item, written, answered.value, asking), seen: typed.seen, findings };
}

/** Forms ask of their own unit, for the department's items where the task is a department's; lists ask of their schools. */
export function isAsked(
  item: SchemeItem,
  subject: OrgUnit,
  unit: OrgUnit,
  task: Pick<Task, 'dept' | 'part'>,
  { tree }: Register,
): boolean {
  if (item.computed !== undefined) return false;
  if (task.part === 'forms') {
    const dept = item.by[levelOf(unit)];
    return dept !== undefined && (task.dept === '' || dept === task.dept);
  }
  return subject.kind === 'school' && item.by.school !== undefined && listerOf(subject, tree)?.code === unit.code;
}

function figureOf(
  { typed, unit, year, nature, reason, reasonHolds }: Typed,
  subject: OrgUnit,
  item: SchemeItem,
  written: string,
  value: Figure['value'],
  { scheme, register, task, source }: Asking,
): Figure {
  const shift = year === 'now' ? 0 : -1;
  const period = periodOf(item.period, scheme.year, shift);
  const dept = task.part === 'schools' ? undefined : ((task.dept || item.by[levelOf(subject)]) as DeptCode);
  const asked = shift === 0 ? item.nature?.this : item.nature?.prior;
  const stated = NATURES.find((each) => each === nature) ?? asked;
  const ref = { item: item.code, unit: subject.code, period: printPeriod(period) };
  return {
    key: {
      tenant: register.tree.root.code,
      round: task.round,
      subject: subject.code,
      item: item.code,
      period,
      reporter: { unit: subject.code, ...(dept === undefined ? {} : { dept }) },
      scope: 'own',
    },
    value: value.kind === 'gap' ? gap(value.why, [ref]) : value,
    typed: { text: typed, ...(unit === undefined ? {} : { unit: written }) },
    ...(asked === undefined ? {} : { nature: stated as Nature }),
    source,
    ...(reason === undefined || reason === '' ? {} : { reason }),
    ...(reasonHolds === true ? { reasonHolds } : {}),
  };
}
