import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messages } from './index.ts';

// Stores name columns (`task.unit`) and say nothing.
const sources = (readdirSync(import.meta.dirname, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts') && !/(\.test|\.store|messages\.\w+)\.ts$/.test(name))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'));

test('every problem of this stage has a sentence in both languages, and none is left over', () => {
  const thrown = sources.flatMap((source) =>
    [...source.matchAll(/ReviewProblem\.(\w+)/g)].map(([, name]) => `review.${name}`),
  );
  const codes = [...new Set(thrown)].sort();
  for (const table of [messages.zh, messages.en])
    expect(
      Object.keys(table)
        .filter((code) => !code.startsWith('notice.'))
        .sort(),
    ).toEqual(codes);
});

test('every notice has a sentence in both languages', () => {
  const kinds = sources.flatMap((source) =>
    [...source.matchAll(/(?<!_JOB = )'((?:task|section|round|due|exception|figure)\.\w+)'/g)].map(
      ([, kind]) => `notice.${kind}`,
    ),
  );
  expect(kinds).toContain('notice.task.extend');
  expect(kinds.filter((code) => !(code in messages.zh))).toEqual([]);
  expect(Object.keys(messages.zh).filter((code) => code.startsWith('notice.'))).toEqual(
    Object.keys(messages.en).filter((code) => code.startsWith('notice.')),
  );
});
