import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { luzhi, temporaryFolder } from '../../test/support/cli.ts';
import { writeWorkbook } from '../engines/sheet/index.ts';

const folder = temporaryFolder();
const paper = path.join(folder, '方案.xlsx');
const rows = [
  ['一级指标', '二级指标', '分值', '评分标准', '责任单位'],
  ['规划', '规划印发', '100', '印发得满分', '发改委'],
].map((row) => row.map((text) => ({ content: { kind: 'text' as const, text }, look: 'label' as const })));
writeFileSync(paper, writeWorkbook({ sheets: [{ name: '指标', widths: [20, 20, 10, 30, 20], rows }] }));
const named = ['--code', 'plan-2026', '--name', '规划评价', '--year', '2026'];

test('a level nobody judges, a year that is none and another kind of file are refused, and nothing is written', async () => {
  const out = path.join(folder, 'none');
  const asked = (...more: string[]) => luzhi('scheme', 'import', paper, '--out', out, ...more);
  expect(await asked(...named, '--level', 'village')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('village'),
  });
  expect(await asked('--code', 'a', '--name', 'b', '--year', '今年')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('今年'),
  });
  const text = path.join(folder, '方案.txt');
  writeFileSync(text, '指标');
  expect((await luzhi('scheme', 'import', text, '--out', out, ...named)).status).toBe(2);
  expect(() => readFileSync(path.join(out, 'scheme.yaml'))).toThrow();
});

test('the folder it writes passes the check, and is not written over a second time', async () => {
  const out = path.join(folder, 'made');
  const { status, stderr } = await luzhi('scheme', 'import', paper, '--out', out, ...named);
  expect(status, stderr).toBe(0);
  expect((await luzhi('scheme', 'check', out)).status).toBe(0);
  writeFileSync(path.join(out, 'scheme.yaml'), '# 改过\n');
  expect((await luzhi('scheme', 'import', paper, '--out', out, ...named)).status).toBe(2);
  expect(readFileSync(path.join(out, 'scheme.yaml'), 'utf8')).toBe('# 改过\n');
});
