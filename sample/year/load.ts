/**
 * 清江市 in the middle of its year, on the store: register, scheme, people with posts, an open round, and the workbooks
 * that have come in so far. Everything goes through the doors people use, so each row has its author and audit entry.
 */
import { importWorkbook, openRound, previewWorkbook } from '../../src/collect/index.ts';
import { readWorkbook } from '../../src/engines/sheet/index.ts';
import { importUnits, type OrgRow, readRegister } from '../../src/org/index.ts';
import { foundAdministrators, type Role, type Who } from '../../src/platform/index.ts';
import { loadScheme, publishScheme } from '../../src/scheme/index.ts';
import type { SampleFile } from '../build.ts';
import { PREFECTURE } from '../places.ts';
import { SCHEME_FOLDER, sampleFiles } from '../write.ts';
import { byTwo } from './by-two.ts';
import { stateLastYear } from './last-year.ts';
import { openPeople, type People, SHOWN, type SignIn } from './people.ts';
import { enter, type Platform, perform, TENANT } from './platform.ts';
import { writeSections } from './sections.ts';
import { takeSteps } from './steps.ts';

const SAMPLE_ROUND = 'duty-2025';
/** Governments whose workbooks are still awaited. */
const LATE: ReadonlySet<string> = new Set(['鹿鸣县', '乌亭县']);
const REGISTER = '单位名录.xlsx';

/** Fills an empty database; gives one sign-in per role, whose passwords stand nowhere else. */
export async function loadSampleYear(platform: Platform): Promise<readonly SignIn[]> {
  const { db, now } = platform;
  const files = new Map(sampleFiles().map(({ path, content }: SampleFile) => [path, content]));
  const tenant = { tenant: TENANT, code: PREFECTURE.code, name: PREFECTURE.name, created_at: now() };
  const { code, name } = tenant;
  await db
    .insertInto('tenant')
    .values(tenant)
    // A first start has noted its tenant before.
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ code, name }))
    .execute();
  const founded = await foundAdministrators(db, TENANT, 1, now());
  const administrator = (role: Role): Promise<Who> => {
    const { login = '' } = founded.find((each) => each.role === role) ?? {};
    return enter(platform, login);
  };
  const scheme = loadScheme(SCHEME_FOLDER);
  const { rows } = readRegister(readWorkbook(bytesOf(files, `figures/${REGISTER}`), REGISTER).sheets, REGISTER);
  const units = rows.map(({ at: _, ...row }: OrgRow) => row);
  await perform(platform, await administrator('systemAdmin'), importUnits, { begins: '2024-01-01', units });
  const governments = rows.filter(({ kind }) => kind !== 'school');
  const asked = [...scheme.forms, ...scheme.sections];
  const codes = new Set(asked.flatMap(({ level, dept }) => (level === 'prefecture' ? (dept ?? []) : [])));
  const depts = [...codes].map((code) => ({ code, name: scheme.departments.get(code)?.name ?? code }));
  const people = await openPeople(platform, await administrator('securityAdmin'), governments, depts);
  await perform(platform, people.who('scheme'), publishScheme, { files: schemeTexts(files) });
  await perform(platform, people.who('office'), openRound, roundOf(scheme.version));
  await dropWorkbooks(
    platform,
    people,
    files,
    governments,
    new Map([...scheme.departments].map(([code, { name }]) => [name, code])),
  );
  await platform.count();
  await stateLastYear(platform, people, SAMPLE_ROUND, governments, scheme);
  await takeSteps(platform, people, SAMPLE_ROUND, governments);
  const county = governments.find(({ name }) => name === SHOWN)?.code ?? '';
  await writeSections(platform, people, SAMPLE_ROUND, PREFECTURE.code, county);
  await platform.count();
  const administrators = founded.map(({ role, login, password }) => ({ role, of: PREFECTURE.name, login, password }));
  return [...people.signIns, ...administrators];
}

const bytesOf = (files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array =>
  files.get(path) ?? Buffer.from(path);

const schemeTexts = (files: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].flatMap(([path, content]) =>
      /^scheme\/[^/]+\.yaml$/.test(path) ? [[path.slice('scheme/'.length), Buffer.from(content).toString('utf8')]] : [],
    ),
  );

const roundOf = (version: string) => ({
  round: SAMPLE_ROUND,
  name: '2025年度履行教育职责自查自评',
  direction: 'upward',
  scheme: 'duty-2025',
  version,
  evaluee: PREFECTURE.code,
  asOf: '2025-12-31',
  opens: '2026-01-10T01:00:00Z',
  due: '2026-12-31T15:59:59Z',
});

/** Each by its own reporter: 云屏县_2025.xlsx, 云屏县_学校_2025.xlsx, 清江市_财政局_2025.xlsx. */
async function dropWorkbooks(
  platform: Platform,
  people: People,
  files: ReadonlyMap<string, Uint8Array>,
  governments: readonly OrgRow[],
  depts: ReadonlyMap<string, string>,
): Promise<void> {
  const codes = new Map(governments.map(({ name, code }) => [name, code as string]));
  const dropped = [...files].flatMap(([path, content]) => {
    const [, unit = '', part] = /^figures\/([^/_]+)(?:_([^/_]+))?_2025\.xlsx$/.exec(path) ?? [];
    if (unit === '' || LATE.has(unit)) return [];
    const key = unit === PREFECTURE.name ? (depts.get(part ?? '') ?? 'office').toLowerCase() : codes.get(unit);
    const login = key === 'office' ? 'office' : `${key}-reporter`;
    return [{ name: path.slice('figures/'.length), content, who: people.who(login) }];
  });
  await byTwo(dropped, async ({ name, content, who }) => {
    const { sha256 } = await platform.files.put(content);
    const input = { round: SAMPLE_ROUND, name, sha256 };
    const { plan } = await perform(platform, who, previewWorkbook, input);
    await perform(platform, who, importWorkbook, { ...input, plan });
  });
}
