/**
 * What the office registers of a paper that left it: number, who signed and when; when and where it was published; when
 * and to whom it was sent. Days follow one another, and none has yet to come.
 */
import Type, { type Static } from 'typebox';
import { checkOfficeMarks } from '../office-marks.ts';
import { ReportProblem } from '../problems.ts';
import { REGISTERED, type Station } from './stations.ts';

const Words = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));
const Day = Type.Optional(Type.String({ format: 'date' }));

export const REGISTRATION = {
  /** 发文字号, 签发人 and 成文日期 as they stand on the signed paper. */
  number: Words,
  signatory: Words,
  signedOn: Day,
  /** 公示: when, and on which page or board. */
  publishedOn: Day,
  publishedIn: Words,
  /** 报送: when, and to whom. */
  sentOn: Day,
  sentTo: Words,
};
const Registration = Type.Object(REGISTRATION);
export type Registration = Static<typeof Registration>;

const DAYS = ['signedOn', 'publishedOn', 'sentOn'] as const;

/** What is registered on coming to a station; a day of publishing or sending that is not given is today. */
export function registrationAt(to: Station, said: Registration, today: string): Registration {
  const fields = REGISTERED[to] ?? [];
  const given: Registration = { publishedOn: today, sentOn: today, ...said };
  return Object.fromEntries(fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));
}

/** Throws `report.numberForm`, `report.dayToCome`, `report.dayBefore`. */
export function checkRegistration({ number, ...said }: Registration, today: string): void {
  if (number !== undefined) checkOfficeMarks({ number });
  let before: string | undefined;
  for (const field of DAYS) {
    const on = said[field];
    if (on === undefined) continue;
    if (on > today) throw ReportProblem.dayToCome({ field, on });
    if (before !== undefined && on < before) throw ReportProblem.dayBefore({ field, on, before });
    before = on;
  }
}
