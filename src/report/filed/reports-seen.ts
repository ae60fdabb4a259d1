/** Reports of a round in their last versions, for who looks for them; none for who reads no reports. */
import type { Tx, Who } from '../../platform/index.ts';
import { mayReadReports } from './policy.ts';
import { listLastVersions } from './reports.store.ts';

export const reportsSeen = async (tx: Tx, who: Who, round: string) =>
  mayReadReports(who) ? listLastVersions(tx, who.tenant, round) : [];
