/** The people of 清江市: who fills, who approves, the office, and those who look. Names are invented. */
import { addAccount, type Role, transact, type Who } from '../../src/platform/index.ts';
import { byTwo } from './by-two.ts';
import { enter, type Platform, perform, TENANT } from './platform.ts';

/** One way in, for whoever wants to look around. */
export interface SignIn {
  readonly role: Role;
  /** Unit and bureau of the post. */
  readonly of: string;
  readonly login: string;
  readonly password: string;
}

interface Planned {
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly unit: string;
  readonly dept?: string;
  /** Its sign-in is printed: one per role, and a second of the office. */
  readonly shown?: true;
}

export interface People {
  who(login: string): Who;
  readonly signIns: readonly SignIn[];
}

const CITY = '清江市';
const OFFICE: readonly Planned[] = [
  { name: '王岚', login: 'office', role: 'office', unit: CITY, shown: true },
  // What leaves with errors, leaves by two.
  { name: '孙宁', login: 'office-2', role: 'office', unit: CITY, shown: true },
  { name: '赵明远', login: 'verifier', role: 'verifier', unit: CITY, shown: true },
  { name: '周市长', login: 'leader', role: 'reader', unit: CITY, shown: true },
  { name: '方立', login: 'scheme', role: 'schemeAdmin', unit: CITY, shown: true },
];
const FIRST_NAMES = '晨 敏 静 强 磊 洋 艳 勇 军 杰 娟 涛 超 霞 平 刚 桂'.split(' ');
/** The county whose sign-ins are printed, and the department. */
export const SHOWN = '云屏县';
const SHOWN_DEPT = 'JY';

/** The county's own 督导室, which reviews before its government approves. */
const countyOffice = (unit: string, key: string, index: number): Planned => ({
  unit,
  ...(unit === SHOWN ? { shown: true as const } : {}),
  name: `周${FIRST_NAMES[index % FIRST_NAMES.length] ?? ''}`,
  login: `${key}-office`,
  role: 'office',
});

const pair = (unit: string, key: string, index: number, dept?: string): Planned[] => {
  const at = { unit, ...(dept === undefined ? {} : { dept }) };
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const shown = unit === SHOWN || dept === SHOWN_DEPT ? { shown: true as const } : {};
  return [
    { ...at, ...shown, name: `李${first}`, login: `${key}-reporter`, role: 'reporter' },
    { ...at, ...shown, name: `刘${first}`, login: `${key}-approver`, role: 'approver' },
  ];
};

/** Opens an account for each; `governments` and `depts` as the register and the scheme name them. */
export async function openPeople(
  platform: Platform,
  security: Who,
  governments: readonly { readonly code: string; readonly name: string }[],
  depts: readonly { readonly code: string; readonly name: string }[],
): Promise<People> {
  const planned = [
    ...OFFICE,
    ...depts.flatMap(({ code }, index) => pair(CITY, code.toLowerCase(), index, code)),
    ...governments
      .filter(({ name }) => name !== CITY)
      .flatMap(({ name, code }, index) => [...pair(name, code, index), countyOffice(name, code, index)]),
  ];
  const numbers = new Map(
    (
      await transact(platform.db, { tenant: TENANT, reach: [] }, (tx) =>
        tx.selectFrom('unit_state').select(['unit', 'name']).where('kind', '<>', 'school').execute(),
      )
    ).map(({ unit, name }) => [name, unit]),
  );
  const named = new Map(depts.map(({ code, name }) => [code, name]));
  const passwords = new Map<string, string>();
  const known = new Map<string, Who>();
  await byTwo(planned, async ({ name, login, role, unit, dept }) => {
    const post = { unit: numbers.get(unit) ?? 0, role, ...(dept === undefined ? {} : { dept }) };
    const { password = '' } = await perform(platform, security, addAccount, { login, name, post });
    passwords.set(login, password);
    known.set(login, await enter(platform, login));
  });
  await keepPasswords(platform);
  return {
    who: (login) => known.get(login) ?? fail(login),
    signIns: planned.flatMap(({ shown, role, unit, dept = '', login }) =>
      shown === undefined
        ? []
        : [{ role, of: `${unit}${named.get(dept) ?? ''}`, login, password: passwords.get(login) ?? '' }],
    ),
  };
}

/** The sample is looked at, not worked with: nobody is asked to change a printed password first. */
const keepPasswords = ({ db }: Platform) =>
  db.updateTable('account').set({ must_change: false, password_until: null }).execute();

function fail(login: string): never {
  throw new Error(`nobody signs in as ${login}`);
}
