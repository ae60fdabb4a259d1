/** How the others moved: a dot each, a triangle for this unit, a tick at zero. Said in words to those who hear it. */
import { printGrowth } from '../parts/numbers.ts';
import { useWords } from '../shell/language.tsx';
import { reviewWords } from './words.ts';

interface Growth {
  readonly unit: string;
  readonly name: string;
  /** Hundredths of a percent. */
  readonly growth: number;
}
const WIDTH = 132;
const EDGE = 6;

export const growthText = (hundredths: number): string => printGrowth((hundredths / 100).toFixed(2));

export function Strip({ growths, unit }: { readonly growths: readonly Growth[]; readonly unit: string }) {
  const say = useWords(reviewWords);
  const mine = growths.find((each) => each.unit === unit);
  if (mine === undefined) return null;
  const all = [0, ...growths.map(({ growth }) => growth)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (growth: number): number => EDGE + ((growth - low) / Math.max(1, high - low)) * (WIDTH - 2 * EDGE);
  const rank = growths.filter(({ growth }) => growth > mine.growth).length + 1;
  const told = say.peersTold(mine.name, growthText(mine.growth), rank, growths.length);
  return (
    <svg width={WIDTH} height={22} viewBox={`0 0 ${WIDTH} 22`} role="img" aria-label={told}>
      <title>{told}</title>
      <path d={`M2 15H${WIDTH - 2}`} stroke="var(--line)" />
      <path d={`M${at(0)} 9v8`} stroke="var(--ink3)" />
      {growths
        .filter((each) => each !== mine)
        .map(({ unit: code, growth }) => (
          <circle key={code} cx={at(growth)} cy={15} r={2.6} fill="var(--ctrl)" opacity={0.75} />
        ))}
      <path d={`M${at(mine.growth) - 4} 3h8l-4 7z`} fill="var(--ink2)" />
    </svg>
  );
}
