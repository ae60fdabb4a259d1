/** Records of evidence for other stages: those with certain words, and those in which something was found. */
import type { Tx, Who } from '../../platform/index.ts';
import { maySeeRounds, maySeeTask } from '../policy.ts';
import { loadRound, type Task } from '../round/rounds.store.ts';
import { listEvidence } from './evidence.store.ts';

/** Within reach, for who looks for words in them; none for who has no business in the round. */
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
      unit: register.unitOf(unit)?.code ?? '',
      unitName: register.unitOf(unit)?.name ?? '',
    }));
}

/** Of a task, those with a mark of secrecy or numbers of identity cards, for who is to agree to it. */
export const findToldEvidence = async (tx: Tx, { tenant, round, unit, dept, part }: Task) =>
  (part === 'forms' ? await listEvidence(tx, tenant, round, unit) : [])
    .filter((record) => record.dept === dept && record.findings.length > 0)
    .map(({ evidence, number, title, findings }) => ({ evidence, number, title, findings }));
