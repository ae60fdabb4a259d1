/** Sentences a scheme gives its text checks, in place of the house's: `{stated}` is filled from what was found. */
import type { FindingData, Sentences } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';

const FILLED = /\{([A-Za-z]+)\}/g;

const shown = (value: FindingData[string] | undefined, whole: string): string =>
  value === undefined ? whole : Array.isArray(value) ? value.join('、') : String(value);

/** To be joined behind the report's own table by whoever says what was found in a text. */
export const textSentences = ({ checks }: Pick<Scheme, 'checks'>): Sentences =>
  Object.fromEntries(
    checks.flatMap(({ id, kind, says }) =>
      kind === 'text' && says !== undefined
        ? [
            [
              id,
              (data: FindingData) => says.replace(FILLED, (whole, name: string) => shown(data[name], whole)),
            ] as const,
          ]
        : [],
    ),
  );
