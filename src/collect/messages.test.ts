import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messages } from './index.ts';

const sources = (readdirSync(import.meta.dirname, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts') && !/(\.test|messages\.\w+|fixture)\.ts$/.test(name))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'));

test('every code this stage emits has a sentence in both languages, and none is left over', () => {
  const findings = sources.flatMap((source) =>
    // Actions have names of the same form.
    [...source.matchAll(/(?<!\bname: )'(collect\.[a-zA-Z.]+)'/g)].map(([, code]) => code),
  );
  const problems = sources.flatMap((source) =>
    [...source.matchAll(/CollectProblem\.(\w+)/g)].map(([, name]) => `collect.${name}`),
  );
  const emitted = [...new Set([...findings, ...problems])].sort();
  for (const table of [messages.zh, messages.en]) {
    expect(
      Object.keys(table)
        .filter((code) => code.startsWith('collect.'))
        .sort(),
    ).toEqual(emitted);
  }
  expect(Object.keys(messages.en)).toEqual(Object.keys(messages.zh));
});
