/** Where a value stands: in a band, or in the order of all evaluees of the level. */
import { compare, type Gap, ZERO } from '../../kernel/index.ts';
import { showAgainst, showLimit } from '../print.ts';
import { type Bench, clamp, inUnit, mustBeWhole, numberAt, type Rule, type Scored, unitFor } from './bench.ts';

export function banded(rule: Rule<'banded'>, bench: Bench): Scored {
  const value = numberAt(rule.value, bench);
  const band = rule.bands.find(({ from }) => compare(value.exact, from) >= 0);
  const said = `实际 ${band === undefined ? inUnit(value, rule.value, bench) : showAgainst(value, band.from, unitFor(rule.value, bench))}`;
  if (band === undefined) return { points: ZERO, because: `${said}，未达到最低一档` };
  const from = showLimit(band.from, unitFor(rule.value, bench));
  return { points: clamp(band.points, bench.full), because: `${said}，属于${band.word ?? `${from} 以上`}一档` };
}

/** Ties share the better rank. While one evaluee has no value, no rank is known. */
export function ranking(rule: Rule<'ranking'>, bench: Bench): Scored {
  const value = numberAt(rule.value, bench);
  const peers = bench.peers(rule.value);
  mustBeWhole(peers.filter((peer): peer is Gap => peer.kind === 'gap' && peer.why !== 'not-applicable'));
  const better = peers.filter((peer) => {
    if (peer.kind !== 'measure') return false;
    const order = compare(peer.exact, value.exact);
    return rule.direction === 'atLeast' ? order > 0 : order < 0;
  }).length;
  const points = rule.points[Math.min(better, rule.points.length - 1)] ?? ZERO;
  return {
    points: clamp(points, bench.full),
    because: `实际 ${inUnit(value, rule.value, bench)}，列第 ${better + 1} 位`,
  };
}
