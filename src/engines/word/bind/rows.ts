/** Table rows: one row repeats, the sample rows behind it go; what a table needs round it when it moves. */
import type { WordBinding } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { officialBlocks, runs } from '../official/blocks.ts';
import { textElements } from '../run-text.ts';
import { cellsOf, rowsOf } from '../text/paragraphs.ts';
import { applyChanges, type Change } from '../xml/edit.ts';
import { childOf, findBelow, type XmlElement } from '../xml/scan.ts';
import type { Body } from './body.ts';

/** Undefined when the table, the row or the paragraph it moves behind is not there. */
export function bindRow(
  body: Body,
  row: WordBinding['rows'][number],
  nextId: () => number,
): readonly Change[] | undefined {
  const table = findBelow(body.body, (name) => name === 'w:tbl')[row.table];
  const rows = table === undefined ? [] : rowsOf(table);
  const repeated = rows[row.row];
  if (repeated === undefined) return undefined;
  const { source } = body;
  const rowOf = (contents: readonly ((format: string) => string)[]): readonly Change[] =>
    cellsOf(repeated).flatMap((cell, index) => {
      const content = contents[index];
      return content === undefined ? [] : setCell(source, cell, content);
    });
  const cells = rowOf(
    row.cells.map(
      ({ key, label }) =>
        (format) =>
          openControl('text', key, label, undefined) + textRun(format, '') + CLOSE_CONTROL,
    ),
  );
  const foot = (row.foot ?? []).map(({ cells, each }) => {
    const id = each === undefined ? nextId : undefined;
    const filled = rowOf(cells.map((text) => (format) => runs(text, format, id)));
    const made = copyOf(source, repeated, filled);
    return each === undefined ? made : openControl('each', each.key, each.label, nextId()) + made + CLOSE_CONTROL;
  });
  const heads = cellsOf(rows[row.row - 1] ?? repeated).flatMap((cell, index) => {
    const head = row.heads?.[index];
    return head === undefined ? [] : setCell(source, cell, (format) => textRun(format, head));
  });
  const gone = rows
    .slice(row.row + 1, (row.through ?? row.row) + 1)
    .map((each) => ({ start: each.start, end: each.end, text: '' }));
  return [
    { start: repeated.start, end: repeated.start, text: openControl('each', row.key, row.label, nextId()) },
    ...cells,
    { start: repeated.end, end: repeated.end, text: CLOSE_CONTROL + foot.join('') },
    ...heads,
    ...gone,
  ];
}

/** The table behind the paragraph it belongs to, between its caption and its note. Undefined when either is not there. */
export function moveTable(
  body: Body,
  { table, after = '', caption, note }: WordBinding['rows'][number],
  nextId: () => number,
): readonly Change[] | undefined {
  const moved = findBelow(body.body, (name) => name === 'w:tbl')[table];
  const [place, ...others] = body.find(after);
  if (moved === undefined || place === undefined || others.length > 0) return undefined;
  const block = (kind: 'caption' | 'note', text: string | undefined): string =>
    text === undefined ? '' : officialBlocks([{ kind, text }], nextId);
  const { end } = place.paragraph.element;
  const text = block('caption', caption) + body.source.slice(moved.start, moved.end) + block('note', note);
  return [
    { start: end, end, text },
    { start: moved.start, end: moved.end, text: '' },
  ];
}

/** A piece of the source with changes inside it done. */
const copyOf = (source: string, { start, end }: XmlElement, changes: readonly Change[]): string =>
  applyChanges(
    source.slice(start, end),
    changes.map((change) => ({ ...change, start: change.start - start, end: change.end - start })),
  );

const textRun = (format: string, text: string): string =>
  `<w:r>${format}${text === '' ? '<w:t xml:space="preserve"></w:t>' : textElements(text)}</w:r>`;

/** The content of a cell's first paragraph becomes what `content` gives for the format of its first run. */
function setCell(source: string, cell: XmlElement, content: (format: string) => string): readonly Change[] {
  const paragraph = childOf(cell, 'w:p');
  if (paragraph === undefined) return [];
  const properties = childOf(paragraph, 'w:pPr');
  const [run] = findBelow(paragraph, (name) => name === 'w:r');
  const format = run === undefined ? undefined : childOf(run, 'w:rPr');
  const start = properties?.end ?? paragraph.openEnd;
  const text = content(format === undefined ? '' : source.slice(format.start, format.end));
  // `<w:p/>` has no inside to fill.
  if (paragraph.openEnd === paragraph.end)
    return [{ start: paragraph.start, end: paragraph.end, text: `<w:p>${text}</w:p>` }];
  return [{ start, end: paragraph.closeStart, text }];
}
