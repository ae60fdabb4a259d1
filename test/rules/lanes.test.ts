/**
 * What evaluates takes seconds: every action that does names its lane, so that the server performs it beside the answers.
 * What files a report or takes a workbook over is a job as well, so that it is not lost with the process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');
const EVALUATES = /\b(?:evaluateRound|evaluateAfresh|thaw)\(/;

const FILES = /\b(?:fileComposed|fileCopy|packBundle|noteImport)\(/;

const actionsOf = (pattern: RegExp) => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  return sources
    .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }))
    .filter(({ text }) => pattern.test(text) && /^ *name: '|^ *name,$/m.test(text));
};

test('an action that evaluates has a lane', () => {
  const actions = actionsOf(EVALUATES);
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter(({ text }) => !/^ *lane: '/m.test(text)).map(({ name }) => name)).toEqual([]);
});

test('an action that files a report or takes a workbook over is queued', () => {
  const actions = actionsOf(FILES);
  expect(actions.length).toBeGreaterThan(5);
  expect(actions.filter(({ text }) => !/^ *queued: true,$/m.test(text)).map(({ name }) => name)).toEqual([]);
});
