/** Table rows: one row repeats, the sample rows behind it go. */
import type { WordBinding } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { cellsOf, rowsOf } from '../text/paragraphs.ts';
import type { Change } from '../xml/edit.ts';
import { childOf, encodeXml, findBelow, type XmlElement } from '../xml/scan.ts';
import type { Body } from './body.ts';

/** Undefined when the table or the row is not there. */
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
  const cells = cellsOf(repeated).flatMap((cell, index) => {
    const bound = row.cells[index];
    return bound === undefined
      ? []
      : setCell(
          source,
          cell,
          (format) => openControl('text', bound.key, bound.label, undefined) + textRun(format, '') + CLOSE_CONTROL,
        );
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
    { start: repeated.end, end: repeated.end, text: CLOSE_CONTROL },
    ...heads,
    ...gone,
  ];
}

const textRun = (format: string, text: string): string =>
  `<w:r>${format}<w:t xml:space="preserve">${encodeXml(text)}</w:t></w:r>`;

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
