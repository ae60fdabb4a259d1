/**
 * Every screen, in both languages, on a desk and a phone: nothing hinders anybody, nothing scrolls sideways, and a picture
 * is left in `out/screens/`. Run by `npm run test:all`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { DESK, expectAccessible, PHONE, useStage } from '../support/browser.ts';

const stage = useStage();
const ROOT = path.resolve(import.meta.dirname, '../../..');
const PICTURES = path.join(ROOT, 'out/screens');
const BOUND = path.join(ROOT, 'schemes/duty-2025/template.docx');
const PLAIN = path.join(ROOT, 'schemes/duty-2025/template/plain.docx');
const SIZES = { desk: DESK, phone: PHONE };
const PATIENCE_MS = 60_000;
/** Charts draw themselves in this time. */
const DRAWN_MS = 700;

interface Screen {
  readonly name: string;
  readonly login: string;
  /** Where it is; `{report}` and `{template}` are those that `beforeAll` has made. */
  readonly at: string;
  /** Something that is there once the screen has its data. */
  readonly there: string;
}
const screen = (login: string, name: string, at: string, there: string): Screen => ({ login, name, at, there });
const [CLERK, WRITER] = ['881221-reporter', 'jy-reporter'];
/** Of a form: a grid on a desk, a list on a phone. */
const ROWS = '.grid-row, .phone-form-line';

const SCREENS: readonly Screen[] = [
  screen('office', 'workbench', '/', 'main h1'),
  screen('office', 'inbox', '/inbox', 'main h1'),
  screen('office', 'review', '/review', 'main h1, main h2'),
  screen('office', 'evaluation', '/evaluate', '[role=tree], main h1'),
  screen('office', 'evaluation-reasons', '/evaluate?at=B3.2&card=B3.2&unit=881222', '[role=tree], main h1'),
  screen('office', 'evaluation-change', '/evaluate?mode=change', '[role=tree], main h1'),
  screen('office', 'evaluation-scores', '/evaluate?view=scores', '[role=tree], main h1'),
  screen('office', 'evaluation-suppose', '/evaluate?view=suppose', '[role=tree], main h1'),
  screen('office', 'evaluation-last-year', '/evaluate?view=last', '[role=tree], main h1'),
  screen('office', 'reports', '/report', 'main table, main h1'),
  screen('office', 'report', '/report/{report}', '.paper-page'),
  screen('office', 'studio', '/report/studio/{template}', 'main [data-blank]'),
  screen('office', 'rounds', '/admin/rounds', 'table, dl'),
  screen(CLERK, 'entry', '/collect?form=R', ROWS),
  screen(CLERK, 'entry-money', '/collect?form=B3', ROWS),
  screen(CLERK, 'evidence', '/evidence', 'main table, main h1'),
  screen(WRITER, 'sections', '/sections', 'main h1, main h2'),
  screen('leader', 'leader', '/', 'main h1, main h2'),
  screen('leader', 'leader-evaluation', '/evaluate', 'main h1, main h2'),
  ...['indicators', 'items', 'ledgers', 'forms', 'checks', 'clauses', 'diff', 'draft', 'formula'].map((part) =>
    screen('scheme', `scheme-${part}`, `/scheme?part=${part}`, 'main h1, main h2'),
  ),
  screen('scheme', 'exceptions', '/exceptions', 'main h1'),
  screen('system', 'system', '/admin/system', 'table, dl'),
  screen('system', 'units', '/admin/units?open=881221', 'table, .units-list'),
  screen('security', 'people', '/admin/people', 'table'),
  screen('security', 'own', '/me', 'main h1'),
  screen('security', 'help', '/help', 'table'),
  screen('audit', 'audit', '/admin/audit', 'table'),
];
const LOGINS = [...new Set(SCREENS.map(({ login }) => login))];
const CASES = LOGINS.flatMap((login) => (['zh', 'en'] as const).map((language) => [login, language] as const));
const made = { report: '', template: '' };

async function sideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const { page, context } = await stage().enter('office', { at: '/report' });
  await page.locator('input[type=file]').first().setInputFiles(BOUND);
  await page.getByRole('button', { name: '设为本轮模板' }).first().click({ timeout: PATIENCE_MS });
  await page.getByText('本轮使用').first().waitFor();
  await page.getByRole('button', { name: '新建报告' }).click();
  await page.getByLabel('数据时点').fill('2025-12-31');
  await page.getByRole('button', { name: '生成' }).click();
  await page.locator('.paper-page').first().waitFor({ timeout: PATIENCE_MS });
  made.report = path.basename(new URL(page.url()).pathname);
  await page.goto(`${stage().system.address}/report`);
  await page.locator('input[type=file]').first().setInputFiles(PLAIN);
  await page.getByText(path.basename(PLAIN)).first().waitFor();
  made.template = await page.evaluate(async (name) => {
    const templates = await (await fetch('/api/v1/rounds/duty-2025/templates')).json();
    return templates.find((each: { name: string }) => each.name === name).template;
  }, path.basename(PLAIN));
  await context.close();
}, 600_000);

test('before anybody has signed in', async () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await stage().browser.newContext({ viewport, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(stage().system.address);
    await page.getByLabel('登录名').waitFor();
    await page.screenshot({ path: path.join(PICTURES, `sign-in.zh.${size}.png`) });
    await expectAccessible(page);
    expect(await sideways(page)).toBe(false);
    await context.close();
  }
});

test.each(CASES)(
  'what %s sees, in %s',
  async (login, language) => {
    const faults: string[] = [];
    const { page, open, context } = await stage().enter(login, { language });
    for (const { name, at, there } of SCREENS.filter((each) => each.login === login)) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        await open(at.replace('{report}', made.report).replace('{template}', made.template));
        await page.locator(there).filter({ visible: true }).first().waitFor({ timeout: PATIENCE_MS });
        await page.waitForLoadState('networkidle').catch(() => {});
        await page.waitForTimeout(DRAWN_MS);
        await page.screenshot({ path: path.join(PICTURES, `${name}.${language}.${size}.png`) });
        if (await sideways(page)) faults.push(`${name} ${size}: scrolls sideways`);
        await expectAccessible(page).catch((error: Error) => faults.push(`${name} ${size}: ${error.message}`));
        if (language === 'en') faults.push(...(await chineseLeft(page)).map((text) => `${name} ${size}: ${text}`));
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  },
  900_000,
);

/** Words of the frame that no English has replaced; names of the data and a paper's text stay as they were given. */
async function chineseLeft(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('th:not([scope=row]), nav a, [role=tab]')]
      .filter((element) => element.closest('.paper-page') === null)
      .map((element) => (element.textContent ?? '').trim())
      .filter((text) => /^[\u4e00-\u9fff]{2,6}$/.test(text))
      .filter((text, at, all) => all.indexOf(text) === at),
  );
}
