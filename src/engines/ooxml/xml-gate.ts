/**
 * The only door XML comes in by: UTF-8, well-formed with its namespaces, no DOCTYPE (so no entity of anyone's), and
 * within the limits of depth and attributes. Readers that need one pass over a big part read through this gate;
 * all others get text that has passed it.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Problem } from '../../kernel/index.ts';
import { XML_ATTRIBUTES, XML_DEPTH } from './limits.ts';
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
const PIECE = 256 * 1024;

/** Walks a part once. Throws a problem at the first thing that must not be there. */
export function walkXml(bytes: Uint8Array, where: XmlPart, events: XmlEvents): void {
  refuseOtherEncodings(bytes, where);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = guardedParser(where, events);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof Problem ? error : OoxmlProblem.xmlMalformed({ ...where });
  }
}

/** UTF-16 is legal and nobody writes it; taking it would let one file say two things to two programs. */
function refuseOtherEncodings(bytes: Uint8Array, where: XmlPart): void {
  const [first = 0, second = 0] = bytes;
  if (first === 0 || second === 0 || (first | 1) === 0xff) {
    throw OoxmlProblem.xmlEncoding({ ...where, encoding: 'UTF-16' });
  }
}

function guardedParser(where: XmlPart, events: XmlEvents) {
  const parser = new SaxesParser({ xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  let depth = 0;
  let attributes = 0;
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!/^utf-?8$/i.test(encoding)) throw OoxmlProblem.xmlEncoding({ ...where, encoding: encoding.slice(0, 40) });
  });
  parser.on('doctype', () => {
    throw OoxmlProblem.doctype({ ...where });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_ATTRIBUTES) throw OoxmlProblem.xmlAttributes({ ...where, limit: XML_ATTRIBUTES });
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    depth += 1;
    if (depth > XML_DEPTH) throw OoxmlProblem.xmlDepth({ ...where, limit: XML_DEPTH });
    events.open?.(tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close?.(tag);
  });
  if (events.text !== undefined) parser.on('text', events.text);
  if (events.text !== undefined) parser.on('cdata', events.text);
  return parser;
}
