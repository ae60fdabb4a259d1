import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/cli.ts';
import { writeOutputs } from './files.ts';

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');

test('one that cannot be moved in leaves every place as it was: the file there before, or none', () => {
  writeFileSync(at('R.docx'), 'last week');
  mkdirSync(at('R.html'));
  const outputs = ['R.docx', 'R.trace.json', 'R.html'].map((name) => ({ file: at(name), content: 'today' }));
  expect(() => writeOutputs(outputs)).toThrow(expect.objectContaining({ code: 'cli.notWritable' }));
  expect(readdirSync(folder).toSorted()).toEqual(['R.docx', 'R.html']);
  expect(read('R.docx')).toBe('last week');
});

test('what is written takes the place of what was there, and nothing else stays', () => {
  writeOutputs([
    { file: at('R.docx'), content: 'today' },
    { file: at('new/R.json'), content: '{}' },
  ]);
  expect([read('R.docx'), read('new/R.json')]).toEqual(['today', '{}']);
  expect(readdirSync(folder).toSorted()).toEqual(['R.docx', 'R.html', 'new']);
});
