/** 要求逐项: how many elements of a list are met. */
import { gap, multiply, rational, subtract } from '../../kernel/index.ts';
import { showPoints } from '../print.ts';
import { type Bench, clamp, mustBeWhole, type Rule, type Scored, Undecided } from './bench.ts';

/** What a unit is not asked for (普通高等学校 in a county) is neither met nor failed: it is left out of the count. */
function elementsOf(
  elements: Rule<'list'>['elements'],
  { context }: Bench,
): { readonly met: number; readonly of: number; readonly failed: readonly string[] } {
  const asked = elements.flatMap(({ name, met }) => {
    const outcome = met.evaluate(context);
    return outcome.kind === 'gap' && outcome.why === 'not-applicable' ? [] : [{ name, outcome }];
  });
  mustBeWhole(asked.flatMap(({ outcome }) => (outcome.kind === 'gap' ? [outcome] : [])));
  if (asked.length === 0) throw new Undecided(gap('not-applicable'));
  const failed = asked.filter(({ outcome }) => outcome.kind === 'truth' && !outcome.truth).map(({ name }) => name);
  return { met: asked.length - failed.length, of: asked.length, failed };
}

export function list(rule: Rule<'list'>, bench: Bench): Scored {
  const { met, of, failed } = elementsOf(rule.elements, bench);
  const taken = multiply(rational(BigInt(failed.length)), rule.take);
  const because =
    failed.length === 0
      ? `${met} 项要求全部达到`
      : `${of} 项要求中 ${failed.length} 项未达到（${failed.join('、')}），每项扣 ${showPoints(rule.take)} 分`;
  return { points: clamp(subtract(bench.full, taken), bench.full), because };
}

export function share(rule: Rule<'share'>, bench: Bench): Scored {
  const { met, of, failed } = elementsOf(rule.elements, bench);
  const points = multiply(bench.full, rational(BigInt(met), BigInt(of)));
  const missed = failed.length === 0 ? '' : `（未达到：${failed.join('、')}）`;
  return { points, because: `${of} 项中 ${met} 项达到${missed}`, sum: `${showPoints(bench.full)} × ${met}/${of}` };
}
