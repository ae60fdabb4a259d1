/** Changes one value of an office file as a person would: a cell of a workbook, or the text of a control of a report. */
import { readPackage, writePackage } from '../../src/engines/ooxml/index.ts';

/** `where` is a sheet's name with a cell, or a control's key. */
export function setCell(
  bytes: Uint8Array,
  where: string,
  cell: string,
  change: (stated: string) => string,
): Uint8Array {
  return cell === ''
    ? edit(bytes, 'docx', 'word/document.xml', controlOf(where), change)
    : edit(bytes, 'xlsx', sheetPart(bytes, where), cellOf(cell), change);
}

const cellOf = (address: string): RegExp => new RegExp(`(<c r="${address}"[^>]*><v>)([^<]*)(</v>)`);
const controlOf = (key: string): RegExp =>
  new RegExp(`(<w:tag w:val="${key}"/>(?:(?!</w:sdt>)[\\s\\S])*?<w:t[^>]*>)([^<]*)(</w:t>)`);

function sheetPart(bytes: Uint8Array, name: string): string {
  const pkg = readPackage(bytes, 'xlsx', 'test');
  const sheets = pkg.text('xl/workbook.xml');
  const id = new RegExp(`<sheet name="${name.replace(/[()（）]/g, '\\$&')}"[^>]*r:id="([^"]+)"`).exec(sheets)?.[1];
  const part = pkg.relations('xl/workbook.xml').find((relation) => relation.id === id)?.target;
  if (part === undefined) throw new Error(`no sheet ${name}`);
  return part;
}

function edit(
  bytes: Uint8Array,
  kind: 'docx' | 'xlsx',
  part: string,
  place: RegExp,
  change: (stated: string) => string,
): Uint8Array {
  const pkg = readPackage(bytes, kind, 'test');
  const source = pkg.text(part);
  if (!place.test(source)) throw new Error(`nothing to change in ${part}`);
  const text = source.replace(
    place,
    (_, before: string, stated: string, after: string) => before + change(stated) + after,
  );
  return writePackage(
    pkg.names.map((name) => (name === part ? { name, bytes: text } : { name, part: pkg.packed(name) })),
    kind,
  );
}
