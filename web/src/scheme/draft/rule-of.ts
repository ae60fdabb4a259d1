/**
 * A rule of another type in the place of one: what both have is kept, what the new one needs stands there to be changed.
 * Values are text, as a scheme is written. Pure.
 */
export const RULE_TYPES = [
  'threshold',
  'stepDown',
  'proportional',
  'banded',
  'ranking',
  'growth',
  'countCapped',
  'deduct',
  'list',
  'share',
  'judged',
  'information',
] as const;
export type RuleType = (typeof RULE_TYPES)[number];
type Written = Readonly<Record<string, unknown>>;

interface Leaf {
  readonly points: string;
  /** Formula of what is shown as the indicator's value. */
  readonly value?: string;
}

/** A step of the middle: nobody's final word, and checked as soon as it stands there. */
const HALF = 2;

export function ruleOf(type: RuleType, before: Written, { points, value: shown = '' }: Leaf): Written {
  const text = (key: string): string | undefined => (typeof before[key] === 'string' ? before[key] : undefined);
  const value = text('value') ?? shown;
  const target = text('target') ?? '100%';
  const direction = text('direction');
  const way = direction === 'atLeast' || direction === 'atMost' ? direction : 'atLeast';
  const take = text('take') ?? '0.5';
  const half = String(Number(points) / HALF);
  const elements = Array.isArray(before.elements) ? before.elements : [{ name: shown, met: `${value} >= ${target}` }];
  switch (type) {
    case 'threshold':
      return { type, met: text('met') ?? `${value} >= ${target}` };
    case 'stepDown':
      return { type, value, target, direction: way, step: text('step') ?? '1%', take };
    case 'proportional':
      return { type, value, target, direction: way };
    case 'banded':
      return {
        type,
        value,
        bands: [
          { from: '90%', points },
          { from: '80%', points: half },
        ],
      };
    case 'ranking':
      return { type, value, direction: way, points: [points, half] };
    case 'growth':
      return { type, value, direction: way === 'atMost' ? 'down' : 'up' };
    case 'countCapped':
      return { type, value, each: half, most: points };
    case 'deduct':
      return { type, value, each: text('each') ?? take };
    case 'list':
      return { type, elements, take };
    case 'share':
      return { type, elements };
    case 'judged':
      return { type, value };
    case 'information':
      return { type };
  }
}
