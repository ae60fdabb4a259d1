/** What the format's page shows can be loaded: every block marked as a whole scheme, every example folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type FormulaContext, FUNCTION_NAMES } from '../engines/formula/index.ts';
import { decimal, gap, type ItemCode, isUnit, measure, UNITS } from '../kernel/index.ts';
import { Rule } from './contract.ts';
import { CHECK_KINDS, loadScheme, resolveScheme, TEXT_CHECKS } from './index.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const page = readFileSync(path.join(DOCS, 'scheme-format.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml scheme\n(.*?)```/gs)].map(([, text = '']) => text);
const folders = readdirSync(path.join(DOCS, 'examples'));

test.each(blocks.map((text) => [/^scheme: (.*)$/m.exec(text)?.[1], text]))(
  'the block %s of the page is a scheme without a finding',
  (_code, text) => {
    const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text: text ?? '' }]);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(scheme).toBeDefined();
  },
);

test.each(folders)('the example %s is a scheme', (folder) => {
  expect(loadScheme(path.join(DOCS, 'examples', folder)).year).toBe(2025);
});

test('the ten-line scheme has ten lines, and the page shows the file as it is', () => {
  const text = readFileSync(path.join(DOCS, 'examples/small-scheme/scheme.yaml'), 'utf8');
  expect(text.trimEnd().split('\n')).toHaveLength(10);
  expect(blocks).toContain(text);
});

test('the page names every function of the formula language', () => {
  expect(FUNCTION_NAMES.flat().filter((name) => !page.includes(name))).toEqual([]);
});

test('the page names every unit, every rule type and every kind of check', () => {
  const ruleTypes = JSON.stringify(Rule).matchAll(/"type":\{"type":"string","const":"(\w+)"\}/g);
  const named = [...UNITS, ...[...ruleTypes].map(([, type = '']) => type), ...CHECK_KINDS.keys()].filter(
    (name) => name !== 'holds',
  );
  expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  expect(named.filter(isUnit).length).toBe(UNITS.length);
});

test('the page tells every text check as the table has it', () => {
  for (const [id, { severity, params, tells }] of TEXT_CHECKS) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` | ${severity} |`)) ?? '';
    for (const name of Object.keys(params)) expect(row.split('|').at(-3), id).toContain(`\`${name}\``);
    for (const usual of Object.values(params)) expect(row, id).toContain(usual);
    expect(
      [...(row.split('|').at(-2) ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
      id,
    ).toEqual(tells);
  }
});

test('the worked example gives the coefficient the page says, from its own figures', () => {
  const [head = '', , ...rows] = readFileSync(path.join(DOCS, 'examples/cv/figures.csv'), 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  const context = (figures: ReadonlyMap<string, string>, schools: readonly FormulaContext[]): FormulaContext => ({
    item: (code) =>
      figures.has(code)
        ? measure(decimal(figures.get(code) ?? ''), code.endsWith('Area') ? 'area' : 'person')
        : gap('missing'),
    attribute: () => '',
    prior: () => context(new Map(), []),
    members: () => schools,
    ledgerRows: () => [],
    score: () => gap('missing'),
  });
  const schools = rows.map((row) =>
    context(new Map(row.split(',').map((cell, index) => [columns[index] ?? '', cell])), []),
  );
  const computed = loadScheme(path.join(DOCS, 'examples/cv')).items.get('cvPrimaryTeaching' as ItemCode)?.computed;
  expect(computed?.kind === 'formula' && computed.formula.evaluate(context(new Map(), schools))).toEqual(
    measure(decimal('0.125')),
  );
});
