/** 督导室联系方式: who states it, what is refused, and what everybody then reads. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, type Year } from '../../../test/support/year.ts';
import type { Who } from '../../platform/index.ts';
import { readContact } from './read-contact.ts';
import { stateContact } from './state-contact.ts';

const open = testDatabase();
let year: Year;
let keeper: Who;
let wang: Who;
const CONTACT = { name: '赵启明', phone: '0000-2345678', place: '行政中心3号楼412室' };

beforeAll(async () => {
  year = await openYear(open());
  keeper = await year.person('孙系统', 'systemAdmin', '清江市');
  wang = await year.person('王芳', 'reporter', '云屏县');
});
const state = (who: Who, given: object, seen = 0) =>
  year.as(who, stateContact as never, { ...CONTACT, seen, ...given });
const read = (who: Who) => year.as(who, readContact as never, {});

test('nobody but the system administrator states it, and a number nobody could call is refused', async () => {
  await expect(state(wang, {})).rejects.toMatchObject({ code: 'platform.forbidden' });
  await expect(state(keeper, { phone: '打前台' })).rejects.toMatchObject({ code: 'org.contactPhone' });
  await expect(state(keeper, { name: ' ', phone: '' })).rejects.toMatchObject({ code: 'org.contactNameless' });
  expect(await read(wang)).toEqual({ version: 0, name: '', phone: '', place: '' });
});

test('what is stated everybody reads; who has not seen the last state writes nothing over', async () => {
  await state(keeper, {});
  expect(await read(wang)).toEqual({ version: 1, ...CONTACT });
  await expect(state(keeper, { name: '李' })).rejects.toMatchObject({
    code: 'org.contactMoved',
    data: { person: '孙系统' },
  });
  await state(keeper, { name: '', phone: '', place: '' }, 1);
  expect(await read(wang)).toEqual({ version: 2, name: '', phone: '', place: '' });
});
