/** What comes in held against the action's schema, before anything else looks at it. */
import type { Static, TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import { PlatformProblem } from '../problems.ts';

const PLACES_SHOWN = 5;

/** Throws `platform.inputRefused` naming the first places that do not fit. */
export function parseInput<S extends TSchema>(schema: S, input: unknown): Static<S> {
  if (Check(schema, input)) return input as Static<S>;
  const places = [...Errors(schema, input)]
    .slice(0, PLACES_SHOWN)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  throw PlatformProblem.inputRefused({ places });
}
