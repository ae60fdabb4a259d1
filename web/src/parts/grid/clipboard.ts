/**
 * Blocks in and out of the clipboard. Excel and WPS put a table of HTML beside tab-separated text; the text is what
 * people see and has its quotes and line breaks told apart, so it is read first, and HTML only where there is no text.
 */
type Grid = readonly (readonly string[])[];

/** Rows of cells. A quoted cell may hold tabs, line breaks and doubled quotes; the line end of the last row ends nothing. */
export function readTsv(text: string): Grid {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  let isFresh = true;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
    isFresh = true;
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && isFresh) {
      isQuoted = true;
      isFresh = false;
    } else if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else {
      cell += letter;
      isFresh = false;
    }
  }
  endCell();
  return rows;
}

/** Cells of the first table of a page; merged cells take their room, the rest of it empty. */
export function readHtml(html: string): Grid | undefined {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return undefined;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      (cell.textContent ?? '').trim(),
      ...Array.from({ length: Math.max(cell.colSpan - 1, 0) }, () => ''),
    ]),
  );
  return rows.length === 0 ? undefined : rows;
}

export function readClipboard(data: Pick<DataTransfer, 'getData'>): Grid {
  const text = data.getData('text/plain');
  return text === '' ? (readHtml(data.getData('text/html')) ?? [['']]) : readTsv(text);
}

const QUOTED = /["\t\n\r]/;
const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Plain numbers, with units and thousands left out by who gives them. */
export const printTsv = (grid: Grid): string =>
  grid
    .map((row) => row.map((cell) => (QUOTED.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t'))
    .join('\r\n');

export const printHtml = (grid: Grid): string =>
  `<table>${grid.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
