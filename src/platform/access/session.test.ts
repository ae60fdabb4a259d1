import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newId } from '../id.ts';
import * as place from './fixture.ts';
import { addPerson, addPrefecture, auditOf, minutesLater, NOW, PASSWORD, performing, VAULT } from './fixture.ts';
import { listSessions, revokeSession, revokeSessions } from './own/sessions.ts';
import { hashSecret } from './secret.ts';
import { findSession, removeExpiredSessions } from './session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const open = testDatabase();
beforeAll(() => addPrefecture(open().db));

const enter = (login: string, now = NOW) =>
  signIn(open().db, VAULT, { login, password: PASSWORD, address: '10.1.2.3', agent: 'Chrome', now });
const found = async (secret: string, now = NOW) =>
  (await findSession(open().db, secret, now, { address: '10.9.9.9' }))?.who;
test('a page that asks by itself keeps no sign-in alive', async () => {
  await addPerson(open().db, 'page_city', [['office', place.CITY]]);
  const { secret } = await enter('page_city');
  const later = minutesLater(10);
  const seen = async () =>
    (await open().db.selectFrom('session').select('seen_at').where('session', '=', hashSecret(secret)).execute())[0]
      ?.seen_at;
  await findSession(open().db, secret, later, { isUnattended: true });
  expect(await seen()).toEqual(NOW);
  await findSession(open().db, secret, later);
  expect(await seen()).toEqual(later);
});

test('a secret nobody was given opens nothing, and the table holds none that does', async () => {
  await addPerson(open().db, 'wang_city', [['office', place.CITY]]);
  const { secret, session } = await enter('wang_city');
  expect(await found('')).toBeUndefined();
  expect(await found(session)).toBeUndefined();
  const rows = await open().db.selectFrom('session').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a session ends when it is not used, after half a day, when it is signed out, and with its account', async () => {
  const account = await addPerson(open().db, 'li_county', [['reporter', place.YUNPING]]);
  const idle = await enter('li_county');
  expect(await found(idle.secret, minutesLater(119))).toMatchObject({ account, address: '10.9.9.9' });
  expect(await found(idle.secret, minutesLater(119 + 121))).toBeUndefined();
  const busy = await enter('li_county');
  for (let minutes = 0; minutes < 12 * 60; minutes += 100) {
    expect(await found(busy.secret, minutesLater(minutes))).toBeDefined();
  }
  expect(await found(busy.secret, minutesLater(12 * 60))).toBeUndefined();
  const left = await enter('li_county');
  await signOut(open().db, left, NOW);
  expect(await found(left.secret)).toBeUndefined();
  expect((await auditOf(open().db, account)).at(-1)?.action).toBe('access.signOut');
  const closed = await enter('li_county');
  await open().db.updateTable('account').set({ state: 'closed' }).where('account', '=', account).execute();
  expect(await found(closed.secret)).toBeUndefined();
});

test('being seen is written at most once a minute', async () => {
  await addPerson(open().db, 'he_reader', [['reader', place.CITY]]);
  const { secret, session } = await enter('he_reader');
  const seen = async (now: Date) => {
    await found(secret, now);
    const row = await open()
      .db.selectFrom('session')
      .select('seen_at')
      .where('session', '=', session)
      .executeTakeFirstOrThrow();
    return row.seen_at;
  };
  expect(await seen(new Date(NOW.getTime() + 59_000))).toEqual(NOW);
  expect(await seen(minutesLater(2))).toEqual(minutesLater(2));
});

test('posts count by the civil day in China: a post that ends tomorrow is gone at midnight there', async () => {
  const account = await addPerson(open().db, 'zhao_county', [['reporter', place.YUNPING]]);
  await open().db.updateTable('post').set({ ends: '2026-03-03' }).where('account', '=', account).execute();
  const eve = new Date('2026-03-02T15:59:00Z');
  const { secret } = await enter('zhao_county', eve);
  expect((await found(secret, eve))?.posts).toHaveLength(1);
  expect(await found(secret, new Date('2026-03-02T16:00:00Z'))).toMatchObject({ posts: [], reach: [] });
});

