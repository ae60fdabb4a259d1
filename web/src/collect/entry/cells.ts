/** One cell as it stands in the browser, and how cells are named. */

import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';

export type Item = TaskPage['items'][number];
export type Answer = TaskPage['answers'][number];
export type Year = 'now' | 'prior';

export interface Place {
  /** Code of the unit it is about. */
  readonly subject: string;
  readonly item: string;
  readonly year: Year;
}
export const keyOf = ({ subject, item, year }: Place): string => `${subject}\t${item}\t${year}`;
export function placeOf(key: string): Place {
  const [subject = '', item = '', year] = key.split('\t');
  return { subject, item, year: year === 'prior' ? 'prior' : 'now' };
}

/** What a person can change of a cell. */
export interface Said {
  readonly typed: string;
  readonly reason: string;
  readonly nature: string | undefined;
  /** The explanation was written for another number, and holds for this one as well. */
  readonly reasonHolds: true | undefined;
}

export interface Theirs {
  readonly typed: string;
  readonly person: string;
  readonly at: string;
  readonly version: number;
}

export interface Cell extends Said {
  /** Version the person saw; 0 for none. */
  readonly version: number;
  readonly state: 'saved' | 'waits' | 'refused' | 'conflict';
  /** Why the server did not take it. */
  readonly refusal: readonly Finding[];
  /** What somebody else saved meanwhile. */
  readonly theirs?: Theirs;
  readonly person: string;
  readonly at: string;
  /** Why a reviewer sent it back. */
  readonly returned: string | null;
}

export const EMPTY: Cell = {
  typed: '',
  reason: '',
  nature: undefined,
  reasonHolds: undefined,
  version: 0,
  state: 'saved',
  refusal: [],
  person: '',
  at: '',
  returned: null,
};

/** An amount a workbook stated in another unit stands here in the item's own. */
export const cellOf = (
  { typed, value, unit, reason, reasonHolds, nature, version, person, at, returned }: Answer,
  asked: string | undefined,
): Cell => ({
  typed: unit === null || unit === asked ? typed : value,
  reason: reason ?? '',
  nature: nature ?? undefined,
  reasonHolds: reasonHolds || undefined,
  version,
  state: 'saved',
  refusal: [],
  person,
  at,
  returned,
});

export const saidOf = ({ typed, reason, nature, reasonHolds }: Cell): Said => ({ typed, reason, nature, reasonHolds });
export const isSameSaid = (a: Said, b: Said): boolean =>
  a.typed === b.typed && a.reason === b.reason && a.nature === b.nature && a.reasonHolds === b.reasonHolds;
