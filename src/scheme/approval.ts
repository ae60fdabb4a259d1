/**
 * Approval: by which steps the answers of a task go from their filler to being accepted, and who takes each. What a
 * scheme does not say goes the usual way: the unit's own approver, then the office of the unit that is evaluated.
 */
import type { ApprovalFile, Level } from './contract.ts';
import type { Notes, Path } from './notes.ts';
import { findOffice, type Offices } from './offices.ts';

export type Part = 'forms' | 'schools';

/** What whoever takes the step may say. */
export type StepVerdict = 'approve' | 'return';

export interface ApprovalStep {
  /** State of a task that waits for this step. */
  readonly code: string;
  readonly name: string;
  readonly role: 'approver' | 'office' | 'verifier';
  /** The post's unit: the one that was asked, the one evaluated, or the one of this level above the one asked. */
  readonly at: 'own' | 'evaluee' | Level;
  /** Of this department; left out, of the task's own. */
  readonly dept?: string;
  readonly verdicts: readonly StepVerdict[];
  /** Where an approved task goes on to: the code of a step, or `accepted`. */
  readonly next: string;
  /** Where a returned one goes: the code of an earlier step, or `filler`. */
  readonly backTo: string;
}

/** Steps in the order they are taken; never empty, and the last leads to `accepted`. */
export interface ApprovalWay {
  readonly level: Level;
  /** Left out: tasks of both kinds. */
  readonly part?: Part;
  readonly steps: readonly ApprovalStep[];
}

/** States every task knows, and words a step leads to: no step may be called so. */
const RESERVED: ReadonlySet<string> = new Set(['draft', 'returned', 'accepted', 'locked', 'filler']);
const LEVELS: readonly Level[] = ['province', 'prefecture', 'county', 'school'];

const USUAL: readonly ApprovalStep[] = [
  { code: 'awaitingUnitApproval', name: '本单位审定', role: 'approver', at: 'own', next: 'submitted' },
  { code: 'submitted', name: '督导室审核', role: 'office', at: 'evaluee', next: 'accepted' },
].map((step) => ({ ...step, verdicts: ['approve', 'return'], backTo: 'filler' }) as ApprovalStep);

/** The way of tasks of a level and kind; one that names the kind goes before one for both. */
export const wayOf = (
  { approval }: { readonly approval: readonly ApprovalWay[] },
  level: Level,
  part: Part,
): ApprovalWay =>
  approval.find((way) => way.level === level && way.part === part) ??
  approval.find((way) => way.level === level && way.part === undefined) ?? { level, steps: USUAL };

export function resolveApproval(
  files: Readonly<Record<string, ApprovalFile>>,
  offices: Offices,
  notes: Notes,
): readonly ApprovalWay[] {
  const first = new Map<string, string>();
  return Object.entries(files).map(([key, file]) => {
    const { level, part } = file;
    const of = `${level} ${part ?? ''}`;
    const before = first.get(of);
    if (before !== undefined) notes.add('error', 'approval.double', ['approval', key], { way: key, first: before });
    first.set(of, before ?? key);
    const steps = file.steps.map((step, index) => resolveStep(step, index, file, offices, notes, key));
    if (steps.length === 0) notes.add('error', 'approval.empty', ['approval', key], { way: key });
    else checkCourse(steps, ['approval', key], notes);
    return { level, ...(part === undefined ? {} : { part }), steps };
  });
}

function resolveStep(
  {
    step: code,
    name,
    role,
    at = 'own',
    dept,
    verdicts = ['approve', 'return'],
    ...goes
  }: ApprovalFile['steps'][number],
  index: number,
  { level, steps }: ApprovalFile,
  offices: Offices,
  notes: Notes,
  key: string,
): ApprovalStep {
  const path = ['approval', key, 'steps', index];
  const { next = steps[index + 1]?.step ?? 'accepted', backTo = 'filler' } = goes;
  const codes = steps.map(({ step }) => step);
  if (!/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(code))
    notes.add('error', 'code.form', [...path, 'step'], { kind: 'step', code });
  if (RESERVED.has(code)) notes.add('error', 'approval.reserved', [...path, 'step'], { step: code });
  if (codes.indexOf(code) !== index) notes.add('error', 'approval.stepDouble', [...path, 'step'], { step: code });
  if (LEVELS.indexOf(at as Level) > LEVELS.indexOf(level))
    notes.add('error', 'approval.below', [...path, 'at'], { step: code, at, level });
  if (dept !== undefined) findOffice(dept, [...path, 'dept'], offices, notes);
  for (const [field, to, end] of [
    ['next', next, 'accepted'],
    ['backTo', backTo, 'filler'],
  ] as const)
    if (to !== end && !codes.includes(to))
      notes.add('error', 'name.unknown', [...path, field], { kind: 'step', name: to });
  return { code, name, role, at, ...(dept === undefined ? {} : { dept }), verdicts, next, backTo };
}

/**
 * Follows the course from its first step: it must come to `accepted`, pass every step, and be sent back only to a
 * step that was passed before, since a return that leads forward would leave approvals out.
 */
function checkCourse(steps: readonly ApprovalStep[], path: Path, notes: Notes): void {
  const byCode = new Map(steps.map((step) => [step.code, step]));
  const passed = new Set<string>();
  let at = steps[0];
  while (at !== undefined && !passed.has(at.code)) {
    const isKnown = byCode.has(at.backTo) && at.backTo !== at.code;
    if (at.backTo === at.code || (isKnown && !passed.has(at.backTo)))
      notes.add('error', 'approval.backForward', [...path, 'steps', steps.indexOf(at), 'backTo'], {
        step: at.code,
        backTo: at.backTo,
      });
    passed.add(at.code);
    const following = byCode.get(at.next);
    const isStuck = !at.verdicts.includes('approve') || (following !== undefined && passed.has(following.code));
    if (isStuck) {
      notes.add('error', 'approval.noEnd', [...path, 'steps', steps.indexOf(at)], { step: at.code });
      return;
    }
    at = following;
  }
  for (const [index, { code }] of steps.entries())
    if (!passed.has(code)) notes.add('error', 'approval.unreachable', [...path, 'steps', index], { step: code });
}
