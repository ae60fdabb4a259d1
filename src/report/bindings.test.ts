import { expect, test } from 'vitest';
import { parseBindings, planBindings } from './bindings.ts';
import { messages } from './index.ts';

const head = 'template: 自评报告\nscheme: duty\n';
const refusal = (act: () => unknown): { code: string; data: object } => {
  try {
    act();
  } catch (error) {
    const { code, data } = error as { code: string; data: object };
    return { code, data };
  }
  throw new Error('nothing was refused');
};

test.each([
  ['no YAML', 'template: [', '第1行不合 YAML 写法'],
  ['a list', '- template', '内容不是“键: 值”'],
  ['nothing', '', '内容不是“键: 值”'],
  ['no scheme', 'template: 报告\n', '缺少 scheme'],
  ['a word nobody knows', `${head}slot: []\n`, '没有“slot”这个键'],
  ['an anchor that grows', `${head}edits:\n  - &a { find: x, replace: y }\n  - *a\n`, '不合 YAML 写法'],
  [
    'a row before the first',
    `${head}rows: [{ table: 1, row: 0, each: counties, label: 县, cells: ["@name"] }]\n`,
    '“rows/0/row”的写法不对',
  ],
  ['more text than people write', `${head}#${'x'.repeat(2_000_000)}`, '共2000029个字符，过长'],
])('a bindings file is refused in the words of its reader: %s', (_, text, said) => {
  const { code, data } = refusal(() => parseBindings(text, 'b.yaml'));
  expect(code).toBe('report.bindingsUnreadable');
  const [zh, en] = [messages.zh, messages.en].map((table) =>
    table['report.bindingsUnreadable'](data as Parameters<(typeof messages.zh)['report.bindingsUnreadable']>[0]),
  );
  expect(zh).toContain(`：${said}。`);
  expect(en).not.toMatch(/undefined|[\u4e00-\u9fff]/);
});

test.each([
  ['增长{XX%}，占{XX%}', ['a']],
  ['增长{XX%}', ['a', 'b']],
  ['没有标空', ['a']],
])('each blank has one figure: %s', (at, fill) => {
  const { code, data } = refusal(() => planBindings({ template: 't', scheme: 's', slots: [{ at, fill }] }));
  expect(code).toBe('report.fillCount');
  expect(data).toMatchObject({ at, fills: fill.length });
});

test('a table that is put in without saying what its rows are is refused', () => {
  const insert = [{ content: [{ kind: 'table', columns: [{ head: '县', width: 1, cell: '{@name}' }] }] }];
  expect(refusal(() => planBindings({ template: 't', scheme: 's', insert })).code).toBe('report.tableWithoutRows');
});

test('keys follow the order of the file; blanks are found by the text around them', () => {
  const { word, data } = planBindings(
    parseBindings(
      `${head}slots:\n  - { at: "人{XX}名，占{X%}", fill: ["staff | 人 | 人数", "staff/all | % 2"] }\nrows:\n  - { table: 2, row: 3, each: counties, label: 各县, cells: ["@name"] }\n`,
      'b.yaml',
    ),
  );
  expect(data.slots).toEqual([
    { key: 's001', value: 'staff', format: '人', label: '人数' },
    { key: 's002', value: 'staff/all', format: '% 2', label: 'staff/all' },
    { key: 's003', value: '@name', format: '文字', label: '@name', in: 'b01' },
  ]);
  expect(word.slots.map(({ find, slot, offset }) => [find, slot, offset])).toEqual([
    ['人XX名，占X%', 'XX', 1],
    ['人XX名，占X%', 'X%', 6],
  ]);
  expect(word.rows).toMatchObject([{ key: 'b01', table: 1, row: 2 }]);
});
