/**
 * What may stand where somebody is typing a formula: functions and names that begin with, or hold, what was typed.
 * Names with signs of their own, and Chinese names, stand in brackets, as the grammar asks.
 */
import { SIGNATURES, type Signature } from './signatures.ts';

export interface NameOffered {
  readonly code: string;
  readonly name: string;
}

export type Completion =
  | { readonly kind: 'function'; readonly insert: string; readonly signature: Signature }
  | ({ readonly kind: 'item' | 'ledger' | 'indicator' } & NameOffered & { readonly insert: string });

export interface Completions {
  /** What was typed of the name, to be replaced: from and to in the text. */
  readonly from: number;
  readonly to: number;
  readonly offered: readonly Completion[];
}

export interface Offer {
  readonly items: readonly NameOffered[];
  readonly ledgers: readonly NameOffered[];
  readonly indicators: readonly NameOffered[];
}

const OFFERED_MOST = 12;
/** A name under way: letters, digits, or anything after an open bracket or inside a text. */
const UNDER_WAY = /(?:\[([^[\]]*)|"([^"]*)|([\p{L}_][\p{L}\p{N}_]*))$/u;

/** Nothing is offered where no name is under way, and inside numbers. */
export function completeFormula(text: string, caret: number, { items, ledgers, indicators }: Offer): Completions {
  const before = text.slice(0, caret);
  const found = insideText(before) ? /"([^"]*)$/u.exec(before) : UNDER_WAY.exec(before);
  if (found === null || found[0] === '') return { from: caret, to: caret, offered: [] };
  const from = caret - found[0].length;
  const rest = /^[\p{L}\p{N}_]*\]?/u.exec(text.slice(caret))?.[0] ?? '';
  const to = caret + (found[0].startsWith('"') ? 0 : found[0].startsWith('[') || !rest.endsWith(']') ? rest.length : 0);
  if (found[0].startsWith('"')) {
    const typed = found[0].slice(1);
    const offered = ranked(typed, indicators).map(
      (each) => ({ kind: 'indicator', ...each, insert: `"${each.code}"` }) as const,
    );
    return { from, to: text[caret] === '"' ? caret + 1 : caret, offered };
  }
  const bracketed = found[0].startsWith('[');
  const typed = bracketed ? (found[1] ?? '') : found[0];
  const functions = bracketed ? [] : functionsFor(typed);
  const named = ranked(typed, items).map((each) => ({ kind: 'item', ...each, insert: each.code }) as const);
  const booked = ranked(typed, ledgers).map((each) => ({ kind: 'ledger', ...each, insert: each.code }) as const);
  return { from, to, offered: [...functions, ...named, ...booked].slice(0, OFFERED_MOST) };
}

const insideText = (before: string): boolean => (before.split('"').length - 1) % 2 === 1;

const functionsFor = (typed: string): readonly Completion[] =>
  SIGNATURES.flatMap((signature) => {
    const [english, chinese] = signature.names;
    const insert = english.startsWith(typed.toUpperCase()) ? english : chinese.startsWith(typed) ? chinese : undefined;
    return insert === undefined ? [] : [{ kind: 'function' as const, insert: `${insert}(`, signature }];
  });

/** Codes and names that begin with what was typed first, then those that hold it. */
function ranked(typed: string, names: readonly NameOffered[]): readonly NameOffered[] {
  const wanted = typed.toLowerCase();
  const rankOf = ({ code, name }: NameOffered): number => {
    const low = code.toLowerCase();
    if (low === wanted) return 0;
    if (low.startsWith(wanted) || name.startsWith(typed)) return 1;
    return low.includes(wanted) || name.includes(typed) ? 2 : 3;
  };
  return names
    .map((each) => ({ each, rank: rankOf(each) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, OFFERED_MOST)
    .map(({ each }) => each);
}
