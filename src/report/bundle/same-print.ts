/**
 * Whether two releases print the same figure. Wording and decimals of a sentence may be bettered from one release to the
 * next, and a bundle of the older one still holds: its numbers agree to the decimals both show, and the words of one
 * stand in the other's. What the words were is kept by the seal.
 */
import {
  absolute,
  compare,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  UNITS,
  unitDefinition,
} from '../../kernel/index.ts';

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

export function isSamePrint(was: string, is: string): boolean {
  if (was.trim() === is.trim()) return true;
  if (was.trim() === '' || is.trim() === '') return false;
  const [before, now] = [was.match(NUMBER) ?? [], is.match(NUMBER) ?? []];
  if (before.length !== now.length || !before.every((number, at) => agrees(number, now[at] ?? ''))) return false;
  const [said, says] = [wordsOf(was), wordsOf(is)];
  return said.includes(says) || says.includes(said);
}

/** To half of the last decimal both show. */
function agrees(a: string, b: string): boolean {
  const [x, y] = [amountOf(a), amountOf(b)];
  if (x === undefined || y === undefined) return a === b;
  const [fewer, more] = [decimalsOf(a), decimalsOf(b)].toSorted((p, q) => p - q) as [number, number];
  // With as many decimals they are the same number or they are not.
  if (fewer === more) return compare(x, y) === 0;
  return compare(absolute(subtract(x, y)), rational(1n, 2n * 10n ** BigInt(fewer))) <= 0;
}

const amountOf = (number: string): Rational | undefined => parseDecimal(number.replaceAll(',', ''));
const decimalsOf = (number: string): number => (number.split('.')[1] ?? '').length;
/** 12 项 and 12 个 are the same count: a word behind a number is taken for the first of its family and size. */
const SAME_SIZE: ReadonlyMap<string, string> = new Map(
  UNITS.map((unit) => {
    const { family, inBase } = unitDefinition(unit);
    const first = UNITS.find((each) => {
      const { family: its, inBase: size } = unitDefinition(each);
      return its.dimension === family.dimension && compare(size, inBase) === 0;
    });
    return [unit, first ?? unit];
  }),
);
const COUNTED = new RegExp(
  `(\\d) ?(${[...SAME_SIZE.keys()].filter((unit) => /^\p{Script=Han}$/u.test(unit)).join('|')})`,
  'gu',
);
const plainCount = (text: string): string =>
  text.replace(COUNTED, (_, digit: string, word: string) => `${digit}${SAME_SIZE.get(word) ?? word}`);

/** Letters and signs of sense, without numbers, spaces and punctuation. */
const wordsOf = (text: string): string =>
  plainCount(text)
    .replace(NUMBER, '')
    .replace(/[\s，。、：；,.:;()（）]/g, '');
