/**
 * YAML text to a plain tree in which every scalar is still the text that was written and knows its line.
 * Nothing is guessed here: `2.50` stays `2.50`, `1e400` is a text like any other, and what is a number is decided by
 * the shapes of `contract.ts`. Aliases, tags and unsafe keys are refused, so the tree is never larger than the file.
 */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser, visit } from 'yaml';
import type { Finding, FindingData } from '../kernel/index.ts';

export interface SchemeText {
  /** Relative to the scheme's folder. */
  readonly file: string;
  readonly text: string;
}

interface Somewhere {
  readonly file: string;
  readonly line: number;
}
export type Tree =
  | (Somewhere & { readonly kind: 'text'; readonly text: string })
  | (Somewhere & { readonly kind: 'list'; readonly items: readonly Tree[] })
  | (Somewhere & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Tree> });

export interface ParsedText {
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
}

/** A whole scheme with 5,000 items is about 1 MB. */
export const FILE_BYTES_LIMIT = 2 * 1024 * 1024;
/** The shapes need ten levels; open brackets of the parser count about two each. */
const DEPTH_LIMIT = 64;

const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A draft of twenty files is checked again after each change of one of them. */
const REMEMBERED = 40;
const parsed = new Map<string, ParsedText>();

export function parseSchemeText(of: SchemeText): ParsedText {
  const key = `${of.file}\n${of.text}`;
  const known = parsed.get(key) ?? parse(of);
  // The oldest is first: what was asked just now goes to the end.
  parsed.delete(key);
  parsed.set(key, known);
  for (const oldest of parsed.keys()) {
    if (parsed.size <= REMEMBERED) break;
    parsed.delete(oldest);
  }
  return known;
}

function parse({ file, text }: SchemeText): ParsedText {
  const findings: Finding[] = [];
  const add = (fault: string, line: number, data: FindingData = {}): void => {
    findings.push({ code: `scheme.yaml.${fault}`, severity: 'error', at: { file, line }, data: { file, ...data } });
  };
  if (Buffer.byteLength(text) > FILE_BYTES_LIMIT) {
    add('size', 1, { megabytes: FILE_BYTES_LIMIT / 1024 / 1024 });
    return { findings };
  }

  // Lexer and parser keep their own stack, so depth is seen before anything recursive runs.
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEPTH_LIMIT) {
      add('depth', lines.linePos(parser.offset).line, { limit: DEPTH_LIMIT });
      return { findings };
    }
  }
  tokens.push(...parser.end());

  const composer = new Composer({ schema: 'failsafe', uniqueKeys: true, lineCounter: lines, merge: false });
  const documents = [...composer.compose(tokens, true, text.length)];
  const lineOf = (node: Node | null | undefined): number => lines.linePos(node?.range?.[0] ?? 0).line;
  const errors = documents.flatMap((document) => document.errors);
  const seconds = errors.some(({ code }) => code === 'DUPLICATE_KEY')
    ? secondKeys(documents)
    : new Map<number, Second>();
  // One slip makes a parser stumble again on every line up to where it finds its feet; once is told.
  let stumbled = Number.NEGATIVE_INFINITY;
  for (const { code, pos } of errors) {
    const { line } = lines.linePos(pos[0]);
    const isDuplicate = code === 'DUPLICATE_KEY';
    if (isDuplicate) {
      const { key = '', first = 0 } = seconds.get(pos[0]) ?? {};
      add('duplicate', line, { key, first: lines.linePos(first).line });
    } else if (line > stumbled + 1) add('syntax', line);
    if (!isDuplicate) stumbled = line;
  }
  if (documents.length > 1) add('documents', lines.linePos(documents[1]?.range[0] ?? 0).line);

  function plain(node: Node | null | undefined): Tree | undefined {
    const line = lineOf(node);
    if (isAlias(node)) {
      add('alias', line);
      return undefined;
    }
    if (isSeq(node))
      return { kind: 'list', items: node.items.flatMap((each) => plain(each as Node) ?? []), file, line };
    if (!isMap(node)) return { kind: 'text', text: isScalar(node) ? String(node.value ?? '') : '', file, line };
    const entries = new Map<string, Tree>();
    for (const { key, value } of node.items) {
      if (!isScalar(key) || UNSAFE_KEYS.has(String(key.value))) {
        add('key', lineOf(key as Node), { key: isScalar(key) ? String(key.value) : '' });
        continue;
      }
      const child = plain(value as Node | null);
      // An entry points at its key: that is the line a person looks for.
      if (child !== undefined) entries.set(String(key.value), { ...child, line: lineOf(key as Node) });
    }
    return { kind: 'map', entries, file, line };
  }

  const root = documents[0]?.contents;
  const tree = findings.length > 0 && root === null ? undefined : plain(root as Node | null | undefined);
  return { ...(tree === undefined ? {} : { tree }), findings };
}

interface Second {
  readonly key: string;
  /** Offset of the first. */
  readonly first: number;
}

/** Keys that stand again in their map, by offset, in one walk. */
function secondKeys(documents: Parameters<typeof visit>[0][]): ReadonlyMap<number, Second> {
  const seconds = new Map<number, Second>();
  for (const document of documents)
    visit(document, {
      Map(_, { items }) {
        const firsts = new Map<string, number>();
        for (const { key } of items) {
          if (!isScalar(key) || key.range == null) continue;
          const [word, at] = [String(key.value), key.range[0]];
          const first = firsts.get(word);
          if (first === undefined) firsts.set(word, at);
          else seconds.set(at, { key: word, first });
        }
      },
    });
  return seconds;
}
