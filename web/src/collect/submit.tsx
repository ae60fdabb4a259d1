/** Handing the task on, and taking it back. What keeps it is said on the button, and the button leads there. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TaskPage } from '../../../src/collect/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { punctuation } from '../parts/punctuation.ts';
import { ask, newKey, Refused, tell } from '../shell/api.ts';
import { askAgain } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { type Place, placeOf } from './entry/cells.ts';
import type { Snapshot } from './entry/entry.ts';
import { isOpen } from './form/form-rows.ts';
import type { Tally } from './form/tally.ts';
import { collectWords } from './words.ts';

interface Given {
  readonly round: string;
  readonly now: Snapshot;
  readonly tally: Tally;
  goTo(place: Place): void;
}

export function SubmitButton({ round, now, tally, goTo }: Given) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const confirm = useConfirm();
  const said = useSaid();
  const cache = useQueryClient();
  const [isSending, send] = useState(false);
  const { page } = now;
  const path = `/rounds/${round}/tasks/${page.task}`;
  const name = page.part === 'schools' ? say.schools : say.formsOf(say.bureau(page.unit.name, page.deptName));

  /** The edition that is looked at is the one that stands now: what was typed here has raised it. */
  async function step(verb: 'submit' | 'withdraw'): Promise<void> {
    send(true);
    try {
      const { edition } = await ask<TaskPage>(path);
      await tell({ method: 'POST', path: `${path}/${verb}`, body: { edition }, key: newKey() });
      const { receipt = '' } = verb === 'submit' ? await ask<TaskPage>(path) : {};
      said.done(verb === 'submit' ? say.submitted(receipt) : say.withdrawn);
    } catch (error) {
      said.refused(error);
      const at =
        error instanceof Refused ? error.findings.find(({ at: { item } }) => item !== undefined)?.at : undefined;
      if (at?.item !== undefined) goTo({ subject: at.unit ?? page.unit.code, item: at.item, year: 'now' });
    }
    send(false);
    await askAgain(cache, `/rounds/${round}/tasks`, `/rounds/${round}/inbox`, '/notices');
  }

  if (!isOpen(page)) {
    if (page.fills !== 'all' || page.steps[0]?.code !== page.state) return null;
    return (
      <Button
        loading={isSending}
        onClick={async () => {
          if (await confirm({ title: `${say.withdraw} ${name}`, body: say.withdrawSure, verb: say.withdraw }))
            await step('withdraw');
        }}
      >
        {say.withdraw}
      </Button>
    );
  }
  if (page.fills === 'none') return null;
  const why = whyNot(now, tally, say);
  const submit = async (): Promise<void> => {
    if (why !== undefined) {
      if (why.at !== undefined) goTo(why.at);
      return;
    }
    const [first, ...rest] = page.steps;
    const person = first === undefined ? '' : `${first.people[0]?.person ?? say.nobody}${marks.aside(first.unit)}`;
    const sure = say.submitSure(person, first?.name ?? '', rest.map(({ name: next }) => next).join(marks.list));
    const left = tally.all.of - tally.all.done;
    const body = left > 0 ? `${say.submitLeft(left)}${sure}` : sure;
    if (await confirm({ title: say.submitWhat(name), body, verb: say.submitWhat(name) })) await step('submit');
  };
  return (
    <span className="submit">
      <Button
        type="primary"
        loading={isSending}
        aria-disabled={why !== undefined}
        aria-describedby={why === undefined ? undefined : 'submit-why'}
        className={why === undefined ? '' : 'collect-blocked'}
        onClick={() => void submit()}
      >
        {say.submit}
      </Button>
      {why !== undefined && (
        <span id="submit-why" className="submit-why">
          {why.words}
        </span>
      )}
    </span>
  );
}

type Say = ReturnType<typeof useWords<(typeof collectWords)['zh']>>;

/** What stands in the way, and where. */
function whyNot(
  { page, standing, unsaved, conflicts }: Snapshot,
  { places, errors, warns, empty, returned, all }: Tally,
  say: Say,
): { readonly words: string; readonly at?: Place } | undefined {
  if (standing.is === 'offline') return { words: say.blockedOffline };
  const [conflict] = conflicts;
  if (conflict !== undefined) return { words: say.conflicts(conflicts.length), at: placeOf(conflict) };
  const stands = places.filter(({ finding: { severity } }) => severity !== 'hint');
  const first =
    stands.find(({ finding, isEmpty }) => finding.severity === 'error' && !isEmpty) ??
    stands.find(({ isEmpty }) => !isEmpty) ??
    stands[0];
  if (first !== undefined) return { words: say.blocked(empty, errors, warns), at: first };
  const [sentBack] = returned;
  if (sentBack !== undefined) return { words: say.blockedReturned(returned.length), at: sentBack };
  if (unsaved > 0) return { words: say.blockedUnsaved };
  if (all.done === 0) return { words: say.blockedNothing };
  return page.fills === 'all' ? undefined : { words: say.blockedPart };
}
