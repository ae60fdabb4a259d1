/** Coming in, in a browser: refusals first, then the frame, and its words in both languages. */
import { expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
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

test('a one-time password is changed first, and one goes on with one’s own', async () => {
  const { system, browser } = stage();
  const keeper = await visit(system.address, 'security', system.passwordOf('security'));
  const { body: units } = await keeper.get('/units');
  const unit = units.find(({ name }: { name: string }) => name === '云屏县').unit;
  const { body: made } = await keeper.post('/accounts', {
    ...{ login: 'xin_ren', name: '辛仁' },
    post: { unit, role: 'reporter' },
  });
  const page = await (await browser.newContext()).newPage();
  await page.goto(system.address);
  await page.getByLabel('登录名').fill('xin_ren');
  await page.getByLabel('密码', { exact: true }).fill(made.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '设置新密码' }).waitFor();
  // The cursor is in the first field.
  await page.keyboard.type(made.password);
  for (const label of ['新密码', '再输一次新密码']) await page.getByLabel(label, { exact: true }).fill('太短了');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('新密码太短').waitFor();
  for (const label of ['新密码', '再输一次新密码'])
    await page.getByLabel(label, { exact: true }).fill('石榴花开在教育局院里');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '我的任务' }).waitFor();
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
