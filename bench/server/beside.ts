/** Entry while evaluations run one after the other; each is a what-if, of which nothing is kept. */
import { visit } from '../../test/support/browser.ts';
import { type Filler, ROUND, saveFor } from './fillers.ts';
import type { Running } from './process.ts';

export interface Beside {
  /** Of saves, in milliseconds. */
  readonly p99: number;
  readonly evaluations: number;
}

export async function besideEvaluation(fillers: readonly Filler[], { address, signIns }: Running): Promise<Beside> {
  const office = await visit(address, 'office', signIns.get('office') ?? '');
  await office.get(`${ROUND}/results`);
  let [over, evaluations] = [false, 0];
  const evaluating = (async () => {
    while (!over) {
      await office.post(`${ROUND}/what-if`, { unit: '881221' });
      evaluations += 1;
    }
  })();
  const { times } = await saveFor(fillers);
  over = true;
  await evaluating;
  return { p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN, evaluations };
}
