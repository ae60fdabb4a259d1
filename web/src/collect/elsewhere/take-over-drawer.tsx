/** Figures of another round beside what stands here: what is ticked is taken over, and nothing else is touched. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ElsewherePage, TakenOver } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { useSaid } from '../../parts/acts.ts';
import { newKey, Refused, tell } from '../../shell/api.ts';
import { askAgain } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { saidOf } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { useSentences } from '../speak.ts';
import { OfferTable } from './offer-table.tsx';
import type { Offer } from './offers.ts';
import { elsewhereWords } from './words.ts';

/** As many as one request takes. */
const BATCH = 1_000;

interface Given {
  readonly round: string;
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly beside: ElsewherePage['rounds'][number];
  readonly offers: readonly Offer[];
  close(): void;
}

interface Result {
  readonly saved: readonly Offer[];
  readonly moved: number;
  readonly refused: readonly Finding[];
}

export function TakeOverDrawer({ round, entry, now: { page }, beside, offers, close }: Given) {
  const say = useWords(elsewhereWords);
  const said = useSaid();
  const speak = useSentences(page);
  const cache = useQueryClient();
  // What was ticked or unticked by hand; the rest is ticked where nothing stands here and nothing speaks against it.
  const [chosen, choose] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isTaking, take] = useState(false);
  const [result, tellResult] = useState<Result>();
  const isTicked = ({ key, is }: Offer): boolean => chosen.get(key) ?? is === 'empty';
  const ticked = offers.filter(isTicked);
  const tick = (some: readonly Offer[], to: boolean): void =>
    choose((before) => new Map([...before, ...some.map(({ key }) => [key, to] as const)]));

  async function takeOver(): Promise<void> {
    take(true);
    try {
      const { saved, moved, refused } = await send(`/rounds/${round}/tasks/${page.task}`, page.part, beside, ticked);
      await askAgain(cache, `/rounds/${round}/tasks`);
      entry.noteStep(saved.map(({ key, cell }) => ({ key, said: saidOf(cell) })));
      if (moved === 0 && refused.length === 0) {
        said.done(say.done(saved.length), () => entry.undo());
        close();
      } else {
        tellResult({ saved, moved, refused });
        choose(new Map());
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      said.refused(error);
    } finally {
      take(false);
    }
  }

  return (
    <Drawer
      open
      title={say.title(beside.name)}
      size={720}
      onClose={close}
      destroyOnHidden
      footer={
        <Button type="primary" disabled={ticked.length === 0} loading={isTaking} onClick={() => void takeOver()}>
          {say.take(ticked.length)}
        </Button>
      }
    >
      <div className="elsewhere">
        <p>{say.hint}</p>
        {result !== undefined && (
          <Alert
            type="warning"
            role="alert"
            title={say.left(result.saved.length, result.moved, result.refused.length)}
            description={result.refused.map((finding) => (
              <p key={`${finding.at.unit} ${finding.at.item} ${finding.code}`}>{speak(finding)}</p>
            ))}
          />
        )}
        {(['empty', 'worded', 'other'] as const).map((is) => {
          const some = offers.filter((offer) => offer.is === is);
          return some.length === 0 ? null : (
            <OfferTable key={is} title={say[is]} offers={some} page={page} isTicked={isTicked} tick={tick} />
          );
        })}
        {offers.length === 0 && <p>{say.nothing}</p>}
      </div>
    </Drawer>
  );
}

async function send(
  path: string,
  part: Snapshot['page']['part'],
  { round: from }: Given['beside'],
  offers: readonly Offer[],
): Promise<Result> {
  const outcomes: TakenOver['outcomes'][number][] = [];
  for (let at = 0; at < offers.length; at += BATCH) {
    const answers = offers.slice(at, at + BATCH).map(({ answer: { subject, item, year, version }, cell }) => ({
      ...(part === 'schools' ? { subject } : {}),
      ...{ item, year, version, seen: cell.version },
    }));
    const body = { from, answers };
    outcomes.push(
      ...(await tell<TakenOver>({ method: 'POST', path: `${path}/take-over`, body, key: newKey() })).outcomes,
    );
  }
  return {
    saved: offers.filter((_, at) => outcomes[at]?.kind === 'saved' || outcomes[at]?.kind === 'same'),
    moved: outcomes.filter(({ kind }) => kind === 'conflict').length,
    refused: outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.findings : [])),
  };
}
