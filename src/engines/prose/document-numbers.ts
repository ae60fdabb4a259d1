/** 发文字号: agency code, six-corner brackets with the year, number, 号 (GB/T 9704-2012 7.2.5). Any bracket is found, so that wrong ones can be told. */
import type { DocumentNumber } from './contract.ts';

const NUMBER =
  /([\p{Script=Han}X×x]{0,10}?)([〔﹝[(（【［])\s*((?:19|20)[\dX×x]{2}|[X×x]{4})\s*([〕﹞\])）】］])\s*(第?)\s*([\dX×x]{1,5})\s*号/gu;

export function findDocumentNumbers(text: string): readonly DocumentNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [whole = '', agency = '', open = '', year = '', close = '', ordinal = '', serial = ''] = match;
    return { start: match.index, end: match.index + whole.length, agency, open, year, close, ordinal, serial };
  });
}
