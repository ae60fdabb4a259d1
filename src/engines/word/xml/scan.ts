/**
 * XML as ranges into its source, so that what nobody touches is copied byte for byte and never re-printed.
 *
 *   <w:r w:rsidR="00A1"><w:t>XX</w:t></w:r>
 *   ^start              ^openEnd     ^closeStart ^end
 *
 * The source has passed the gate: it is well-formed, without a DOCTYPE. Names are told by namespace, not by prefix:
 * `w:` is WordprocessingML whether the file is transitional, strict, or says `ns0:`.
 */
export interface XmlElement {
  /** With the usual prefix of its namespace; `?:name` for namespaces nobody here reads. */
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly children: readonly XmlElement[];
}

const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ...WORD.map((uri): [string, string] => [uri, 'w']),
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
]);

interface Opened {
  name: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  children: XmlElement[];
}

/** Prefix => canonical prefix. */
type Prefixes = ReadonlyMap<string, string>;

/** What prefixes mean at one place, with the names met there. */
interface Scope {
  readonly prefixes: Prefixes;
  readonly names: Map<string, string>;
  /** The element whose end brings the scope around it back. */
  readonly of: XmlElement;
  readonly outer: Scope | undefined;
}

/** Root element of a part. */
export function scanXml(source: string): XmlElement {
  const root: Opened = { name: '', start: 0, openEnd: 0, closeStart: 0, end: source.length, children: [] };
  const stack: Opened[] = [root];
  let scope: Scope = { prefixes: new Map(), names: new Map(), of: root, outer: undefined };
  const leave = (element: Opened): void => {
    if (element === scope.of) scope = scope.outer ?? scope;
  };
  let at = source.indexOf('<');
  while (at !== -1) {
    const code = source.charCodeAt(at + 1);
    if (code === 0x21 /* ! */) at = endOfDeclaration(source, at);
    else if (code === 0x3f /* ? */) at = behind(source, '?>', at);
    else if (code === 0x2f /* / */) {
      const open = stack.pop() as Opened;
      open.closeStart = at;
      open.end = behind(source, '>', at);
      at = open.end;
      leave(open);
    } else {
      const element = openElement(source, at, scope.prefixes, scope.names);
      if (element.scope !== undefined) scope = { ...element.scope, of: element.opened, outer: scope };
      (stack.at(-1) as Opened).children.push(element.opened);
      at = element.opened.openEnd;
      if (source.charCodeAt(at - 2) === 0x2f) leave(element.opened);
      else stack.push(element.opened);
    }
    at = source.indexOf('<', at);
  }
  return root.children[0] ?? root;
}

/** Place behind the next `words`; the end of the source when they do not come, so that a walk always ends. */
function behind(source: string, words: string, from: number): number {
  const at = source.indexOf(words, from);
  return at === -1 ? source.length : at + words.length;
}

const endOfDeclaration = (source: string, at: number): number =>
  source.startsWith('<!--', at) ? behind(source, '-->', at + 4) : behind(source, ']]>', at);

/** An element by its opening tag, and the scope below it when it declares prefixes. */
function openElement(
  source: string,
  start: number,
  around: Prefixes,
  known: Map<string, string>,
): { readonly opened: Opened; readonly scope?: Pick<Scope, 'prefixes' | 'names'> } {
  const nameEnd = endOfName(source, start);
  const openEnd = endOfTag(source, nameEnd);
  const written = source.slice(start + 1, nameEnd);
  const attributes = source.slice(nameEnd, openEnd);
  const prefixes = attributes.includes('xmlns') ? declare(attributes, around) : around;
  const names = prefixes === around ? known : new Map<string, string>();
  let name = names.get(written);
  if (name === undefined) {
    name = canonicalName(written, prefixes);
    names.set(written, name);
  }
  const opened = { name, start, openEnd, closeStart: openEnd, end: openEnd, children: [] };
  return prefixes === around ? { opened } : { opened, scope: { prefixes, names } };
}

/** Place after the `>` that ends a tag; one inside an attribute's value does not. */
function endOfTag(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x22) at = behind(source, '"', at + 1);
    else if (code === 0x27) at = behind(source, "'", at + 1);
    else at += 1;
  }
  return at;
}

function endOfName(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && !isNameEnd(source.charCodeAt(at))) at += 1;
  return at;
}

const isNameEnd = (code: number): boolean =>
  code === 0x20 || code === 0x3e || code === 0x2f || code === 0x0a || code === 0x0d || code === 0x09;

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The prefixes below a tag: those around it, unless it gives one another meaning. */
function declare(attributes: string, around: Prefixes): Prefixes {
  const changed = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name = '', double, single]) => {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return [];
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const canonical = CANONICAL.get(double ?? single ?? '') ?? '?';
    return around.get(prefix) === canonical ? [] : [[prefix, canonical] as const];
  });
  return changed.length === 0 ? around : new Map([...around, ...changed]);
}

function canonicalName(written: string, prefixes: Prefixes): string {
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon);
  return `${prefixes.get(prefix) ?? '?'}:${written.slice(colon + 1)}`;
}

/** An attribute by its local name: `val`, `id`. Office files never have two that differ by namespace alone. */
export function attributeOf(source: string, element: XmlElement, local: string): string | undefined {
  const attributes = source.slice(endOfName(source, element.start), element.openEnd);
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name === local || name.endsWith(`:${local}`)) return decodeXml(double ?? single ?? '');
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, dec?: string, name?: string) =>
        name === undefined
          ? String.fromCodePoint(hex === undefined ? Number(dec) : Number.parseInt(hex, 16))
          : (ENTITIES[name] ?? whole),
      )
    : text;

/** What XML 1.0 cannot hold at all: control characters, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Control characters from U+007F to U+009F are legal, if odd; only those below a space are not. */
const LEGAL_FROM = 0x7f;

const dropIllegal = (text: string): string =>
  text.replace(ILLEGAL, (character) =>
    (character.codePointAt(0) ?? 0) >= LEGAL_FROM && (character.codePointAt(0) ?? 0) < 0xa0 ? character : '',
  );

export const encodeXml = (text: string): string =>
  dropIllegal(text).replace(/[&<>"]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&quot;',
  );

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** Every element below, in document order, that `wanted` names; does not look inside what it found. */
export function findBelow(element: XmlElement, wanted: (name: string) => boolean): readonly XmlElement[] {
  return element.children.flatMap((child) => (wanted(child.name) ? [child] : findBelow(child, wanted)));
}
