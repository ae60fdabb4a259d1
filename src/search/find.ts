/**
 * 搜索: indicators, items, units, evidence and reports in one list, only what the asker may see. Each stage says what it
 * shows; here it is only put in order.
 */
import Type from 'typebox';
import { findEvidence, loadRound, mayLookAtRounds } from '../collect/index.ts';
import { unitsSeen } from '../org/index.ts';
import { type By, query, type Tx } from '../platform/index.ts';
import { reportsSeen } from '../report/index.ts';
import { loadNewest, type Scheme } from '../scheme/index.ts';
import { scoreOf } from './match.ts';

export interface Found {
  readonly kind: 'indicator' | 'item' | 'unit' | 'evidence' | 'report';
  readonly code: string;
  readonly name: string;
  /** Beside the name: the unit of an item, the county of a school, the state of a report. */
  readonly more: string;
}
type Scored = Found & { readonly score: number };

const FOUND_MOST = 30;
const EACH_MOST = 8;

export const findAnything = query({
  name: 'search.find',
  input: Type.Object(
    {
      q: Type.String({ minLength: 1, maxLength: 100 }),
      /** Evidence and reports of this round, and its scheme; absent: the newest scheme, and neither of them. */
      round: Type.Optional(Type.String({ maxLength: 64 })),
    },
    { additionalProperties: false },
  ),
  may: (who) => who.posts.length > 0,
  async run(tx, { q, round }, by): Promise<readonly Found[]> {
    const scheme = await schemeOf(tx, round, by);
    const found = [
      ...(scheme === undefined ? [] : inScheme(scheme, q)),
      ...(await inUnits(tx, q, by)),
      ...(round === undefined ? [] : await inRound(tx, round, q, by)),
    ];
    return found
      .toSorted((a, b) => b.score - a.score)
      .slice(0, FOUND_MOST)
      .map(({ score: _, ...each }) => each);
  },
});

async function schemeOf(tx: Tx, round: string | undefined, { who }: By): Promise<Scheme | undefined> {
  if (round !== undefined && mayLookAtRounds(who)) return (await loadRound(tx, who.tenant, round)).scheme;
  return loadNewest(tx, who.tenant);
}

/** The best of one kind, so that five hundred schools do not push the one indicator out. */
const best = (found: readonly Scored[]): readonly Scored[] =>
  found
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, EACH_MOST);

const inScheme = ({ indicators, items }: Scheme, q: string): readonly Scored[] => [
  ...best(
    indicators.map(({ code, name }) => ({ kind: 'indicator', code, name, more: '', score: scoreOf(q, code, name) })),
  ),
  ...best(
    [...items.values()].map(({ code, name, unit }) => ({
      kind: 'item',
      code,
      name,
      more: unit,
      score: scoreOf(q, name, code),
    })),
  ),
];

async function inUnits(tx: Tx, q: string, { who, now }: By): Promise<readonly Scored[]> {
  const units = await unitsSeen(tx, who, now);
  return best(
    units.map(({ code, name, parentName }) => ({
      kind: 'unit',
      code,
      name,
      more: parentName,
      score: scoreOf(q, name, code),
    })),
  );
}

async function inRound(tx: Tx, round: string, q: string, { who }: By): Promise<readonly Scored[]> {
  const evidence = await findEvidence(tx, who, round);
  const reports = await reportsSeen(tx, who, round);
  return [
    ...best(
      evidence.map(({ evidence: code, title, number, docNumber, unitName }) => ({
        kind: 'evidence',
        code,
        name: title,
        more: `${unitName} ${number}`.trim(),
        score: scoreOf(q, title, number, docNumber),
      })),
    ),
    ...best(
      reports.map(({ report, state, version }) => ({
        kind: 'report',
        code: report,
        name: `自评报告 第${version}稿`,
        more: state,
        score: scoreOf(q, '自评报告', state),
      })),
    ),
  ];
}
