/**
 * The only door XML comes in by: UTF-8, well-formed with its namespaces, no DOCTYPE (so no entity of anyone's), and
 * within the limits of depth and attributes. Readers that need one pass over a big part read through this gate;
 * all others get text that has passed it.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Problem } from '../../kernel/index.ts';
import { XML_ATTRIBUTES, XML_DEPTH } from './limits.ts';
import { isPlainXml } from './plain-xml.ts';
import { OoxmlProblem } from './problem.ts';

export interface XmlEvents {
  open?(tag: SaxesTagNS): void;
  /** May come in pieces; character references are resolved. */
  text?(text: string): void;
  close?(tag: SaxesTagNS): void;
}

interface XmlPart {
  readonly file: string;
  readonly part: string;
}

/** Bytes decoded at a time, so that a sheet of 100 MB never stands in memory as one text. */
const PIECE = 1024 * 1024;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BOM = [0xef, 0xbb, 0xbf];

/** Walks a part once. Throws a problem at the first thing that must not be there. */
export function walkXml(bytes: Uint8Array, where: XmlPart, events: XmlEvents): void {
  refuseOtherEncodings(bytes, where);
  const parser = guardedParser(where, events);
  try {
    let at = BOM.every((byte, index) => bytes[index] === byte) ? BOM.length : 0;
    while (at < bytes.length) {
      const end = wholeCharacters(bytes, at + PIECE);
      parser.write(UTF8.decode(bytes.subarray(at, end)));
      at = end;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Problem ? error : OoxmlProblem.xmlMalformed({ ...where });
  }
}

/** The text of a part that passes the gate, without a byte order mark. */
export function readXml(bytes: Uint8Array, where: XmlPart): string {
  refuseOtherEncodings(bytes, where);
  const text = new TextDecoder().decode(bytes);
  // A byte that is no UTF-8 is replaced, and told by the parser, which takes none.
  if (text.includes('\ufffd') || !isPlainXml(text)) walkXml(bytes, where, {});
  return text;
}

/** Steps back over at most three continuation bytes. (The streaming decoder does the same ten times slower.) */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  if (end >= bytes.length) return bytes.length;
  let at = end;
  while (end - at < 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** UTF-16 is legal and nobody writes it; taking it would let one file say two things to two programs. */
function refuseOtherEncodings(bytes: Uint8Array, where: XmlPart): void {
  const [first = 0, second = 0] = bytes;
  if (bytes.length > 1 && (first === 0 || second === 0 || (first | 1) === 0xff)) {
    throw OoxmlProblem.xmlEncoding({ ...where, encoding: 'UTF-16' });
  }
}

function refuseOtherDeclarations(encoding: string | undefined, where: XmlPart): void {
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return;
  throw OoxmlProblem.xmlEncoding({ ...where, encoding: encoding.slice(0, 40) });
}

function guardedParser(where: XmlPart, events: XmlEvents) {
  const parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  let attributes = 0;
  // Six handlers and no more: a seventh turns the parser into a dictionary for V8, four times as slow (measured).
  parser.on('doctype', () => {
    throw OoxmlProblem.doctype({ ...where });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_ATTRIBUTES) throw OoxmlProblem.xmlAttributes({ ...where, limit: XML_ATTRIBUTES });
  });
  parser.on('opentag', (tag) => {
    if (depth === 0) refuseOtherDeclarations(parser.xmlDecl.encoding, where);
    attributes = 0;
    depth += 1;
    if (depth > XML_DEPTH) throw OoxmlProblem.xmlDepth({ ...where, limit: XML_DEPTH });
    events.open?.(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close?.(tag);
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  return parser;
}
