/**
 * Binds a plain file by places instead of quotes: blanks that were looked at one by one, each with its paragraph and
 * offset. Places are worked off from the end of each paragraph, so that those before them stay where they were.
 */
import type { Finding } from '../../../kernel/index.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { mainPartOf, openWord } from '../open.ts';
import { repack } from '../repack.ts';
import type { Change } from '../xml/edit.ts';
import type { Bound } from './bind.ts';
import { Body } from './body.ts';
import { bindRow } from './rows.ts';
import { replaceStretch, wrapStretch } from './stretch.ts';

/** A stretch of the body's text: it becomes a control, or other words. */
export type BoundPlace = {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** As it was read, for the finding when it cannot be bound. */
  readonly text: string;
} & ({ readonly key: string; readonly label: string } | { readonly key?: undefined; readonly words: string });

/** As `WordBinding.rows`. */
export type BoundRow = Parameters<typeof bindRow>[1];

export function bindPlaces(
  bytes: Uint8Array,
  { places, rows }: { readonly places: readonly BoundPlace[]; readonly rows: readonly BoundRow[] },
  file: string,
): Bound {
  const { package: pkg } = openWord(bytes, file);
  const main = mainPartOf(pkg);
  const body = new Body(pkg.text(main));
  const findings: Finding[] = [];
  let ids = 1000;
  const nextId = (): number => {
    ids += 1;
    return ids;
  };
  const missed = (code: string, anchor: string, key: string): void => {
    findings.push({ code, severity: 'error', at: { file, slot: key }, quote: anchor, data: { anchor, key } });
  };
  // The last place of every paragraph at once, then the last but one: each round reads the source anew only once.
  const waiting = new Map(
    [...Map.groupBy(places, ({ paragraph }) => paragraph)].map(([paragraph, all]) => [
      paragraph,
      all.toSorted((a, b) => a.start - b.start || a.end - b.end),
    ]),
  );
  while (waiting.size > 0) {
    const changes: Change[] = [];
    for (const [paragraph, left] of [...waiting]) {
      const place = left.pop();
      if (left.length === 0) waiting.delete(paragraph);
      const logical = body.paragraphs[paragraph]?.logical;
      if (place === undefined || logical === undefined) continue;
      const made =
        place.key === undefined
          ? replaceStretch(logical, place, place.words)
          : wrapStretch(
              body.source,
              logical,
              place,
              openControl('text', place.key, place.label, nextId()),
              CLOSE_CONTROL,
            );
      if (made === undefined) missed('word.bind.notText', place.text, place.key ?? '');
      else changes.push(...made);
    }
    body.change(changes);
  }
  for (const row of rows) {
    const changes = bindRow(body, row, nextId);
    if (changes === undefined) missed('word.bind.tableMissing', row.label, row.key);
    else body.change(changes);
  }
  return { bytes: repack(pkg, { changed: new Map([[main, body.source]]) }), findings };
}
