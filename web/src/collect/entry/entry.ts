/**
 * What is typed into one task, while it is typed: cells, steps back, checks, and what still waits for the server. It
 * lives outside of the screen, so that leaving the screen loses nothing, and tells who listens by a new snapshot.
 */

import type { TaskFindings, TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { ask } from '../../shell/api.ts';
import { calculate } from './calculate.ts';
import { type Cell, cellOf, EMPTY, isSameSaid, keyOf, placeOf, type Said, saidOf } from './cells.ts';
import { type Draft, keepDrafts, readDrafts } from './drafts.ts';
import { openHushed } from './hushed.ts';
import { loadRules } from './load-rules.ts';
import type { openRules, Rules } from './rules.ts';
import { type Outcome, openSender, type Sent, type Standing } from './sender.ts';
import { openSteps, type Step } from './steps.ts';

export interface Edit extends Partial<Said> {
  readonly key: string;
}

export interface Snapshot {
  readonly page: TaskPage;
  readonly cells: ReadonlyMap<string, Cell>;
  /** By subject and item. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** About no single cell. */
  readonly others: readonly Finding[];
  readonly standing: Standing;
  readonly savedAt: Date | undefined;
  /** Cells that are not with the server. */
  readonly unsaved: number;
  readonly conflicts: readonly string[];
  /** Drafts of an earlier visit that were taken up again. */
  readonly restored: number;
  /** Of the rows that are computed; undefined until the rules came. */
  readonly computer: Rules['computer'] | undefined;
  /** Raised for a unit with each change of its cells or findings. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly era: number;
}

const BATCH = 1_000;
const VERDICT_AFTER_MS = 800;
const DRAFTS_AFTER_MS = 150;

export class Entry {
  #page: TaskPage;
  readonly #path: string;
  readonly #drafts: string;
  readonly #hushed: ReturnType<typeof openHushed>;
  #cells = new Map<string, Cell>();
  #openRules: typeof openRules | undefined;
  /** Undefined until they came: the server's verdict alone is shown. */
  #rules: Rules | undefined;
  /** Found here, by subject. */
  readonly #found = new Map<string, readonly Finding[]>();
  #verdict: readonly Finding[];
  readonly #steps = openSteps((key) => saidOf(this.cell(key)));
  #standing: Standing = { is: 'idle' };
  #savedAt: Date | undefined;
  #restored = 0;
  readonly #revisions = new Map<string, number>();
  #era = 0;
  #snapshot: Snapshot;
  readonly #heard = new Set<() => void>();
  readonly #sender;
  #verdictTimer: ReturnType<typeof setTimeout> | undefined;
  #draftsTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: TaskPage, { round, account }: { readonly round: string; readonly account: string }) {
    this.#page = page;
    this.#path = `/rounds/${round}/tasks/${page.task}`;
    this.#drafts = `${account}/${round}/${page.task}`;
    this.#hushed = openHushed(this.#drafts);
    this.#verdict = page.findings;
    this.#cells = cellsOf(page);
    this.#sender = openSender({
      path: `${this.#path}/figures`,
      gather: () => this.#gather(),
      arrived: (sent, outcomes) => this.#arrived(sent, outcomes),
      stands: (standing) => this.#stand(standing),
    });
    this.#snapshot = this.#shoot();
    void this.#takeUpDrafts();
  }

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#heard.add(hear);
    return () => this.#heard.delete(hear);
  };
  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Gives how many cells were changed; the change is one step back. */
  edit(edits: readonly Edit[]): number {
    const changes = edits.flatMap(({ key, ...said }) => {
      const was = saidOf(this.cell(key));
      const typed = said.typed === undefined ? was.typed : calculate(said.typed.trim());
      // What was confirmed beside a number is not confirmed beside the next.
      const reasonHolds = typed === was.typed ? was.reasonHolds : undefined;
      const is = { ...was, reasonHolds, ...said, typed };
      return isSameSaid(was, is) ? [] : [{ key, was, said: is }];
    });
    if (changes.length === 0) return 0;
    this.#steps.note(changes.map(({ key, was }) => ({ key, said: was })));
    this.#apply(changes);
    return changes.length;
  }

  /** What was changed on the server at the person's word is a step back as well, once it came: `before` is what stood here. */
  noteStep(before: Step): void {
    if (before.length > 0) this.#steps.note(before);
  }

  undo(): void {
    this.#apply(this.#steps.undo() ?? []);
  }

  redo(): void {
    this.#apply(this.#steps.redo() ?? []);
  }

  cell(key: string): Cell {
    return this.#cells.get(key) ?? EMPTY;
  }

  /** Mine over theirs, knowingly: a version after the one that was shown. */
  keepMine(key: string): void {
    const { theirs, ...cell } = this.cell(key);
    if (theirs === undefined) return;
    this.#cells.set(key, { ...cell, version: theirs.version, state: 'waits' });
    this.#changed([key]);
    this.#sender.hurry();
  }

  takeTheirs(key: string): void {
    const { theirs, ...cell } = this.cell(key);
    if (theirs === undefined) return;
    const { typed, person, at, version } = theirs;
    this.#cells.set(key, { ...cell, typed, reasonHolds: undefined, person, at, version, state: 'saved', refusal: [] });
    this.#changed([key]);
  }

  /** 不再提醒此格. */
  hush(finding: Finding): void {
    this.#hushed.hush(finding);
    this.#era += 1;
    this.#tell();
  }

  /** The form is drawn, the network is back, or somebody signed in again. */
  resume(): void {
    if (this.#rules === undefined) void this.#loadRules();
    if (this.#snapshot.unsaved > 0) this.#sender.hurry();
  }

  /** What the server says now; cells that wait here stay as they were typed. */
  adopt(page: TaskPage): void {
    if (page === this.#page) return;
    const fresh = cellsOf(page);
    for (const [key, cell] of this.#cells) {
      const served = fresh.get(key);
      if (cell.state === 'saved' && (served === undefined || served.version >= cell.version)) continue;
      fresh.set(key, cell);
    }
    this.#page = page;
    this.#cells = fresh;
    this.#rules = this.#openRules?.(page);
    this.#verdict = page.findings;
    this.#found.clear();
    this.#era += 1;
    this.#tell();
  }

  #apply(changes: Step): void {
    if (changes.length === 0) return;
    for (const { key, said } of changes) {
      const { theirs: _, ...cell } = this.cell(key);
      this.#cells.set(key, { ...cell, ...said, state: 'waits', refusal: [] });
    }
    this.#changed(changes.map(({ key }) => key));
    this.#sender.wake();
  }

  #changed(keys: readonly string[]): void {
    this.#cells = new Map(this.#cells);
    for (const subject of new Set(keys.map((key) => placeOf(key).subject))) {
      if (this.#rules !== undefined) this.#found.set(subject, this.#rules.checker.check(subject, this.#cells));
      this.#revisions.set(subject, (this.#revisions.get(subject) ?? 0) + 1);
    }
    clearTimeout(this.#draftsTimer);
    this.#draftsTimer = setTimeout(() => void keepDrafts(this.#drafts, this.#unsaved()), DRAFTS_AFTER_MS);
    this.#tell();
  }

  /** What was typed before the rules came is checked as they come. */
  async #loadRules(): Promise<void> {
    const open = await loadRules();
    if (open === undefined || this.#rules !== undefined) return;
    this.#openRules = open;
    this.#rules = open(this.#page);
    this.#era += 1;
    this.#changed([...this.#cells].flatMap(([key, { state }]) => (state === 'saved' ? [] : [key])));
  }

  #unsaved(): readonly Draft[] {
    return [...this.#cells].flatMap(([key, cell]) =>
      cell.state === 'saved' ? [] : [{ key, ...saidOf(cell), seen: cell.version }],
    );
  }

  #gather(): Sent<object> | undefined {
    const waiting = [...this.#cells].filter(([, { state }]) => state === 'waits').slice(0, BATCH);
    if (waiting.length === 0) return undefined;
    const isOfSchools = this.#page.part === 'schools';
    return {
      keys: waiting.map(([key]) => key),
      answers: waiting.map(([key, { typed, reason, reasonHolds, nature, version }]) => {
        const { subject, item, year } = placeOf(key);
        return {
          ...(isOfSchools ? { subject } : {}),
          ...{ item, year, typed, seen: version },
          ...(reason === '' ? {} : { reason }),
          ...(reasonHolds === undefined ? {} : { reasonHolds }),
          ...(nature === undefined ? {} : { nature }),
        };
      }),
    };
  }

  #arrived({ keys, answers }: Sent<object>, outcomes: readonly Outcome[]): void {
    outcomes.forEach((outcome, at) => {
      const key = keys[at] ?? '';
      const { typed, reason = '', nature, reasonHolds } = answers[at] as Pick<Said, 'typed'> & Partial<Said>;
      const cell = this.cell(key);
      // Typed on meanwhile: what came back is older than what stands here.
      const isStill = isSameSaid(saidOf(cell), { typed, reason, nature, reasonHolds });
      this.#cells.set(key, settled(cell, outcome, isStill));
    });
    this.#savedAt = new Date();
    this.#changed(keys);
    clearTimeout(this.#verdictTimer);
    this.#verdictTimer = setTimeout(() => void this.#askVerdict(), VERDICT_AFTER_MS);
  }

  /** The server's verdict counts; it takes the place of what was found here once nothing waits any more. */
  async #askVerdict(): Promise<void> {
    const { findings } = await ask<TaskFindings>(`${this.#path}/findings`).catch(() => ({ findings: undefined }));
    if (findings === undefined) return;
    this.#verdict = findings;
    if (this.#unsaved().length === 0) this.#found.clear();
    this.#era += 1;
    this.#tell();
  }

  async #takeUpDrafts(): Promise<void> {
    const drafts = await readDrafts(this.#drafts);
    const keys = drafts.flatMap(({ key, seen, ...said }): string[] => {
      const cell = this.cell(key);
      if (cell.state !== 'saved' || isSameSaid(saidOf(cell), said)) return [];
      const isMoved = cell.version !== seen;
      const { typed, person, at, version } = cell;
      const theirs = isMoved ? { theirs: { typed, person, at, version } } : {};
      this.#cells.set(key, { ...cell, ...said, state: isMoved ? 'conflict' : 'waits', ...theirs });
      return [key];
    });
    if (keys.length === 0) return;
    this.#restored = keys.length;
    this.#changed(keys);
    this.#sender.wake();
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#tell();
  }

  #tell(): void {
    this.#snapshot = this.#shoot();
    for (const hear of this.#heard) hear();
  }

  #shoot(): Snapshot {
    const here = [...this.#found.values()].flat();
    // Until a unit was touched the server's word stands for it; after that, only of what is not checked here.
    const served = this.#verdict.filter(
      ({ code, at }) => !(this.#rules?.checker.isLocal(code) === true && this.#found.has(at.unit ?? '')),
    );
    const all = [...here, ...served].filter((finding) => !this.#hushed.hides(finding));
    const conflicts = [...this.#cells].flatMap(([key, { state }]) => (state === 'conflict' ? [key] : []));
    return {
      page: this.#page,
      cells: this.#cells,
      findings: Map.groupBy(
        all.filter(({ at }) => at.item !== undefined),
        ({ at }) => `${at.unit}\t${at.item}`,
      ),
      others: all.filter(({ at }) => at.item === undefined),
      standing: this.#standing,
      savedAt: this.#savedAt,
      unsaved: this.#unsaved().length,
      conflicts,
      restored: this.#restored,
      computer: this.#rules?.computer,
      revisions: this.#revisions,
      era: this.#era,
    };
  }
}

function cellsOf(page: TaskPage): Map<string, Cell> {
  const units = new Map<string, string>(page.items.map(({ code, unit }) => [code, unit]));
  return new Map(page.answers.map((answer) => [keyOf(answer), cellOf(answer, units.get(answer.item))]));
}

function settled({ theirs: _, ...cell }: Cell, outcome: Outcome, isStill: boolean): Cell {
  switch (outcome.kind) {
    case 'saved':
    case 'same':
      return {
        ...cell,
        version: outcome.version,
        returned: null,
        ...(isStill ? { state: 'saved' as const, refusal: [] } : {}),
      };
    case 'refused':
      return isStill ? { ...cell, state: 'refused', refusal: outcome.findings } : cell;
    case 'conflict': {
      const { typed, person, at, version } = outcome;
      // The same said by both is no conflict.
      if (typed === cell.typed && cell.reason === '') return { ...cell, version, state: 'saved', person, at };
      return { ...cell, state: 'conflict', theirs: { typed, person, at, version } };
    }
  }
}
