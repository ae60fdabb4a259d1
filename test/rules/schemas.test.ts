/** What the commands write is what the JSON Schemas of the documents promise, and the schemas refuse what is not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Compile } from 'typebox/schema';
import { beforeAll, expect, test } from 'vitest';
import { luzhi, temporaryFolder } from '../support/cli.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const schema = (name: string) => Compile(json(path.join(ROOT, `docs/${name}.schema.json`)));
const inFolder = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  const ran = [
    await luzhi('sample', inFolder('demo')),
    await luzhi(
      'report',
      ...['--scheme', inFolder('demo/scheme'), '--figures', inFolder('demo/figures')],
      ...['--template', inFolder('demo/template.docx'), '--out', inFolder('report.docx'), '--trace'],
    ),
    await luzhi(
      'evaluate',
      ...['--scheme', inFolder('demo/scheme'), '--figures', inFolder('demo/figures')],
      ...['--out', inFolder('results.json')],
    ),
  ];
  expect(ran.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual([0, 0, 0]);
}, 120_000);

test.each([
  ['results', 'results.json'],
  ['trace', 'report.trace.json'],
])('%s of the sample keep their schema', (name, file) => {
  const [, errors] = schema(name).Errors(json(inFolder(file)));
  expect(errors.slice(0, 3)).toEqual([]);
});

test('a value that is a number instead of a decimal text breaks the schema', () => {
  const results = json(inFolder('results.json'));
  results.units[0].score = 91.5;
  expect(schema('results').Check(results)).toBe(false);
});

test('a figure of the trace without its formula breaks the schema', () => {
  const trace = json(inFolder('report.trace.json'));
  delete trace.slots[0].formula;
  expect(schema('trace').Check(trace)).toBe(false);
});
