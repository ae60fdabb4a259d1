/** Kinds of unit as registers write them. */
import type { UnitKind } from './contract.ts';

export const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  province: '省',
  prefecture: '市',
  county: '县',
  zone: '功能区',
  school: '学校',
};

/** What stands over units of a kind when nobody is named. */
export const KIND_OVER: Readonly<Record<UnitKind, UnitKind>> = {
  province: 'province',
  prefecture: 'province',
  county: 'prefecture',
  zone: 'prefecture',
  school: 'county',
};

/** Wider words for the same kinds. `市` alone is a prefecture: a 县级市 is a county and stands as 县 in the register. */
const ALSO: readonly (readonly [string, UnitKind])[] = [
  ['省级', 'province'],
  ['市级', 'prefecture'],
  ['市州', 'prefecture'],
  ['地级市', 'prefecture'],
  ['州', 'prefecture'],
  ['县级', 'county'],
  ['区', 'county'],
  ['县级市', 'county'],
  ['县市区', 'county'],
  ['园区', 'zone'],
  ['开发区', 'zone'],
];

const BY_WORD: ReadonlyMap<string, UnitKind> = new Map([
  ...Object.entries(KIND_WORDS).flatMap(([kind, word]): [string, UnitKind][] => [
    [word, kind as UnitKind],
    [kind, kind as UnitKind],
  ]),
  ...ALSO,
]);

/** `功能区` and `zone` => `zone`; undefined for a word nobody declared. */
export const parseKind = (text: string): UnitKind | undefined => BY_WORD.get(text.trim());
