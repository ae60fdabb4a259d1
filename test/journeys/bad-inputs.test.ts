/** What bad input gets: a sentence that names file, place and what to do, the right exit code, and files whole or not at all. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPackage, writePackage } from '../../src/engines/ooxml/index.ts';
import { luzhi, type Ran, temporaryFolder } from '../support/cli.ts';
import { setCell } from '../support/set-cell.ts';

const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder, ...parts);
const sample = at('sample');
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');
const SCHEME = at('sample', 'scheme');
const TEMPLATE = at('sample', 'template.docx');

const evaluate = (figures: string, scheme = SCHEME): Promise<Ran> =>
  luzhi('evaluate', '--scheme', scheme, '--figures', figures, '--all');
const report = (figures: string, template: string, out: string): Promise<Ran> =>
  luzhi('report', '--scheme', SCHEME, '--figures', figures, '--template', template, '--out', out, '--trace', '--html');

/** A copy of the clean figures with one file put in, changed or taken out. */
function figuresWith(name: string, change: (dir: string) => void): string {
  const dir = at(name);
  cpSync(at('sample', 'figures'), dir, { recursive: true });
  change(dir);
  return dir;
}

beforeAll(async () => expect((await luzhi('sample', sample)).status).toBe(0));

describe('figures', () => {
  test('a county whose workbook is missing is named, its totals are not made smaller, and the grade waits', async () => {
    const told = await evaluate(figuresWith('without', (dir) => rmSync(path.join(dir, '白渡县_2025.xlsx'))));
    expect(told.stderr).toMatch(/白渡县/);
    expect(told.stdout).toMatch(/清江市\t[\d.]+ \/ 100\.00\t待定/);
  });

  test("what the prefecture's bureaus stated and listed themselves is printed though a county is missing", async () => {
    const out = at('without.docx');
    const figures = figuresWith('without-own', (dir) => rmSync(path.join(dir, '白渡县_2025.xlsx')));
    await report(figures, TEMPLATE, out);
    const printed = readPackage(readFileSync(out), 'docx', out)
      .text('word/document.xml')
      .replace(/<[^>]*>/g, '');
    expect(printed).toMatch(/教育督导经费【缺】万元（市本级[\d.]+万元）/);
    expect(printed).toMatch(/亿元（[^）]*），[^；]*；市本级[\d.]+亿元，比上年(增长|下降)[\d.]+%/);
    expect(printed).toMatch(/年市级预算教研经费[\d.]+万元/);
    expect(printed).not.toMatch(/《【缺】》/);
  });

  test('an empty file is named and nothing is read from it', async () => {
    const told = await evaluate(figuresWith('empty', (dir) => writeFileSync(path.join(dir, '石渡县_2025.xlsx'), '')));
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(/石渡县_2025\.xlsx/);
  });

  test('a workbook and a folder without rights are named, and the others are read', () => {
    const dir = figuresWith('no-rights', (figures) => {
      chmodSync(path.join(figures, '云屏县_2025.xlsx'), 0);
      chmodSync(path.join(figures, '佐证', '清江市'), 0);
      chmodSync(folder, 0o755);
    });
    // Rights do not hold for root: then the command runs as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const words = ['evaluate', '--scheme', SCHEME, '--figures', dir, '--all', '--lang=zh'];
    const told = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', ...nobody });
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('无法读取 云屏县_2025.xlsx（EACCES）');
    expect(told.stderr).toContain('无法读取 佐证/清江市（EACCES）');
    expect(told.stderr).not.toMatch(/佐证\/清江市\/.*不在文件夹中/);
    expect(told.stdout).toMatch(/白渡县\t9\d\.\d\d \/ 100\.00/);
    chmodSync(path.join(dir, '佐证', '清江市'), 0o755);
  });

  test("a county's school list that did not come is asked for, and nothing is called a division by zero", async () => {
    const told = await evaluate(figuresWith('no-list', (dir) => rmSync(path.join(dir, '白渡县_学校_2025.xlsx'))));
    expect(told.stderr).toContain('没有 白渡县 的学校名单');
    expect(told.stderr).toMatch(/白渡县\d+所学校 .*请补报学校名单。/);
    expect(told.stderr).not.toContain('除数为零');
  });

  test('a damaged workbook is named', async () => {
    const told = await evaluate(
      figuresWith('damaged', (dir) => {
        const file = path.join(dir, '石渡县_2025.xlsx');
        writeFileSync(file, readFileSync(file).subarray(0, 4000));
      }),
    );
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(/石渡县_2025\.xlsx/);
  });

  test("last year's workbook is refused with its year and this year's", async () => {
    const told = await evaluate(
      figuresWith('last-year', (dir) => {
        const file = path.join(dir, '石渡县_2025.xlsx');
        const pkg = readPackage(readFileSync(file), 'xlsx', file);
        const aged = pkg.names.map((name) =>
          /sheet\d|custom|sharedStrings/.test(name)
            ? { name, bytes: pkg.text(name).replaceAll('2025', '2024') }
            : { name, part: pkg.packed(name) },
        );
        writeFileSync(file, writePackage(aged, 'xlsx'));
      }),
    );
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(/石渡县_2025\.xlsx[\s\S]*2024[\s\S]*2025/);
  });

  test('a path that is not there, a folder with nothing in it', async () => {
    mkdirSync(at('nothing'));
    expect(await evaluate(at('nowhere'))).toMatchObject({ status: 3, stdout: '' });
    expect((await evaluate(at('nowhere'))).stderr).toContain('nowhere');
    expect(await evaluate(at('nothing'))).toMatchObject({ status: 3, stdout: '' });
  });

  test.each([
    ['unknown item', 'unit,item,period,value\n云屏县,noSuchItem,2025,1\n', /noSuchItem/],
    ['wrong unit', 'unit,item,period,value\n云屏县,gpbEduExp,2025,三千人\n', /三千人/],
    ['no columns', 'a,b\n1,2\n', /unit/],
  ])('a CSV with %s says so', async (name, text, says) => {
    const file = at(`${name}.csv`);
    writeFileSync(file, text);
    const told = await evaluate(file);
    expect(told.status).not.toBe(0);
    expect(told.stderr).toMatch(says);
  });
});

