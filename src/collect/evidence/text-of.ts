/**
 * The words of a content that is evidence, line by line, as far as this house can read them: text, Word, Excel, slides; of
 * a PDF what stands in it as text (its title, Latin signs and digits). A picture, a scan or a file that is damaged gives
 * none: nothing is refused here.
 */
import { inflateSync } from 'node:zlib';
import { readArchive, walkXml } from '../../engines/ooxml/index.ts';
import { Problem } from '../../kernel/index.ts';

/** Words looked at of one content; longer ones are tables of figures. */
const WORDS_MOST = 20_000_000;
const STREAM_MOST = 4_000_000;
/** Elements after which a line ends: a paragraph, a text of Excel, a cell. */
const LINE_ENDS: ReadonlySet<string> = new Set(['p', 'si', 'c', 'is', 'br', 'tr']);
const WORDS_OF = /^(?:word\/|xl\/|ppt\/|docProps\/)[^/]*(?:\/[^/]*)?\.xml$/;

export function textOf(content: Uint8Array, ending: string): string {
  if (ending === 'txt') return decoded(content);
  if (ending === 'docx' || ending === 'xlsx' || ending === 'pptx') return textOfOffice(content);
  return ending === 'pdf' ? textOfPdf(content) : '';
}

function decoded(content: Uint8Array): string {
  const short = content.subarray(0, WORDS_MOST);
  const text = new TextDecoder('utf-8').decode(short);
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(short) : text;
}

function textOfOffice(content: Uint8Array): string {
  // Headers stand at the top of each page, whichever part of the file they are.
  const [heads, body]: [string[], string[]] = [[], []];
  let length = 0;
  try {
    for (const [part, bytes] of readArchive(content, 'evidence')) {
      if (!WORDS_OF.test(part) || length > WORDS_MOST) continue;
      const pieces = /^word\/header/.test(part) ? heads : body;
      walkXml(
        bytes,
        { file: 'evidence', part },
        {
          text(text) {
            pieces.push(text);
            length += text.length;
          },
          close({ local }) {
            if (LINE_ENDS.has(local)) pieces.push('\n');
          },
        },
      );
      pieces.push('\n');
    }
  } catch (error) {
    // Damaged or too large to open here; what was read until then is looked at.
    if (!(error instanceof Problem)) throw error;
  }
  return [...heads, ...body].join('');
}

const STREAM = /stream\r?\n/g;
/** `(…)` with its escapes, and `<FEFF…>`. */
const STRING = /\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]{4,})>/gs;

function textOfPdf(content: Uint8Array): string {
  const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  const pieces = [stringsIn(whole.slice(0, WORDS_MOST))];
  let length = 0;
  for (const {
    index,
    0: { length: head },
  } of whole.matchAll(STREAM)) {
    const end = whole.indexOf('endstream', index);
    if (end === -1 || length > WORDS_MOST) break;
    const unpacked = inflated(content.subarray(index + head, end));
    length += unpacked.length;
    pieces.push(stringsIn(unpacked));
  }
  return pieces.join('\n');
}

/** Nothing for what is a picture, is packed otherwise or unpacks to more than words are. */
function inflated(packed: Uint8Array): string {
  try {
    return inflateSync(packed, { maxOutputLength: STREAM_MOST }).toString('latin1');
  } catch {
    return '';
  }
}

/** Strings in the order they are shown; what one operator shows in pieces, `[(11)-20(05)] TJ`, is one word. */
const stringsIn = (words: string): string =>
  words
    .replace(/\)\s*-?[\d.]*\s*\(/g, '')
    .replace(
      STRING,
      (_, plain: string | undefined, hex: string | undefined) =>
        `\u0001${plain === undefined ? wide(Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex')) : wide(Buffer.from(plain.replace(/\\(.)/gs, '$1'), 'latin1'))}\u0001`,
    )
    .split('\u0001')
    .filter((_, at) => at % 2 === 1)
    .join('\n');

/** With the mark of UTF-16 as such, else letter by letter. */
const wide = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
    : bytes.toString('latin1');
