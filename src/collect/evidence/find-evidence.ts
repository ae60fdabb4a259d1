/** Records of evidence within reach, for who looks for words in them; none for who has no business in the round. */
import type { Tx, Who } from '../../platform/index.ts';
import { maySeeRounds, maySeeTask } from '../policy.ts';
import { loadRound } from '../round/rounds.store.ts';
import { listEvidence } from './evidence.store.ts';

export async function findEvidence(tx: Tx, who: Who, round: string) {
  if (!maySeeRounds(who)) return [];
  const { register } = await loadRound(tx, who.tenant, round);
  return (await listEvidence(tx, who.tenant, round))
    .filter((record) => maySeeTask(who, record))
    .map(({ evidence, unit, title, number, doc_number }) => ({
      evidence,
      title,
      number,
      docNumber: doc_number ?? '',
      unitName: register.unitOf(unit)?.name ?? '',
    }));
}
