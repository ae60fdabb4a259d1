/**
 * Knows plain XML when it sees it: tags in pairs, declared prefixes, quoted attributes, the five named references, and
 * nothing else. What office programs write is of that kind, and telling takes a fraction of a parser's time. Whatever is
 * not surely well-formed is no error here: the parser of the gate decides.
 */
import { XML_ATTRIBUTES, XML_DEPTH } from './limits.ts';

const DECLARATION = /^<\?xml version="1\.0"(?: encoding="(?:UTF|utf)-8")?(?: standalone="(?:yes|no)")? ?\?>/;
/** Control characters, references of another kind, the end of a CDATA section, the names of namespaces nobody may declare. */
const DOUBTFUL = [
  /(?![\t\r\n])\p{Cc}|[\ufffe\uffff]/u,
  /&(?!(?:amp|lt|gt|quot|apos);)/,
  /\]\]>/,
  /http:\/\/www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns\/)/,
];
const BLANK = /^[ \t\r\n]*$/;
const [SPACE, QUOTE, SLASH, COLON, EQUALS, GREATER] = [0x20, 0x22, 0x2f, 0x3a, 0x3d, 0x3e];
/** Of a name without its colon: 1 may stand anywhere, 2 not at the start. */
const IN_NAME = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? 1 : /[\d.-]/.test(character) ? 2 : 0;
});

export function isPlainXml(text: string): boolean {
  const start = DECLARATION.exec(text)?.[0].length ?? 0;
  return !DOUBTFUL.some((each) => each.test(text)) && holdsTogether(text, start);
}

function holdsTogether(text: string, start: number): boolean {
  const open: string[] = [];
  const scopes = openScopes();
  let [next, roots] = [text.indexOf('<', start), 0];
  if (!BLANK.test(text.slice(start, next))) return false;
  while (next !== -1) {
    const after = text.indexOf('<', next + 1);
    if (text.charCodeAt(next + 1) === SLASH) {
      const end = text.indexOf('>', next);
      if (open.pop() !== text.slice(next + 2, end)) return false;
      scopes.close();
      next = end;
    } else {
      const tag = readTag(text, next + 1, after === -1 ? text.length : after);
      if (tag === undefined || !scopes.open(tag)) return false;
      if (open.length === 0) roots += 1;
      if (roots > 1 || open.length >= XML_DEPTH) return false;
      if (tag.isEmpty) scopes.close();
      else open.push(tag.name);
      next = tag.end;
    }
    if (open.length === 0 && !BLANK.test(text.slice(next + 1, after === -1 ? undefined : after))) return false;
    next = after;
  }
  return roots === 1 && open.length === 0;
}

interface Tag {
  readonly name: string;
  readonly isEmpty: boolean;
  /** Where its `>` stands. */
  readonly end: number;
  /** Prefixes it uses, and those it declares. */
  readonly uses: readonly string[];
  readonly declares: readonly string[];
}

/** The tag whose name starts at `at` and which ends before `limit`; undefined for any other. */
function readTag(text: string, at: number, limit: number): Tag | undefined {
  const nameEnd = endOfName(text, at);
  if (nameEnd === -1) return undefined;
  const name = text.slice(at, nameEnd);
  const uses: string[] = [];
  const declares: string[] = [];
  notePrefix(name, uses);
  /** Of one local name there may be two only where one has no prefix: prefixes can stand for one namespace. */
  const names: string[] = [];
  let here = nameEnd;
  for (;;) {
    if (here >= limit) return undefined;
    const code = text.charCodeAt(here);
    if (code === GREATER) return { name, isEmpty: false, end: here, uses, declares };
    if (code === SLASH)
      return text.charCodeAt(here + 1) === GREATER ? { name, isEmpty: true, end: here + 1, uses, declares } : undefined;
    if (code !== SPACE) return undefined;
    const end = endOfName(text, here + 1);
    if (end === -1 || text.charCodeAt(end) !== EQUALS || text.charCodeAt(end + 1) !== QUOTE) return undefined;
    const close = text.indexOf('"', end + 2);
    if (close === -1 || close >= limit || names.length >= XML_ATTRIBUTES) return undefined;
    const attribute = text.slice(here + 1, end);
    const key = attribute.startsWith('xmlns') ? attribute : attribute.slice(Math.max(0, attribute.indexOf(':')));
    if (names.includes(key)) return undefined;
    names.push(key);
    if (!attribute.startsWith('xmlns')) notePrefix(attribute, uses);
    else if (attribute !== 'xmlns') {
      if (close === end + 2 || attribute.startsWith('xmlns:xml') || attribute[5] !== ':') return undefined;
      declares.push(attribute.slice('xmlns:'.length));
    }
    here = close + 1;
  }
}

/** `w:rPr` => the place behind it; -1 where no such name stands. */
function endOfName(text: string, start: number): number {
  let [at, from] = [start, start];
  for (;;) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? IN_NAME[code] : 0;
    if (kind === 1 || (kind === 2 && at > from)) at += 1;
    else if (code === COLON && from === start && at > from) from = ++at;
    else return at > from ? at : -1;
  }
}

function notePrefix(name: string, into: string[]): void {
  const colon = name.indexOf(':');
  if (colon !== -1) into.push(name.slice(0, colon));
}

/** Prefixes as they come into force and go. */
function openScopes() {
  const declared = new Set(['xml']);
  /** What each open element declared first. */
  const added: (readonly string[])[] = [];
  return {
    /** False for a prefix nobody declared. */
    open({ uses, declares }: Tag): boolean {
      const fresh = declares.length === 0 ? declares : declares.filter((prefix) => !declared.has(prefix));
      for (const prefix of fresh) declared.add(prefix);
      added.push(fresh);
      return uses.every((prefix) => declared.has(prefix));
    },
    close(): void {
      for (const prefix of added.pop() ?? []) declared.delete(prefix);
    },
  };
}
