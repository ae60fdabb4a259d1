/** What evaluates takes seconds: every action that does names its lane, so that the server performs it beside the answers. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');
const EVALUATES = /\b(?:evaluateRound|evaluateAfresh|thaw)\(/;

test('an action that evaluates has a lane', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const actions = sources
    .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }))
    .filter(({ text }) => EVALUATES.test(text) && /^ *name: '|^ *name,$/m.test(text));
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter(({ text }) => !/^ *lane: '/m.test(text)).map(({ name }) => name)).toEqual([]);
});
