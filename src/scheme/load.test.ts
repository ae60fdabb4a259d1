import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sayWith } from '../kernel/index.ts';
import { checkScheme, diffSchemes, loadScheme, messages, readSchemeFolder } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-scheme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SMALL = `scheme: small
name: 小方案
year: 2025
levels: [county]
departments: { JY: { name: 教育局 }, RS: { name: 人社局 } }
items:
  staff: { name: 教职工数, unit: 人, by: { county: JY } }
indicators:
  A: { name: 教职工, points: "100", lead: JY, rule: { type: threshold, met: staff > 0 }, basis: { source: 自定 } }
`;

let count = 0;
function write(files: Record<string, string>): string {
  count += 1;
  const dir = mkdtempSync(path.join(folder, `${count}-`));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text);
  return dir;
}
const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

test('a folder that is not there, a file in its place, or a folder without YAML is refused by name', () => {
  const file = path.join(write({ 'a.yaml': SMALL }), 'a.yaml');
  for (const wrong of [path.join(folder, 'nowhere'), file, write({ 'notes.txt': 'x' })]) {
    expect(thrown(() => loadScheme(wrong))).toMatchObject({
      code: 'scheme.unreadable',
      exit: 3,
      data: { folder: wrong },
    });
  }
});

test('a file of more than 2 MB is told by name and not read', () => {
  const dir = write({ 'a.yaml': SMALL, 'big.yaml': `# ${'x'.repeat(2 * 1024 * 1024)}` });
  expect(checkScheme(dir)).toMatchObject([{ code: 'scheme.yaml.size', at: { file: 'big.yaml' } }]);
});

test('a scheme with errors cannot be used; the problem counts them and carries them all', () => {
  const dir = write({ 'a.yaml': SMALL.replace('unit: 人', 'unit: 位').replace('lead: JY', 'lead: XX') });
  const problem = thrown(() => loadScheme(dir));
  expect(problem).toMatchObject({ code: 'scheme.invalid', data: { folder: dir, count: 2 } });
  expect(problem).toHaveProperty('findings.length', 2);
  for (const table of [messages.zh, messages.en]) expect(sayWith(table)(problem as never)).toContain('2');
});

test('the files of a folder make one scheme; other files are left alone', () => {
  const [head = '', tail = ''] = SMALL.split('items:');
  const dir = write({
    'scheme.yaml': `\uFEFF${head}`,
    'items.yaml': `items:${tail}`,
    'README.md': '# x',
    'template.docx': 'PK',
  });
  expect(readSchemeFolder(dir).map(({ file }) => file)).toEqual(['items.yaml', 'scheme.yaml']);
  expect(loadScheme(dir).hash).toBe(loadScheme(write({ 'all.yaml': SMALL })).hash);
});

test('errors come before hints', () => {
  const dir = write({ 'a.yaml': SMALL.replace('source: 自定', 'source: unsourced').replace('lead: JY', 'lead: XX') });
  expect(checkScheme(dir).map(({ severity }) => severity)).toEqual(['error', 'hint']);
});

test('what changed between two schemes is told by kind', () => {
  const before = loadScheme(
    write({
      'a.yaml': SMALL.replace('indicators:', '  gone: { name: 旧项, unit: 人, by: { county: JY } }\nindicators:'),
    }),
  );
  const after = loadScheme(
    write({
      'a.yaml': SMALL.replace(
        '教职工数, unit: 人, by: { county: JY }',
        '教职工数, definition: 含工勤, unit: 人, by: { county: RS }',
      ).replace(
        '  A: { name: 教职工, points: "100"',
        '  B: { name: 新指标, points: "40", rule: { type: judged, value: staff / staff } }\n  A: { name: 教职工, points: "60"',
      ),
    }),
  );
  expect(diffSchemes(before, after).map(({ kind, of, code }) => `${kind} ${of} ${code}`)).toEqual([
    '改口径 item staff',
    '改责任单位 item staff',
    '删除 item gone',
    '改分 indicator A',
    '新增 indicator B',
  ]);
  expect(diffSchemes(after, after)).toEqual([]);
});
