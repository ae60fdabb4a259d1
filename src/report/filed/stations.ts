/**
 * The way of a report to the file. Signing happens on paper or in the office's own system; Luzhi registers number,
 * signatory and date. A filed report is never unlocked: a correction is a new report.
 */
export const STATIONS = ['起草', '征求意见', '送审', '已签发', '已公示', '已报送', '已归档'] as const;
export type Station = (typeof STATIONS)[number];

/** Draft stations may be gone back; what was signed only goes on. */
const SIGNED = STATIONS.indexOf('已签发');

/** What was signed is not changed any more, only corrected. */
export const isSigned = (state: string): boolean => STATIONS.indexOf(state as Station) >= SIGNED;

export function mayGo(from: string, to: string): boolean {
  const [here, there] = [STATIONS.indexOf(from as Station), STATIONS.indexOf(to as Station)];
  if (here === -1 || there === -1) return false;
  return here < SIGNED ? there <= SIGNED && there !== here : there === here + 1;
}

/** Gone for approval: nobody reads on it any more that it may not go. */
export const isSent = (state: string): boolean => STATIONS.indexOf(state as Station) >= STATIONS.indexOf('送审');

/** What is registered at a station, as the paper or its receipt says it. */
export const REGISTERED: Readonly<Partial<Record<Station, readonly Registered[]>>> = {
  已签发: ['number', 'signatory', 'signedOn'],
  已公示: ['publishedOn', 'publishedIn'],
  已报送: ['sentOn', 'sentTo'],
};
export type Registered = 'number' | 'signatory' | 'signedOn' | 'publishedOn' | 'publishedIn' | 'sentOn' | 'sentTo';

/** What a report in this state may have registered, in the order it came about. */
export const registeredBy = (state: string): readonly Registered[] =>
  STATIONS.slice(0, STATIONS.indexOf(state as Station) + 1).flatMap((station) => REGISTERED[station] ?? []);
