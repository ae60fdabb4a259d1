/** Coming in, in a browser: refusals first, then the frame, and its words in both languages. */
import { expect, test } from 'vitest';
import { expectAccessible, PHONE, useStage } from './support/browser.ts';

const stage = useStage();

test('a wrong password is refused in a sentence, and what was typed stays', async () => {
  const { system, browser } = stage();
  const page = await (await browser.newContext()).newPage();
  await page.goto(system.address);
  await page.getByLabel('登录名').fill('office');
  await page.getByLabel('密码', { exact: true }).fill('不是这个密码 123');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('登录名或密码不对，没有登录。').waitFor();
  expect(await page.getByLabel('登录名').inputValue()).toBe('office');
  await expectAccessible(page);
});

test('a link opens after the sign-in, and the rail names what the role may use', async () => {
  const { page } = await stage().enter('office', { at: '/inbox' });
  await page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/inbox');
  await page.getByRole('link', { name: '工作台' }).waitFor();
  await expectAccessible(page);
});

test('the words are there in English as well, also on a phone', async () => {
  const { page } = await stage().enter('leader', { language: 'en', size: PHONE, at: '/inbox' });
  await page.getByRole('heading', { level: 1, name: 'Messages' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page);
});

test('no script runs that is not a file of ours', async () => {
  const { system, browser } = stage();
  const page = await (await browser.newContext()).newPage();
  await page.goto(system.address);
  await page.getByLabel('登录名').waitFor();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return document.title;
  });
  expect(ran).not.toBe('ran');
});

test('a browser of our floor, which lacks much of the newer language, works all the same', async () => {
  const { page } = await stage().enter('office', {
    before: () => {
      const lacking: [object, string[]][] = [
        [Map, ['groupBy']],
        [Object, ['groupBy']],
        [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
        [String.prototype, ['toWellFormed', 'isWellFormed']],
        [Promise, ['withResolvers']],
        [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
        [globalThis, ['Iterator']],
      ];
      for (const [where, names] of lacking) for (const name of names) Reflect.deleteProperty(where, name);
    },
    at: '/review',
  });
  await page.getByRole('heading', { level: 1, name: '审核队列' }).waitFor();
  await page.getByText('需逐项审核').waitFor();
});