describe('one cell', () => {
  const CELL = { file: '云屏县_2025.xlsx', sheet: 'B3 教育投入' };
  const withCell = (name: string, cell: string, value: string): string =>
    figuresWith(name, (dir) => {
      const file = path.join(dir, CELL.file);
      writeFileSync(
        file,
        setCell(readFileSync(file), CELL.sheet, cell, () => value),
      );
    });

  test("last year's cell left empty is named, with every score that waits for it", async () => {
    const told = await evaluate(withCell('prior-empty', 'D6', ''));
    expect(told.status).toBe(1);
    expect(told.stdout).toMatch(/清江市\t.*待定/);
    expect(told.stderr).toMatch(/须改正 CM-1 {2}云屏县_2025\.xlsx · B3 教育投入!D6\n.*2024 年数/);
    expect(told.stderr).toMatch(/evaluate\.undecided {2}云屏县_2025\.xlsx · B3 教育投入!D6\n.*B3\.1/);
  });

  test("a fall that is known is told though another county's last year is missing, and that one is named", async () => {
    const figures = withCell('fall-known', 'D6', '');
    const out = at('fall-known.docx');
    await report(figures, TEMPLATE, out);
    const printed = readPackage(readFileSync(out), 'docx', out)
      .text('word/document.xml')
      .replace(/<[^>]*>/g, '');
    expect(printed).toContain('鹿鸣县一般公共预算教育支出比上年下降；云屏县缺数，尚不能判定。');
    const claim = at('claim.txt');
    writeFileSync(claim, '15个县（市、区）一般公共预算教育支出均比上年增长。\n');
    const told = await luzhi('lint', claim, '--scheme', SCHEME, '--figures', figures);
    expect(told.stderr + told.stdout).toMatch(/TX-7[\s\S]*鹿鸣县由[\s\S]*云屏县缺数，尚不能判定/);
  });

  test("last year's cell of 0 is asked about at that cell: a growth from nothing has no rate", async () => {
    const told = await evaluate(withCell('prior-zero', 'D6', '0'));
    expect(told.stderr).toMatch(/须说明 CM-2 {2}云屏县_2025\.xlsx · B3 教育投入!D6\n.*上年填 0.*增长率算不出/);
  });
});

