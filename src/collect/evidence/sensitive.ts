/**
 * What must not lie in an open system: papers with a mark of secrecy (密级), and numbers of identity cards. A paper that is
 * marked where such papers are is not taken; all else is told to who files it and to who looks at it later, for a word of a
 * law is no mark, and only people know. What is told says where and how many, and never the number itself.
 */
import type { Finding } from '../../kernel/index.ts';

/** Where it was found: the record as it was typed, the name of its file, or what is in it. */
export type Where = 'record' | 'name' | 'content';

/** What people type of a record in their own words. */
export const wordsOf = ({ title, issuer = '', pages = '' }: Typed): string => `${title}\n${issuer}\n${pages}`;

interface Typed {
  readonly title: string;
  readonly issuer?: string;
  readonly pages?: string;
}

const GRADE = '(?:绝\\s*密|机\\s*密|秘\\s*密)';
/** 机密★10年, 密级：秘密, a line of nothing but the mark and its term, a mark in brackets or before the rest of a name. */
const MARK = new RegExp(
  [
    `${GRADE}\\s*[★☆]`,
    `密\\s*级\\s*[:：]?\\s*${GRADE}`,
    `^\\s*[（(【\\[]?\\s*${GRADE}\\s*(?:\\d{1,2}\\s*年|长\\s*期)?\\s*[）)】\\]]?\\s*$`,
    `[（(【\\[]\\s*${GRADE}\\s*[）)】\\]]`,
  ].join('|'),
  'mu',
);
const MARKED_NAME = new RegExp(`^${GRADE}[-_—－\\s.·]`, 'u');
const CARD =
  /(?<![\p{L}\d])([1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![\p{L}\d])/gu;

/** `texts`: lines of each, as far as they could be read. */
export function findSensitive(texts: ReadonlyMap<Where, string>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [where, given] of texts) {
    // １１０… is read as it is meant.
    const text = given.normalize('NFKC');
    if (isMarked(text, where))
      findings.push({ code: 'collect.evidence.secretMark', severity: 'error', at: {}, data: { where } });
    const cards = new Set([...text.matchAll(CARD)].map(([, card = '']) => card.toUpperCase()).filter(isCard));
    if (cards.size > 0)
      findings.push({
        code: 'collect.evidence.idNumbers',
        severity: 'warn',
        at: {},
        data: { where, count: cards.size },
      });
  }
  return findings;
}

const isMarked = (text: string, where: Where): boolean =>
  MARK.test(text) || (where !== 'content' && MARKED_NAME.test(text));

/** Letters a first page holds at most. */
const FIRST_PAGE = 1_500;

/** Where a paper says of itself that it is secret: in its title, its name, or on its first page. */
export const markedAt = (texts: ReadonlyMap<Where, string>): Where | undefined =>
  [...texts].find(([where, text]) => isMarked(text.normalize('NFKC').slice(0, FIRST_PAGE), where))?.[0];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** By its check digit (GB 11643): a bank account or a document number of as many digits is none. */
function isCard(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_DIGITS[sum % CHECK_DIGITS.length] === number.at(-1);
}
