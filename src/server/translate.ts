/** Path, query and body as the input of an action. Words become numbers and truths only where the schema asks for them. */
import type { TSchema } from 'typebox';
import { type Asked, PlatformProblem } from '../platform/index.ts';

type Fields = Readonly<Record<string, TSchema>>;

export const fieldsOf = (schema: TSchema): Fields => (schema as { properties?: Fields }).properties ?? {};
export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** Throws `platform.inputRefused` for a body that says again what the path has said. */
export function joinInput(schema: TSchema, { params, query, body }: Asked, reads: boolean): unknown {
  const fields = fieldsOf(schema);
  const path = readWords(fields, params);
  if (reads) return { ...readWords(fields, query), ...path };
  if (body === undefined || body === null) return path;
  if (typeof body !== 'object' || Array.isArray(body)) return body;
  const twice = Object.keys(params).filter((name) => Object.hasOwn(body, name));
  if (twice.length > 0) throw PlatformProblem.inputRefused({ places: twice.map((name) => `/${name} is in the path`) });
  return { ...body, ...path };
}

const readWords = (fields: Fields, words: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, readWord(fields[name], word)]));

/** What cannot be read stays as it is, for the schema to refuse. */
function readWord(schema: TSchema | undefined, word: unknown): unknown {
  const type = (schema as { type?: string } | undefined)?.type;
  if (type === 'array' && typeof word === 'string') return [word];
  if (typeof word !== 'string') return word;
  if (type === 'integer' && /^-?\d{1,15}$/.test(word)) return Number(word);
  if (type === 'boolean' && (word === 'true' || word === 'false')) return word === 'true';
  return word;
}
