/**
 * Characters XML cannot hold stand in Excel's texts as `_x000D_` (ECMA-376 part 1, 22.9.2.19); a text that looks like
 * one has its underscore written so. Half of a surrogate pair is no character and becomes U+FFFD.
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

export const readEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const UNHOLDABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const escapeOne = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const MARKUP: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** For attributes and for names, where `_x…_` has no meaning: what XML cannot hold is dropped. */
export const markup = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => MARKUP.get(sign) ?? sign);

/** For the text of a cell or a property. */
export const writeEscapes = (text: string): string => markup(text.replace(UNHOLDABLE, escapeOne));