describe("last year's results", () => {
  /** As `evaluate --out` of 2024 would have written it: 云屏县 had then reported other expenditure than it says now. */
  const results = (name: string, year: number): string => {
    const value = { value: '1053000000', unit: '元' };
    const inputs = [{ item: 'gpbEduExp', unit: '881221', period: 'calendar(2024)', value, nature: '决算数' }];
    writeFileSync(at(name), JSON.stringify({ year, units: [{ results: [{ inputs }] }] }));
    return at(name);
  };
  const against = (file: string): Promise<Ran> =>
    luzhi('evaluate', '--scheme', SCHEME, '--figures', at('sample', 'figures'), '--all', '--last-year', file);

  test('a figure restated otherwise is told at its cell, with both numbers; nothing is taken from the file', async () => {
    const told = await against(results('2024.json', 2024));
    expect(told.stderr).toMatch(
      /YOY-8 {2}云屏县_2025\.xlsx · B3 教育投入!D6\n.*云屏县.*上年数为 105,318\.72 万元.*上年报的是 105,300/,
    );
    expect(told.stdout).toBe((await evaluate(at('sample', 'figures'))).stdout);
  });

  test('results of another year, and a file that holds none, are refused by name', async () => {
    const other = await against(results('2023.json', 2023));
    expect(other).toMatchObject({ status: 3, stdout: '' });
    expect(other.stderr).toMatch(/2023\.json.*2023.*2024/);
    writeFileSync(at('none.json'), '{}');
    expect(await against(at('none.json'))).toMatchObject({
      status: 3,
      stdout: '',
      stderr: expect.stringContaining('none.json'),
    });
  });
});

describe('a small scheme', () => {
  const small = (yaml: string): string => {
    const dir = at(`scheme-${readdirSync(folder).length}`);
    mkdirSync(dir);
    writeFileSync(path.join(dir, 'scheme.yaml'), yaml);
    return dir;
  };
  const HEAD = 'scheme: small\nname: 小方案\nyear: 2025\nlevels: [county]\ndepartments: { JY: { name: 教育局 } }\n';

  test('a missing prior year is undecided, never met', async () => {
    const scheme = small(
      `${HEAD}items:\n  funds: { name: 经费, unit: 万元, by: { county: JY } }\nindicators:\n  A: { name: 经费增长, points: "100", rule: { type: growth, value: funds }, basis: { source: unsourced } }\n`,
    );
    const file = at('funds.csv');
    writeFileSync(file, 'unit,item,period,value\n云屏县,funds,2025,100\n');
    const told = await evaluate(file, scheme);
    expect(told.stdout + told.stderr).toContain('待定');
  });

  test('a division by zero is a gap with a reason, not a number', async () => {
    const scheme = small(
      `${HEAD}items:\n  part: { name: 部分, unit: 人, by: { county: JY } }\n  whole: { name: 全部, unit: 人, by: { county: JY } }\nindicators:\n  A: { name: 占比, points: "100", rule: { type: proportional, value: part / whole, target: 100% }, basis: { source: unsourced } }\n`,
    );
    const file = at('zero.csv');
    writeFileSync(file, 'unit,part,whole\n云屏县,0,0\n');
    const out = at('zero.json');
    await luzhi('evaluate', '--scheme', scheme, '--figures', file, '--out', out);
    const [unit] = JSON.parse(readFileSync(out, 'utf8')).units;
    expect(unit.results[0]).toMatchObject({ verdict: 'undecided', value: { gap: 'divided-by-zero' } });
    expect(unit.results[0].points).toBeUndefined();
    const told = await evaluate(file, scheme);
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(
      /evaluate\.undecided[\s\S]*除数为零（云屏县 部分、云屏县 全部），云屏县 A 的得分因此待定/,
    );
  });

  test('a scheme with a cycle names the ring and is not used', async () => {
    const scheme = small(
      `${HEAD}items:\n  a: { name: 甲, unit: 人, formula: b + 1 }\n  b: { name: 乙, unit: 人, formula: a + 1 }\nindicators:\n  A: { name: 甲, points: "100", rule: { type: threshold, met: a > 1 }, basis: { source: unsourced } }\n`,
    );
    const told = await luzhi('scheme', 'check', scheme);
    expect(told.status).toBe(1);
    expect(told.stderr).toMatch(/a[^\n]*b/);
    expect((await evaluate(at('zero.csv'), scheme)).status).toBe(3);
  });
});

