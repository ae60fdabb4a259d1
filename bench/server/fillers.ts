/** People of the bench: a filler in each county, and readers for streams. */
import { type Visitor, visit } from '../../test/support/browser.ts';
import { type Line, openLine } from './line.ts';
import type { Running } from './process.ts';

export const ROUND = '/rounds/duty-2025';
export const FILLERS = 15;
export const ITEM = 'ruralTeachersPaid';
const SAVING_MS = 6_000;
/** Until the server's code is compiled, as it is for all but the first hundred saves of its life. */
const WARMING_MS = 3_000;

export interface Filler {
  readonly visitor: Visitor;
  readonly line: Line;
  readonly task: string;
  version: number;
}

/** By the security administrator, in every county: what lies further on in the sample year is sent back for it. */
export async function hireFillers({ address, signIns }: Running): Promise<Filler[]> {
  const enter = (login: string) => visit(address, login, signIns.get(login) ?? '');
  const [security, office] = [await enter('security'), await enter('office')];
  const tasks = (await office.get(`${ROUND}/tasks`)).body as {
    task: string;
    unit: number;
    dept: string;
    part: string;
    state: string;
    edition: number;
  }[];
  const counties = tasks.filter(({ dept, part }) => dept === '' && part === 'forms').slice(0, FILLERS);
  const fillers: Filler[] = [];
  for (const { task, unit, state, edition } of counties) {
    if (state !== 'draft' && state !== 'returned')
      await office.post(`${ROUND}/tasks/${task}/return`, { edition, reason: '测试退回' });
    const login = `bench-${unit}`;
    const made = (await security.post('/accounts', { login, name: `测${unit}`, post: { unit, role: 'reporter' } }))
      .body;
    const password = `${crypto.randomUUID()}Aa1`;
    await (await visit(address, login, made.password)).post('/own/password', { old: made.password, password });
    const visitor = await visit(address, login, password);
    const { answers } = (await visitor.get(`${ROUND}/tasks/${task}`)).body;
    const held = answers.find(({ item, year }: { item: string; year: string }) => item === ITEM && year === 'now');
    fillers.push({ visitor, line: await openLine(address, visitor.headers()), task, version: held?.version ?? 0 });
  }
  return fillers;
}

async function saveOnce(filler: Filler): Promise<boolean> {
  const { line, task, version } = filler;
  const answers = [{ item: ITEM, year: 'now', typed: String(1_000 + version), seen: version, reason: '测试写入' }];
  const { outcomes } = (await line.post(`${ROUND}/tasks/${task}/figures`, { answers })) as Saved;
  const [outcome] = outcomes ?? [];
  if (outcome?.kind !== 'saved') return false;
  filler.version = outcome.version;
  return true;
}

interface Saved {
  readonly outcomes?: readonly { readonly kind: string; readonly version: number }[];
}

export interface Saves {
  readonly perSecond: number;
  /** Of each, in milliseconds. */
  readonly times: readonly number[];
  readonly checked: boolean;
}

/** All of them at once, one figure after the other. */
export async function saveFor(fillers: readonly Filler[], ms = SAVING_MS): Promise<Saves> {
  const [began, until] = [performance.now(), performance.now() + ms];
  const times: number[] = [];
  let refused = 0;
  await Promise.all(
    fillers.map(async (filler) => {
      while (performance.now() < until) {
        const start = performance.now();
        if (!(await saveOnce(filler))) refused += 1;
        times.push(performance.now() - start);
      }
    }),
  );
  const perSecond = ((times.length - refused) * 1_000) / (performance.now() - began);
  return { perSecond, times, checked: refused === 0 };
}

export async function saveWarm(fillers: readonly Filler[]): Promise<Saves> {
  await saveFor(fillers, WARMING_MS);
  return saveFor(fillers);
}
