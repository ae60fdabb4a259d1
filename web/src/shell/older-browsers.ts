/**
 * What our floor, Chromium 109, lacks of the language as we write it. Fetched only by a browser that lacks it, before
 * anything else runs; others never see these files.
 */
const LACKING: readonly [boolean, () => Promise<unknown>][] = [
  ['groupBy' in Map, () => import('core-js/actual/map/group-by.js')],
  ['groupBy' in Object, () => import('core-js/actual/object/group-by.js')],
  ['toSorted' in Array.prototype, () => import('core-js/actual/array/to-sorted.js')],
  ['toReversed' in Array.prototype, () => import('core-js/actual/array/to-reversed.js')],
  ['toSpliced' in Array.prototype, () => import('core-js/actual/array/to-spliced.js')],
  ['with' in Array.prototype, () => import('core-js/actual/array/with.js')],
  ['toWellFormed' in String.prototype, () => import('core-js/actual/string/to-well-formed.js')],
  ['withResolvers' in Promise, () => import('core-js/actual/promise/with-resolvers.js')],
  ['union' in Set.prototype, () => import('core-js/actual/set/index.js')],
  ['Iterator' in globalThis, () => import('core-js/actual/iterator/index.js')],
];

export const fillIn = (): Promise<unknown> =>
  Promise.all(LACKING.flatMap(([isThere, fetch]) => (isThere ? [] : [fetch()])));
