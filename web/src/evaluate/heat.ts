/** What a cell of the heat table says and how deep its colour is. Exact; pure. */
import {
  compare,
  decimal,
  divide,
  isZero,
  multiply,
  printDecimal,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../../src/kernel/index.ts';
import type { Mode } from './routes.tsx';

export interface HeatCell {
  readonly kind: 'full' | 'lost' | 'rose' | 'fell' | 'missing' | 'unasked' | 'unknown';
  /** What stands in the cell. */
  readonly text: string;
  /** 0 to 5. */
  readonly depth: number;
}

interface Points {
  readonly points?: string | undefined;
  readonly of: string;
  readonly verdict: string;
}

/** Upper ends of the first four depths, as shares of the points that are lost. */
export const DEPTHS = ['12%', '22%', '35%', '60%'] as const;
const LIMITS = [12n, 22n, 35n, 60n].map((percent) => rational(percent, 100n));

const depthOf = (share: Rational): number =>
  isZero(share) ? 0 : LIMITS.filter((limit) => compare(share, limit) > 0).length + 1;

const DOT = '·';

/** A dash while anything is undecided: a sum so far beside whole scores would be taken for one. */
export const sumShown = ({
  score,
  undecided,
}: {
  readonly score: string;
  readonly undecided: readonly string[];
}): string => (undecided.length > 0 ? '—' : score);

export function heatCell(cell: Points | undefined, then: string | undefined, mode: Mode, decimals: number): HeatCell {
  if (cell === undefined) return { kind: 'unasked', text: '', depth: 0 };
  if (cell.points === undefined)
    return cell.verdict === 'information'
      ? { kind: 'unasked', text: '', depth: 0 }
      : { kind: 'missing', text: '', depth: 0 };
  const [got, of] = [decimal(cell.points), decimal(cell.of)];
  const lost = subtract(of, got);
  const share = isZero(of) ? ZERO : divide(lost, of);
  const kind = isZero(lost) ? 'full' : 'lost';
  switch (mode) {
    case 'lost':
      return { kind, text: isZero(lost) ? DOT : printDecimal(lost, decimals), depth: depthOf(share) };
    case 'rate': {
      const rate = isZero(of) ? rational(1n) : divide(got, of);
      const text = isZero(lost) ? DOT : `${printDecimal(multiply(rate, rational(100n)), 0)}%`;
      return { kind, text, depth: depthOf(share) };
    }
    case 'change': {
      if (then === undefined) return { kind: 'unknown', text: '—', depth: 0 };
      const by = subtract(got, decimal(then));
      const size = compare(by, ZERO) < 0 ? subtract(ZERO, by) : by;
      const text = isZero(by) ? DOT : printSigned(by, decimals);
      const depth = isZero(of) ? 0 : depthOf(divide(size, of));
      return { kind: isZero(by) ? 'full' : compare(by, ZERO) > 0 ? 'rose' : 'fell', text, depth };
    }
  }
}

/** `+0.30`, `−1.33`. */
export const printSigned = (by: Rational, decimals: number): string =>
  `${compare(by, ZERO) > 0 ? '+' : ''}${printDecimal(by, decimals).replace('-', '−')}`;

/** `-1.33` of the interface as it is shown. */
export const showSigned = (difference: string): string =>
  difference.startsWith('-') || difference.startsWith('+') || Number(difference) === 0
    ? difference.replace('-', '−')
    : `+${difference}`;
