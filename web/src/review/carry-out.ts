/** A task passed on or returned as a whole, after its consequence was read and agreed to. */
import { useState } from 'react';
import type { ReviewFigure, ReviewSheet } from '../../../src/review/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { newKey, Refused } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { reviewWords } from './words.ts';

interface Given {
  readonly sheet: ReviewSheet;
  readonly title: string;
  readonly path: string;
  readonly reason: string;
  readonly returned: readonly ReviewFigure[];
  /** To the next of the pile, when this one is through. */
  goOn(): void;
}

export function useCarryOut({ sheet, title, path, reason, returned, goOn }: Given) {
  const say = useWords(reviewWords);
  const { round } = useRound();
  const confirm = useConfirm();
  const said = useSaid();
  const [moved, tellMoved] = useState(false);
  const take = useTell<{ readonly verb: string; readonly body: object }>(
    ({ verb, body }) => ({ method: 'POST', path: `${path}/${verb}`, body, seen: sheet.edition, key: newKey() }),
    { changes: [`/rounds/${round}`] },
  );
  const isLast = sheet.next?.isLast === true;
  const ways = {
    return: {
      asked: {
        title: say.returnTitle(title),
        body: say.returnBody(returned.length),
        verb: say.returnN(returned.length),
      },
      told: say.sentBack,
      verb: 'return',
      body: {
        reason,
        fields: returned.map(({ subject, item, period }) => ({ subject, item, period, reason })),
      },
    },
    pass: {
      asked: {
        title: say.passWhat(title),
        body: isLast ? say.passLast : say.passOn(sheet.next?.stateName ?? ''),
        verb: say.accept,
      },
      told: say.done,
      verb: isLast ? 'accept' : 'approve',
      body: {},
    },
  };
  const carryOut = async (way: 'return' | 'pass'): Promise<void> => {
    const { asked, told, verb, body } = ways[way];
    if (!(await confirm(asked))) return;
    try {
      await take.mutateAsync({ verb, body });
      said.done(told);
      goOn();
    } catch (error) {
      tellMoved(error instanceof Refused && error.code === 'review.editionMoved');
      said.refused(error);
    }
  };
  return { carryOut, moved, isBusy: take.isPending };
}
