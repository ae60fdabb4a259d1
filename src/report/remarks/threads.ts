/** Remarks with what was said to each, and whether it is settled. */
import type { Remark } from './remarks.store.ts';

export function threadsOf(rows: readonly Remark[]) {
  const answers = Map.groupBy(
    rows.filter(({ about }) => about !== null),
    ({ about }) => about,
  );
  return rows
    .filter(({ about }) => about === null)
    .map(({ tenant: _, round: __, report: ___, about: ____, kind: _____, ...remark }) => {
      const said = answers.get(remark.remark) ?? [];
      const last = said.findLast(({ kind }) => kind === 'close' || kind === 'reopen');
      return {
        ...remark,
        closed: last?.kind === 'close',
        answers: said.map(({ remark: id, kind, words, person, author, at }) => ({
          remark: id,
          kind,
          words,
          person,
          author,
          at,
        })),
      };
    });
}
