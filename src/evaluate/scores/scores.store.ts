/** 责任单位自评, 拟报 and 核定: versions of points a person gave a leaf. Appended, never changed. */
import type { Tx } from '../../platform/index.ts';

export const OWNERS = ['stated', 'proposed', 'verified'] as const;
/** Whose points they are: 责任单位自评, 拟报, 核定. */
export type ScoreOwner = (typeof OWNERS)[number];

export interface ScoresOf {
  readonly tenant: number;
  readonly round: string;
  readonly unit: number;
}

export interface GivenScore {
  readonly indicator: string;
  readonly owner: ScoreOwner;
  readonly version: number;
  /** Decimal text. */
  readonly points: string;
  readonly reason: string;
  readonly basis: string;
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

export const addScore = (tx: Tx, of: ScoresOf, score: GivenScore) =>
  tx
    .insertInto('score')
    .values({ ...of, ...score })
    .execute();

/** All versions, oldest first. */
export const readScores = (tx: Tx, of: ScoresOf): Promise<readonly GivenScore[]> =>
  tx
    .selectFrom('score')
    .select(['indicator', 'owner', 'version', 'points', 'reason', 'basis', 'author', 'person', 'at'])
    .where((where) => where.and(of))
    .orderBy('version')
    .execute();

/** All versions given in a round within reach, oldest first. */
export const readRoundScores = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('score')
    .select(['unit', 'indicator', 'owner', 'version', 'points', 'reason', 'basis', 'author', 'person', 'at'])
    .where((where) => where.and({ tenant, round }))
    .orderBy('version')
    .execute();

/** Held until the transaction ends: who verifies sees every score given before, and none comes between. */
export const holdScores = (tx: Tx, { tenant, round }: ScoresOf) =>
  tx
    .selectFrom('round')
    .select(['name', 'state'])
    .where((where) => where.and({ tenant, round }))
    .forUpdate()
    .executeTakeFirst();
