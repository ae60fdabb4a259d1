/**
 * Last year's `results.json`: what was held to be true then. This year's check of restated figures (YOY-8) looks at it
 * and nothing else does: no value is ever taken from it.
 */
import Type from 'typebox';
import { Value } from 'typebox/value';
import { parseDecimal, type Rational } from '../kernel/index.ts';
import { EvaluateProblem } from './problems.ts';

export interface Filed {
  /** In base units. */
  readonly exact: Rational;
  readonly nature?: string;
}

export interface LastYear {
  /** Undefined where no scored formula read the figure last year, or where it was a gap. */
  find(item: string, unit: string, period: string): Filed | undefined;
}

/** As much of `contract.ts` as is read; the rest may be of an older version. */
const Shape = Type.Object({
  year: Type.Integer(),
  units: Type.Array(
    Type.Object({
      results: Type.Array(
        Type.Object({
          inputs: Type.Array(
            Type.Object({
              item: Type.String(),
              unit: Type.String(),
              period: Type.String(),
              value: Type.Union([
                Type.Object({ value: Type.String(), rounded: Type.Optional(Type.Boolean()) }),
                Type.Object({ gap: Type.String() }),
                Type.Object({ text: Type.String() }),
              ]),
              nature: Type.Optional(Type.String()),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Throws `evaluate.lastYearUnreadable`, and `evaluate.lastYearDiffers` when the results are of another year than `year`. */
export function parseLastYear(text: string, file: string, year: number): LastYear {
  const read = parsed(text);
  if (!Value.Check(Shape, read)) throw EvaluateProblem.lastYearUnreadable({ file });
  if (read.year !== year) throw EvaluateProblem.lastYearDiffers({ file, year: read.year, wanted: year });
  const inputs = read.units.flatMap(({ results }) => results.flatMap((leaf) => leaf.inputs));
  const filed = new Map<string, Filed>();
  // A total names no nature; those who stated its parts did.
  const natures = new Map<string, string>();
  for (const { item, period, nature } of inputs) if (nature !== undefined) natures.set(`${item}\t${period}`, nature);
  for (const { item, unit, period, value } of inputs) {
    const exact = 'value' in value && value.rounded !== true ? parseDecimal(value.value) : undefined;
    const nature = natures.get(`${item}\t${period}`);
    if (exact !== undefined)
      filed.set(`${item}\t${unit}\t${period}`, { exact, ...(nature === undefined ? {} : { nature }) });
  }
  return { find: (item, unit, period) => filed.get(`${item}\t${unit}\t${period}`) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
