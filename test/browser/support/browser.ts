/** People at the workbench: each with a browser window of their own, whose faults count as faults of the test. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { findChromium } from '../../../tools/browser.mjs';
import { type Beginning, openSystem, type System } from './system.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
/** A year made, copied and opened while other tests keep the machine busy. */
const OPENING_MS = 400_000;
/** Only for what hangs, as the tests' own limit. */
const PATIENCE_MS = 90_000;
export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address of the workbench, `/evaluate?unit=881221`. */
  open(address: string): Promise<void>;
}

export interface Stage {
  readonly system: System;
  readonly browser: Browser;
  /** Signs in and stands at the first screen. */
  enter(login: string, as?: Entering): Promise<Person>;
}
interface Entering {
  readonly language?: 'zh' | 'en';
  readonly size?: { readonly width: number; readonly height: number };
  readonly at?: string;
  /** Runs in the page before anything of ours. */
  readonly before?: () => void;
}

/** Called once at the top of a test file; everything ends with the file. */
export function useStage(beginning?: Beginning): () => Stage {
  let stage: Stage | undefined;
  const faults: string[] = [];
  beforeAll(async () => {
    const system = await openSystem(beginning);
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('no Chromium: npm test installs one');
    // Files have Chinese names, also where the run itself has no locale.
    const env = { ...process.env, LANG: 'C.UTF-8' };
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS, env });
    stage = { system, browser, enter: (login, as) => enter(system, browser, faults, login, as) };
  }, OPENING_MS);
  afterAll(async () => {
    await stage?.browser.close();
    await stage?.system.stop();
    expect(faults).toEqual([]);
  });
  return () => stage ?? notYet();
}

async function enter(
  system: System,
  browser: Browser,
  faults: string[],
  login: string,
  { language = 'zh', size = DESK, at = '/', before }: Entering = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // A frame that shows a paper has no storage.
  await context.addInitScript((spoken) => {
    if (window === window.top) localStorage.setItem('luzhi.language', spoken);
  }, language);
  if (before !== undefined) await context.addInitScript(before);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${login}: ${error.stack ?? error.message}`));
  page.on('console', (said) => {
    // A refusal (4xx) is an answer; the browser prints each as an error of its own.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource'))
      faults.push(`${login}: ${said.text()}`);
  });
  const open = async (address: string): Promise<void> => {
    await page.goto(system.address + address);
  };
  await open(at);
  await page.getByLabel(language === 'zh' ? '登录名' : 'Login').fill(login);
  await page
    .getByLabel(language === 'zh' ? '密码' : 'Password', { exact: true })
    .fill(system.passwordOf(login.replace(/-second$/, '')));
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return { page, context, open };
}

/**
 * No fault that hinders anybody: WCAG 2.2 AA as far as a program can tell. The pages of a paper are drawn alike, so its
 * first two stand for all; only faults are gathered, in the page itself: naming what passed took most of the time.
 */
export async function expectAccessible(page: Page, but: readonly string[] = []): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules([...but])
    .exclude('.paper-page ~ .paper-page ~ .paper-page')
    .setLegacyMode()
    .analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
  expect(told).toEqual([]);
}

function notYet(): never {
  throw new Error('the stage opens before the first test');
}
