/** 达标即得分: a condition holds or does not. */
import type { CompiledFormula } from '../../engines/formula/index.ts';
import { isZero, ZERO } from '../../kernel/index.ts';
import { show, showAgainst, showLimit } from '../print.ts';
import { type Limit, limitOf, sayLimit } from '../why.ts';
import { type Bench, type Rule, type Scored, Undecided, unitFor } from './bench.ts';
import { sayChange } from './said-change.ts';

export function threshold({ met }: Rule<'threshold'>, bench: Bench): Scored {
  const outcome = met.evaluate(bench.context);
  if (outcome.kind === 'gap') throw new Undecided(outcome);
  const holds = outcome.kind === 'truth' && outcome.truth;
  return { points: holds ? bench.full : ZERO, because: becauseOf(met, holds, bench) };
}

function becauseOf(met: CompiledFormula, holds: boolean, bench: Bench): string {
  const moved = changeOf(met, bench);
  if (moved !== undefined) return `${moved}，${holds ? '符合要求' : '不符合要求'}`;
  const value = bench.shown?.evaluate(bench.context);
  if (bench.shown === undefined || value === undefined || value.kind === 'gap')
    return `${statedOf(met, bench)}${holds ? '符合要求' : '不符合要求'}`;
  const unit = unitFor(bench.shown, bench);
  const limit: Limit | undefined = limitOf(met);
  // 超过 0 万元 says nothing: what is asked is that there be some.
  if (limit === undefined || value.kind !== 'measure' || (limit.sign === '>' && isZero(limit.exact)))
    return `实际 ${show(value, unit)}，${holds ? '符合要求' : '不符合要求'}`;
  return `实际 ${showAgainst(value, limit.exact, unit)}，${sayLimit(limit, showLimit(limit.exact, unit), holds)}`;
}

/** What a part asks stands in its name, 「没有逾期问题」: the figure that decides is told with it, 「逾期数 3 项，」. */
function statedOf(met: CompiledFormula, { context, items }: Bench): string {
  const [item, ...others] = new Set(met.uses.map(({ item }) => item));
  if (item === undefined || others.length > 0 || limitOf(met) === undefined) return '';
  const asked = items.get(item);
  const value = context.item(item);
  return asked === undefined || value.kind !== 'measure' ? '' : `${asked.name} ${show(value, asked.unit)}，`;
}

const CHANGE = /^CHANGE\([^()]+\) ?[<>=≥≤]/;

/** A condition on the change of one item is read with both years: 「上年 828,510.00 万元，本年 …，比上年增加 …」. */
function changeOf(met: CompiledFormula, bench: Bench): string | undefined {
  const [item, ...others] = new Set(met.uses.map(({ item }) => item));
  if (item === undefined || others.length > 0 || !CHANGE.test(met.text)) return undefined;
  const [now, then] = [bench.context.item(item), bench.context.prior().item(item)];
  if (now.kind !== 'measure' || then.kind !== 'measure') return undefined;
  return sayChange(now, then, bench.items.get(item)?.unit ?? '1');
}
