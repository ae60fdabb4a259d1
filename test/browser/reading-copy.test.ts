/** The reading copy in a browser: text that flows through its figures, each of them reached and opened by keyboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { collectFigures, NO_EVIDENCE } from '../../src/collect/index.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import { bindReport, makeReport, reportHtml } from '../../src/report/index.ts';
import { resolveScheme } from '../../src/scheme/index.ts';
import { findChromium } from '../../tools/browser.mjs';
import { docx, paragraph, run } from '../support/docx.ts';

const SCHEME = `
scheme: small
name: 样例方案
year: 2025
levels: [prefecture, county]
total: "10"
departments: { JY: { name: 教育局 } }
grades: [{ name: 优秀, from: "9" }, { name: 不合格 }]
items:
  words: { name: 会议名称, unit: 文字, by: { prefecture: JY } }
  graduates: { name: 毕业生, unit: 人, by: { county: JY } }
indicators:
  A: { name: 义务教育 }
  A1: { name: 控辍保学, points: "10", value: graduates, unit: 人, rule: { type: threshold, met: NUMBER(graduates) >= 1 } }
`;
/** Longer than a line of the page, so that it must break inside. */
const LONG = '关于进一步减轻义务教育阶段学生作业负担和校外培训负担推动教育高质量发展工作会议';
const BINDINGS = `
template: T
scheme: small
slots: [{ at: "召开{XX}，毕业生{XXX}人", fill: [words | 文字 | 会议, graduates | 人 | 毕业生数] }]
`;

function readingCopy(): string {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { scheme = expect.unreachable() } = resolveScheme([{ file: 's.yaml', text: SCHEME }]);
  const body = docx(paragraph(run('全市上下认真落实部署，召开XX，毕业生XXX人。')));
  const { bytes } = bindReport({ file: 'p.docx', bytes: body }, { file: 'b.yaml', text: BINDINGS }, scheme);
  const files = [
    { name: '单位名录.csv', bytes: encode('代码,名称,类型,上级\n8812,清江市,市,\n881221,云屏县,县,清江市\n') },
    {
      name: 'f.csv',
      bytes: encode(`unit,item,period,value\n清江市,words,2025,${LONG}\n云屏县,graduates,2025,9612\n`),
    },
  ];
  const submission = collectFigures({ path: 'f', files, evidence: NO_EVIDENCE }, scheme, 2025);
  const asOf = '2025-12-31';
  const evaluation = evaluate(scheme, submission, { asOf });
  const template = { file: 'T.docx', bytes };
  return reportHtml(makeReport({ scheme, submission, evaluation, asOf, template, name: 'R.docx' }), ({ code }) => code);
}

test('a figure breaks with its line, is told as a button, and opens and closes by keyboard', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'luzhi-reading-'));
  const file = path.join(dir, 'report.html');
  writeFileSync(file, readingCopy());
  const browser = await chromium.launch({
    executablePath: findChromium() ?? expect.unreachable('no Chromium: npm test installs one'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(pathToFileURL(file).href);
    const [meeting, count] = [page.getByRole('button', { name: LONG }), page.getByRole('button', { name: /^9612/ })];
    expect(await meeting.evaluate((element) => element.getClientRects().length)).toBe(2);
    expect(await count.evaluate((element) => element.getClientRects().length)).toBe(1);

    await meeting.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const drawer = page.locator('#drawer');
    await drawer.waitFor();
    expect(await drawer.textContent()).toContain('f.csv');
    expect(await count.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await drawer.isVisible()).toBe(false);
    expect(await count.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('a');
    expect(await drawer.isVisible()).toBe(false);
    await page.keyboard.press(' ');
    expect(await drawer.isVisible()).toBe(true);
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
