/** The report in another office program: LibreOffice opens it, its pages hold the text, its page numbers stand outside. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { extractSlots } from '../../src/engines/word/index.ts';
import { luzhi, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  await luzhi('sample', at('sample'));
  const made = await luzhi(
    'report',
    '--scheme',
    at('sample/scheme'),
    '--figures',
    at('sample/figures'),
    '--template',
    at('sample/template.docx'),
    '--out',
    at('report.docx'),
    '--pdf',
  );
  expect(made).toMatchObject({ status: 0 });
  expect(made.stdout).toContain('report.pdf');
});

/** Text of a page as it is laid out; spaces that the layout puts between characters are taken out. */
function page(number: number): string {
  const { stdout } = spawnSync(
    'pdftotext',
    ['-f', String(number), '-l', String(number), '-layout', at('report.pdf'), '-'],
    { encoding: 'utf8' },
  );
  return stdout.replaceAll(' ', '');
}

test('LibreOffice opens the report: title, addressee and opening stand on the first page, its number to the right', () => {
  const text = page(1);
  expect(text).toMatch(/^清江市人民政府文件\s+〔〕号签发人：\s/);
  expect(text).toMatch(/清江市人民政府关于2025年度\s+履行教育职责情况的自评报告/);
  expect(text).toContain('澜江省人民政府教育督导委员会：');
  expect(text).toMatch(/—1—/);
});

test('each attachment begins a page with its mark and its title', () => {
  const pages = Array.from({ length: 60 }, (_, index) => page(index + 1));
  for (const [mark, title] of [
    ['附件1', '自评得分表'],
    ['附件2', '佐证材料目录'],
    ['附件3', '数据表'],
  ] as const) {
    expect(pages.filter((text) => text.trimStart().startsWith(mark) && text.includes(title)).length, mark).toBe(1);
  }
});

test('a report saved again by LibreOffice loses its keys; the words around find most figures, and none wrongly', () => {
  const profile = `-env:UserInstallation=file://${at('profile')}`;
  const words = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', at('again'), at('report.docx')];
  expect(spawnSync('soffice', [profile, ...words]).status).toBe(0);
  const base = { bytes: readFileSync(at('report.docx')), file: 'base' };
  const before = extractSlots(base.bytes, base.file).filter(({ occurrence }) => occurrence === 0);
  const again = readFileSync(path.join(at('again'), 'report.docx'));
  const after = new Map(
    extractSlots(again, 'again', base).map((slot) => [`${slot.key} ${slot.occurrence}`, slot.text]),
  );
  const found = before.filter(({ key }) => after.has(`${key} 0`));
  expect(found.filter(({ key, text }) => after.get(`${key} 0`) !== text).map(({ key }) => key)).toEqual([]);
  expect(found.length / before.length).toBeGreaterThan(0.6);
});

test('figures stand in the size of the sentence around them', () => {
  const { stdout } = spawnSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', at('report.pdf'), '-'], {
    encoding: 'utf8',
  });
  const heights = [...stdout.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, top, bottom, text]) => ({ text, height: Number(bottom) - Number(top) }),
  );
  // 三号 is 16 pt; a line of it is over 18 pt high. The page number is 四号.
  const small = heights.filter(({ text = '', height }) => height < 18 && !/[—\d]/.test(text));
  expect(small).toEqual([]);
});

test('宋, 仿宋 and 楷 that are not installed are printed with serifs where such a font is there', () => {
  const families = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' }).stdout;
  const { stdout } = spawnSync('pdffonts', [at('report.pdf')], { encoding: 'utf8' });
  expect(/Serif ?CJK/.test(stdout)).toBe(families.includes('Noto Serif CJK SC') && !families.includes('仿宋_GB2312'));
});
