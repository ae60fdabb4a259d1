/** Options that several commands share: which scheme, which figures, which year and as of when. */
import { checkSentences as collectSentences, readFigures, type Submission } from '../collect/on-files.ts';
import {
  checkSentences,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  parseLastYear,
} from '../evaluate/on-files.ts';
import { parseDate } from '../kernel/index.ts';
import { textSentences } from '../report/on-files.ts';
import { loadScheme, type Scheme } from '../scheme/on-files.ts';
import type { Invocation, Option } from './command.ts';
import { readInput } from './files.ts';
import { CliProblem } from './problems.ts';

export const EVALUATION_OPTIONS = {
  scheme: { type: 'string', required: true },
  figures: { type: 'string', required: true },
  year: { type: 'string' },
  'as-of': { type: 'string' },
  'last-year': { type: 'string' },
} as const satisfies Record<string, Option>;

export interface Evaluated {
  readonly scheme: Scheme;
  readonly submission: Submission;
  readonly evaluation: Evaluation;
  readonly asOf: string;
}

/** Reads, checks and evaluates; problems name the file. Without `--as-of` the year's last day is the date. */
export function evaluateInputs(invocation: Invocation): Evaluated {
  const scheme = loadScheme(invocation.text('scheme') ?? '');
  const { language } = invocation;
  invocation.learn(
    { ...collectSentences(scheme, language), ...checkSentences(scheme, language) },
    textSentences(scheme),
  );
  const asOf = asOfDate(invocation, scheme.year);
  const lastYear = lastYearOf(invocation, scheme.year);
  const submission = readFigures(invocation.text('figures') ?? '', scheme, { year: scheme.year });
  return { scheme, submission, evaluation: evaluate(scheme, submission, { asOf, ...lastYear }), asOf };
}

function lastYearOf(invocation: Invocation, year: number): Pick<EvaluateOptions, 'lastYear'> {
  const file = invocation.text('last-year');
  if (file === undefined) return {};
  return { lastYear: parseLastYear(new TextDecoder().decode(readInput(file)), file, year - 1) };
}

function asOfDate(invocation: Invocation, schemeYear: number): string {
  const year = invocation.text('year');
  if (year !== undefined && year !== String(schemeYear))
    throw CliProblem.yearDiffers({ given: year, scheme: schemeYear });
  const given = invocation.text('as-of') ?? `${schemeYear}-12-31`;
  if (parseDate(given) === undefined) throw CliProblem.dateUnreadable({ given });
  return given;
}
