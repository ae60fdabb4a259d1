/** What came back on paper for the year before, made up: most leaves had all their points, some lost a part. */
import { stateLast } from '../../src/evaluate/index.ts';
import { add, compare, multiply, printDecimal, type Rational, rational, round, ZERO } from '../../src/kernel/index.ts';
import { levelOf, type OrgRow } from '../../src/org/index.ts';
import type { Scheme } from '../../src/scheme/index.ts';
import { randomFor } from '../random.ts';
import type { People } from './people.ts';
import { type Platform, perform } from './platform.ts';

type Government = Pick<OrgRow, 'code' | 'name' | 'kind'>;

export async function stateLastYear(
  platform: Platform,
  people: People,
  of: string,
  governments: readonly Government[],
  scheme: Scheme,
): Promise<void> {
  const results = governments.map((unit) => resultOf(unit, scheme));
  await perform(platform, people.who('office'), stateLast, { round: of, basis: '省教督〔2025〕8号', results });
}

function resultOf(unit: Government, { indicators, grades, pointsDecimals }: Scheme) {
  const points = indicators.flatMap(({ code, points, leaf }): readonly (readonly [string, Rational])[] => {
    if (leaf === undefined || !leaf.levels.includes(levelOf(unit))) return [];
    const random = randomFor(`上年 ${unit.name} ${code}`);
    const got = random.chance(0.8) ? rational(1n) : rational(random.whole(40, 80), 100n);
    return [[code, round(multiply(points, got), pointsDecimals)]];
  });
  const sum = points.reduce((total, [, got]) => add(total, got), ZERO);
  const print = (of: Rational): string => printDecimal(of, pointsDecimals);
  return {
    unit: unit.code,
    score: print(sum),
    grade: grades.find(({ from }) => from === undefined || compare(sum, from) >= 0)?.name ?? '',
    points: Object.fromEntries(points.map(([code, got]) => [code, print(got)])),
  };
}
