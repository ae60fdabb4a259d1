import { expect, test } from 'vitest';
import { docx, paragraph, run } from '../../../test/support/docx.ts';
import { writeWorkbook } from '../../engines/sheet/index.ts';
import { resolveScheme } from '../resolve.ts';
import type { DraftHead } from './draft.ts';
import { importPaper } from './import-paper.ts';

const HEAD: DraftHead = { code: 'wenjiang-2026', name: '县级评价', year: 2026, level: 'county', source: '方案.docx' };

/** A cell that goes on downwards is written as Word writes it: empty, and merged. */
const cell = (text: string | undefined): string =>
  text === undefined
    ? `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph()}</w:tc>`
    : `<w:tc>${text
        .split('\n')
        .map((line) => paragraph(run(line)))
        .join('')}</w:tc>`;
const table = (...rows: (string | undefined)[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

const PAPER = docx(
  paragraph(run('附件1')) +
    table(['序号', '事项'], ['1', '与指标无关的表']) +
    table(
      ['一级指标', '二级指标', '评价要点', '分值', '评分标准', '责任单位', '佐证材料'],
      [
        'A 党的领导（30分）',
        '1.组织领导',
        '（1）党委专题研究',
        '12.5',
        '每年不少于2次，少1次扣5分。',
        '教育局、组织部',
        '会议纪要；通知',
      ],
      [undefined, undefined, '（2）政府常务会议', '7.5', '不少于1次。\n未召开不得分。', '政府办', '会议纪要'],
      [undefined, '2.经费保障', '两个只增不减', '10', '一项不达标不得分。', '财政局', ''],
      ['B 队伍建设', '教师配备', '', '70', '达标得满分。', '编办/教育局', ''],
      ['合计', '', '', '100', '', '', ''],
    ),
);

const resolved = (files: Readonly<Record<string, string>>) =>
  resolveScheme(Object.entries(files).map(([file, text]) => ({ file, text })));

test('a file without a table of indicators is refused with what its head must say', () => {
  const none = docx(table(['序号', '事项'], ['1', '开会']));
  expect(() => importPaper(none, '通知.docx', HEAD)).toThrow(expect.objectContaining({ code: 'scheme.paperUnread' }));
});

test('more indicators at the top than letters are refused: the first column holds something else', () => {
  const rows = Array.from({ length: 27 }, (_, at) => [`事项${at}`, '1', '按要求完成']);
  const wide = docx(table(['一级指标', '分值', '评分标准'], ...rows));
  expect(() => importPaper(wide, '方案.docx', HEAD)).toThrow(
    expect.objectContaining({ code: 'scheme.paperTooWide', data: { file: '方案.docx', count: 27 } }),
  );
});

test('a leaf without points or without anybody responsible is told with its row, and its scheme is not used as it is', () => {
  const open = docx(
    table(['一级指标', '评价要点', '分值', '责任单位'], ['管理', '档案', '', '教育局'], ['', '校车', '5', '']),
  );
  const { findings, files } = importPaper(open, '方案.docx', HEAD);
  expect(findings.map(({ code, data }) => [code, data.code, data.at])).toEqual([
    ['scheme.paper.points', 'A1', '表 1 第 2 行'],
    ['scheme.paper.lead', 'A2', '表 1 第 3 行'],
  ]);
  expect(resolved(files).scheme).toBeUndefined();
});

test('a table of Word with cells merged downwards becomes a scheme that can be used at once', () => {
  const { files, leaves, findings } = importPaper(PAPER, '方案.docx', HEAD);
  expect(leaves).toBe(4);
  expect(findings).toMatchObject([{ code: 'scheme.paper.table', severity: 'hint', data: { table: '表 1' } }]);
  const { scheme, findings: faults } = resolved(files);
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  const told = scheme?.indicators.map(({ code, name, leaf }) => `${code} ${name}${leaf === undefined ? '' : ' 末级'}`);
  expect(told).toEqual([
    'A 党的领导',
    'A1 组织领导',
    'A1.1 党委专题研究 末级',
    'A1.2 政府常务会议 末级',
    'A2 经费保障',
    'A2.1 两个只增不减 末级',
    'B 队伍建设',
    'B1 教师配备 末级',
  ]);
  expect(files['scheme.yaml']).toContain('total: "100.00"');
});

test('each leaf keeps its points, the words of its standard, who leads and assists, and what proves it', () => {
  const { scheme } = resolved(importPaper(PAPER, '方案.docx', HEAD).files);
  const leafOf = (code: string) => scheme?.indicators.find((each) => each.code === code);
  const names = new Map([...(scheme?.departments ?? [])].map(([code, { name }]) => [code, name]));
  const named = (code: string | undefined) => names.get(code as never);
  const first = leafOf('A1.1');
  expect(first?.points).toEqual({ num: 25n, den: 2n });
  expect(first?.basis).toEqual({ text: '每年不少于2次，少1次扣5分。', source: '方案.docx 表 2 第 2 行' });
  expect(first?.leaf?.evidence.map(({ name }) => name)).toEqual(['会议纪要', '通知']);
  expect([named(first?.leaf?.lead), ...(first?.leaf?.assist ?? []).map(named)]).toEqual(['教育局', '组织部']);
  expect(leafOf('A1.2')?.basis?.text).toBe('不少于1次。\n未召开不得分。');
  expect(named(leafOf('B1')?.leaf?.lead)).toBe('编办');
});

test('a sheet of Excel reads the same, points beside numbers as well', () => {
  const rows = [
    ['2026年指标体系'],
    ['一级指标', '二级指标', '分值（分）', '计分办法'],
    ['规划', '规划印发', '40', '印发得满分'],
    ['', '规划公开', '60分', '公开得满分'],
  ].map((row) => row.map((text) => ({ content: { kind: 'text' as const, text }, look: 'label' as const })));
  const book = writeWorkbook({ sheets: [{ name: '指标', widths: [20, 20, 10, 30], rows }] });
  const { files, leaves } = importPaper(book, '方案.xlsx', HEAD);
  expect(leaves).toBe(2);
  const { scheme } = resolved(files);
  expect(scheme?.indicators.map(({ code, name, points }) => `${code} ${name} ${points.num}`)).toEqual([
    'A 规划 100',
    'A1 规划印发 40',
    'A2 规划公开 60',
  ]);
});
