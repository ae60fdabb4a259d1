/** What comes in held against the action's schema, before anything else looks at it. */
import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { PlatformProblem } from '../problems.ts';

const PLACES_SHOWN = 5;
/** Compiled when first asked for: a process meets few of the schemas it knows. */
const validators = new WeakMap<TSchema, Validator>();

/** Throws `platform.inputRefused` naming the first places that do not fit. */
export function parseInput<S extends TSchema>(schema: S, input: unknown): Static<S> {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (validator.Check(input)) return input as Static<S>;
  const places = [...validator.Errors(input)]
    .slice(0, PLACES_SHOWN)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  throw PlatformProblem.inputRefused({ places });
}
