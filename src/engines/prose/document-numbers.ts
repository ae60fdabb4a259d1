/** 发文字号: agency code, six-corner brackets with the year, number, 号 (GB/T 9704-2012 7.2.5). Any bracket is found, so that wrong ones can be told. */
import type { DocumentNumber } from './contract.ts';

const NUMBER =
  /([\p{Script=Han}X×x]{0,10}?)([〔﹝[(（【［])\s*((?:19|20)[\dX×x]{2}|[X×x]{4})\s*([〕﹞\])）】］])\s*(第?)\s*([\dX×x]{1,5})\s*号/gu;

/** Words that lead to a number and belong to the sentence: 根据清教发〔2025〕12号. */
const LEADING =
  /^.*(?:根据|按照|依照|依据|遵照|参照|参见|详见|落实|贯彻|执行|印发|下发|转发|对照|结合|以及|通知|文件|文号|号为|通过|关于|提出|出台|制定|学习|领会|围绕|精神|要求|部署|按|为|在|由)|^见/u;
/** 和 and 与 join two numbers; 和 before 政 or 府 is a county of that name (和政发). */
const JOINING = /^.*(?:与|及|和(?![政府教办委人财]))/u;

const agencyIn = (words: string): string => words.replace(LEADING, '').replace(JOINING, '');

export function findDocumentNumbers(text: string): readonly DocumentNumber[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [whole = '', words = '', open = '', year = '', close = '', ordinal = '', serial = ''] = match;
    const agency = agencyIn(words);
    return {
      start: match.index + words.length - agency.length,
      end: match.index + whole.length,
      agency,
      open,
      year,
      close,
      ordinal,
      serial,
    };
  });
}
