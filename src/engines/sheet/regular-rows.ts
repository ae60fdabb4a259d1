/**
 * The rows of a worksheet in the form Excel, WPS and we ourselves write them, scanned without an XML parser:
 *
 *     <row r="7" spans="1:9"><c r="F7" s="3" t="s"><f>SUM(A1)</f><v>12</v></c></row>
 *
 * A sheet of 600,000 cells is read by this in half the time and without a parser's litter. It takes exactly this
 * grammar and nothing else: one entity, comment, odd attribute or control character, and the whole sheet goes through
 * the gate instead. What stands around the rows (the shell) always does.
 */
export interface RegularCell {
  readonly ref: string;
  readonly type: string;
  readonly style: number;
  readonly raw: string;
  readonly formula: boolean;
}

interface RegularRow {
  readonly r: string;
  readonly cells: readonly RegularCell[];
}

export interface RegularSheet {
  /** The part without its rows. */
  readonly shell: Uint8Array;
  readonly rows: Iterable<RegularRow>;
}

const OPEN = Buffer.from('<sheetData>');
const CLOSE = Buffer.from('</sheetData>');
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const ROW = /<row r="(\d{1,7})"(?: [\w:.-]+="[^"<&]*")*(\/)?>/y;
const ROW_END = '</row>';
const CELL =
  /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,6})")?(?: t="(n|s|str|b|e|inlineStr)")?(?:\/>|>(<f(?: [\w:.-]+="[^"<&]*")*(?:\/>|>[^<&]*<\/f>))?(?:<v>([^<&]*)<\/v>)?(?:<is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is>)?<\/c>)/y;
/** Characters XML cannot hold; a carriage return would be read as a line feed by a parser. */
const IRREGULAR = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\]\]>/u;

/** Undefined for a sheet in any other form. */
export function splitRegular(bytes: Uint8Array): RegularSheet | undefined {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = part.indexOf(OPEN);
  const end = part.lastIndexOf(CLOSE);
  if (start === -1 || end < start || part.indexOf(OPEN, start + 1) !== -1) return undefined;
  const before = part.subarray(0, start + OPEN.length);
  // In a comment or a CDATA section the tag would be no tag.
  if (before.includes('<!')) return undefined;
  let source: string;
  try {
    source = UTF8.decode(part.subarray(start + OPEN.length, end));
  } catch {
    return undefined;
  }
  if (IRREGULAR.test(source) || !isRegular(source)) return undefined;
  return { shell: Buffer.concat([before, part.subarray(end)]), rows: rowsOf(source) };
}

/** Walks the grammar once without keeping anything, so that reading never stops half-way. */
function isRegular(source: string): boolean {
  let at = 0;
  while (at < source.length) {
    ROW.lastIndex = at;
    const row = ROW.exec(source);
    if (row === null) return false;
    at = ROW.lastIndex;
    if (row[2] !== undefined) continue;
    for (;;) {
      CELL.lastIndex = at;
      if (!CELL.test(source)) break;
      at = CELL.lastIndex;
    }
    if (!source.startsWith(ROW_END, at)) return false;
    at += ROW_END.length;
  }
  return true;
}

function* rowsOf(source: string): Iterable<RegularRow> {
  let at = 0;
  while (at < source.length) {
    ROW.lastIndex = at;
    const row = ROW.exec(source);
    if (row === null) return;
    at = ROW.lastIndex;
    const cells: RegularCell[] = [];
    if (row[2] === undefined) {
      for (;;) {
        CELL.lastIndex = at;
        const cell = CELL.exec(source);
        if (cell === null) break;
        const [, ref = '', style = '0', type = 'n', formula, value, inline] = cell;
        cells.push({ ref, type, style: Number(style), raw: value ?? inline ?? '', formula: formula !== undefined });
        at = CELL.lastIndex;
      }
      at += ROW_END.length;
    }
    yield { r: row[1] ?? '', cells };
  }
}