describe('templates and reports', () => {
  const figures = at('sample', 'figures');

  test('a template without bindings is refused, and nothing is written', async () => {
    const out = at('unbound', 'r.docx');
    const told = await report(figures, path.join(SCHEME, 'template/plain.docx'), out);
    expect(told).toMatchObject({ status: 3, stdout: '' });
    expect(told.stderr).toMatch(/plain\.docx.*luzhi bind/);
    expect(existsSync(path.dirname(out))).toBe(false);
  });

  test('a template with a slot the scheme does not know is told slot by slot, and the report is a draft', async () => {
    const bindings = at('bad.yaml');
    writeFileSync(
      bindings,
      'template: 坏模板\nscheme: duty-2025\nslots:\n  - { at: "教育督导管理干部{XX}人", fill: noSuchItem | 人 | 管理干部 }\n',
    );
    const template = at('bad.docx');
    const bound = await luzhi(
      'bind',
      path.join(SCHEME, 'template/plain.docx'),
      '--bindings',
      bindings,
      '--scheme',
      SCHEME,
      '--out',
      template,
    );
    expect(bound.status).toBe(1);
    expect(bound.stderr).toMatch(/管理干部.*noSuchItem/);
    const out = at('bad-report.docx');
    const told = await report(figures, template, out);
    expect(told.status).toBe(1);
    expect(readFileSync(out.replace('.docx', '.html'), 'utf8')).toContain('草稿');
  });

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['half a file', 'half'],
    ['a zip bomb', 'bomb'],
    ['text with the wrong ending', Buffer.from('这不是 Word 文件')],
  ] as const)('%s given as a template is refused by name', async (name, content) => {
    const file = at(`${name.replaceAll(' ', '-')}.docx`);
    const whole = readFileSync(TEMPLATE);
    writeFileSync(
      file,
      content === 'half' ? whole.subarray(0, whole.length / 2) : content === 'bomb' ? bomb() : content,
    );
    const out = at(`${name}-out.docx`);
    const told = await report(figures, file, out);
    expect(told).toMatchObject({ status: 3, stdout: '' });
    expect(told.stderr).toContain(path.basename(file));
    expect(existsSync(out)).toBe(false);
  });

  test('a place that cannot be written to: the reason is said and no part is left behind', async () => {
    writeFileSync(at('a-file'), '');
    const told = await report(figures, TEMPLATE, at('a-file', 'r.docx'));
    expect(told).toMatchObject({ status: 3, stdout: '' });
    expect(told.stderr).toMatch(/a-file.*没有写入/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a folder nobody can make ends at once, with a sentence', async () => {
    expect(await report(figures, TEMPLATE, '/proc/nowhere/r.docx')).toMatchObject({ status: 3, stdout: '' });
  });

  test('wrong use is told with the usage', async () => {
    expect(await luzhi('report', '--scheme', SCHEME)).toMatchObject({ status: 2, stdout: '' });
    expect((await luzhi('nonsense')).stderr).toMatch(/nonsense[\s\S]*report/);
    expect((await luzhi('lint', at('no.pdf'))).status).not.toBe(0);
  });
});

/** 600 MB of nothing in some hundred kilobytes. */
function bomb(): Uint8Array {
  const pkg = readPackage(readFileSync(TEMPLATE), 'docx', 'template');
  const size = 600 * 1024 * 1024;
  const packed = deflateRawSync(Buffer.alloc(size), { level: 1 });
  const parts = pkg.names.map((name) =>
    name === 'word/document.xml'
      ? { name, part: { method: 8 as const, crc32: 0, size, packed } }
      : { name, part: pkg.packed(name) },
  );
  return writePackage(parts, 'docx');
}
