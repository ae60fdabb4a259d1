/** Digits people type: full-width ones, thousands commas, 一 to 九十九. */
const FULL_WIDTH_ZERO = '０'.charCodeAt(0);

/** `１２，３４５．６` => `12345.6`; offsets are kept by the caller, lengths change only by the commas. */
export const plainDigits = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
    .replace(/．/g, '.')
    .replace(/[,，\s\u00a0]/g, '');

const VALUES = '零一二三四五六七八九';

/** `十二` => 12; undefined for anything that is not 1 to 99. */
export function parseChineseOrdinal(text: string): number | undefined {
  const match = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, tens = '', ten = '', ones = ''] = match;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : VALUES.indexOf(tens === '' ? ones : tens);
  return (tens === '' ? 1 : VALUES.indexOf(tens)) * 10 + (ones === '' ? 0 : VALUES.indexOf(ones));
}
