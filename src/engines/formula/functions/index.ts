import type { FunctionDefinition } from '../define.ts';
import { arithmetic } from './arithmetic.ts';
import { groups } from './groups.ts';
import { logic } from './logic.ts';
import { rows } from './rows.ts';
import { texts } from './text.ts';
import { time } from './time.ts';

const ALL: readonly FunctionDefinition[] = [...arithmetic, ...logic, ...time, ...groups, ...rows, ...texts];

/** Every function under both its names; English names in any case. */
const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(
  ALL.flatMap((definition) => definition.names.map((name) => [name, definition] as const)),
);

export const findFunction = (name: string): FunctionDefinition | undefined => BY_NAME.get(name.toUpperCase());

/** For the documents: what there is, in both languages. */
export const FUNCTION_NAMES: readonly (readonly [english: string, chinese: string])[] = ALL.map(({ names }) => names);