test('a post reaches its unit, what stands below and the zones it hosts; the root reaches all, administrators nothing', async () => {
  const { CITY, YUNPING, LINHE, ZONE, YUNPING_SCHOOL, ZONE_SCHOOL, LINHE_SCHOOL } = place;
  const reach = async (login: string, posts: Parameters<typeof addPerson>[2]) => {
    await addPerson(open().db, login, posts);
    const { who } = await enter(login);
    return who.reach === '*' ? '*' : who.reach.toSorted();
  };
  expect(await reach('chen_office', [['office', CITY]])).toBe('*');
  expect(await reach('finance', [['reporter', CITY, 'CZ']])).toBe('*');
  expect(await reach('yunping', [['approver', YUNPING]])).toEqual([YUNPING, ZONE, YUNPING_SCHOOL, ZONE_SCHOOL]);
  expect(await reach('linhe', [['reporter', LINHE]])).toEqual([LINHE, LINHE_SCHOOL]);
  expect(await reach('zone', [['reporter', ZONE]])).toEqual([ZONE, ZONE_SCHOOL]);
  expect(await reach('principal', [['approver', YUNPING_SCHOOL]])).toEqual([YUNPING_SCHOOL]);
  expect(
    await reach('two_schools', [
      ['reporter', YUNPING_SCHOOL],
      ['reporter', LINHE_SCHOOL],
    ]),
  ).toEqual([YUNPING_SCHOOL, LINHE_SCHOOL]);
  expect(await reach('security', [['securityAdmin', CITY]])).toEqual([]);
});

test('a changed register counts at the next request', async () => {
  await addPerson(open().db, 'liu_linhe', [['reporter', place.LINHE]]);
  const { secret } = await enter('liu_linhe');
  await place.moveUnder(open().db, place.YUNPING_SCHOOL, place.LINHE);
  expect((await found(secret))?.reach).toContain(place.YUNPING_SCHOOL);
});

test('nobody ends a session of somebody else; own ones are listed and end at once, one or all', async () => {
  await addPerson(open().db, 'sun_city', [['office', place.CITY]]);
  await addPerson(open().db, 'qian_city', [['office', place.CITY]]);
  const [first, second, other] = [await enter('sun_city'), await enter('sun_city'), await enter('qian_city')];
  const mine = performing(open().db, first.who);
  await expect(revokeSession.perform(mine, { session: other.session })).rejects.toMatchObject({
    code: 'access.sessionUnknown',
    status: 404,
  });
  await expect(revokeSessions.perform(mine, { account: other.who.account })).rejects.toMatchObject({
    code: 'platform.forbidden',
  });
  const listed = await listSessions.perform(mine, {});
  expect(listed.map(({ session }) => session).sort()).toEqual([first.session, second.session].sort());
  expect(listed[0]).toMatchObject({ address: '10.1.2.3', agent: 'Chrome', tenant: 1 });
  await revokeSession.perform(mine, { session: second.session });
  expect([await found(second.secret), (await found(first.secret))?.account]).toEqual([undefined, first.who.account]);
  await revokeSessions.perform(mine, {});
  expect([await found(first.secret), (await found(other.secret))?.account]).toEqual([undefined, other.who.account]);
  expect((await auditOf(open().db, first.who.account)).map(({ action }) => action)).toEqual([
    'access.signIn',
    'access.signIn',
    'access.session.revoke',
    'access.sessions.revoke',
  ]);
});

test('a 经办人 who has left is out at once', async () => {
  const { db } = open();
  const account = await addPerson(db, 'linhe_school', [['reporter', place.LINHE_SCHOOL]]);
  const person = newId();
  await db
    .insertInto('person')
    .values({ account, person, name: '何敏', pin: await place.PIN_HASH() })
    .execute();
  const asked = { login: 'linhe_school', password: PASSWORD, address: '', agent: '', now: NOW };
  const { secret } = await signIn(db, VAULT, { ...asked, person: '何敏', pin: place.PIN });
  expect((await found(secret))?.person).toBe('何敏');
  await db.updateTable('person').set({ left_at: NOW }).where('person', '=', person).execute();
  expect(await found(secret)).toBeUndefined();
});

test('expired sessions of people who never come back are removed, and no others', async () => {
  await addPerson(open().db, 'rare_reader', [['reader', place.CITY]]);
  const [old, fresh] = [await enter('rare_reader', minutesLater(-200)), await enter('rare_reader')];
  await removeExpiredSessions(open().db, NOW);
  const left = await open().db.selectFrom('session').select('session').where('account', '=', old.who.account).execute();
  expect(left).toEqual([{ session: fresh.session }]);
});
