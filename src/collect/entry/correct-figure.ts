/**
 * A figure that was accepted, stated anew by those who hold it and accepted in the same breath: a correction after
 * the lock. Who may, and why, is asked by the action that does it.
 */
import { periodOf } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { CollectProblem } from '../problems.ts';
import { lockTask, type RoundContext, type Task } from '../round/rounds.store.ts';
import { correctedKey, findAccepted, pointAccepted, takenOverElsewhere } from './corrections.store.ts';
import { appendVersions } from './figures.store.ts';
import { stateTyped } from './statement.ts';
import { versionRow } from './version-row.ts';

export interface Correction {
  /** Code of the unit. */
  readonly unit: string;
  readonly item: string;
  readonly year: 'now' | 'prior';
  /** As it stands, word for word. */
  readonly was: string;
  readonly typed: string;
  readonly reason: string;
}

export interface Corrected {
  readonly task: Task;
  readonly subject: number;
  readonly period: string;
  readonly version: number;
  /** Other rounds that took it over as it was: nothing is changed there. */
  readonly elsewhere: Awaited<ReturnType<typeof takenOverElsewhere>>;
}

/** Throws `collect.notAccepted`, `figureMoved`, `taskClosed`, and `correctionRefused` with the findings. */
export async function correctFigure(
  tx: Tx,
  { round: { tenant, round, state }, scheme, register }: RoundContext,
  { unit, item: code, year, was, typed, reason }: Correction,
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<Corrected> {
  const item = [...scheme.items.values()].find((each) => each.code === code);
  const subject = register.numberOf(unit);
  if (item === undefined || subject === undefined) throw CollectProblem.notAccepted({ unit, item: code });
  const period = periodOf(item.period, scheme.year, year === 'now' ? 0 : -1);
  const key = correctedKey({ tenant, round, subject, item: item.code }, period);
  const held = await findAccepted(tx, key);
  if (held === undefined) throw CollectProblem.notAccepted({ unit, item: code });
  const task = await lockTask(tx, tenant, round, held.task);
  // Once the round is locked a task stays where it is, so what counts in it is put right here, accepted or returned.
  const isThrough = task.state === 'accepted' || task.state === 'locked' || state !== 'collecting';
  if (!isThrough) throw CollectProblem.taskClosed({ state: task.state });
  if (held.typed !== was) throw CollectProblem.figureMoved({ item: item.name, is: held.typed });
  const said = { subject: unit, item: item.code, year, typed, reason, seen: held.latest };
  const source = { kind: 'form', by: by.person } as const;
  const stated = stateTyped(held.unit === null ? said : { ...said, unit: held.unit }, {
    scheme,
    register,
    task,
    source,
  });
  if (!('figure' in stated))
    throw Object.assign(CollectProblem.correctionRefused({ item: item.name, typed }), {
      findings: stated,
    });
  const row = versionRow(stated.figure, register, held.latest + 1);
  appendVersions(tx, { tenant, round, task: task.task }, [row], by);
  await pointAccepted(tx, key, row);
  const elsewhere = await takenOverElsewhere(tx, key);
  return { task, subject, period: key.period, version: row.version, elsewhere };
}
