/** People of the bench: a filler in each county, and readers for streams. */
import { type Visitor, visit } from '../../test/support/browser.ts';
import type { Running } from './process.ts';

export const ROUND = '/rounds/duty-2025';
export const FILLERS = 15;
export const ITEM = 'ruralTeachersPaid';
const SAVING_MS = 6_000;

export interface Filler {
  readonly visitor: Visitor;
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
    fillers.push({ visitor, task, version: held?.version ?? 0 });
  }
  return fillers;
}

export async function saveOnce(filler: Filler): Promise<boolean> {
  const { visitor, task, version } = filler;
  const answers = [{ item: ITEM, year: 'now', typed: String(1_000 + version), seen: version, reason: '测试写入' }];
  const { body } = await visitor.post(`${ROUND}/tasks/${task}/figures`, { answers });
  const [outcome] = body.outcomes ?? [];
  if (outcome?.kind !== 'saved') return false;
  filler.version = outcome.version;
  return true;
}

export async function saveFor(
  fillers: readonly Filler[],
  times?: number[],
): Promise<{ perSecond: number; checked: boolean }> {
  for (const filler of fillers) await saveOnce(filler);
  const [began, until] = [performance.now(), performance.now() + SAVING_MS];
  let [done, refused] = [0, 0];
  await Promise.all(
    fillers.map(async (filler) => {
      while (performance.now() < until) {
        const start = performance.now();
        if (await saveOnce(filler)) done += 1;
        else refused += 1;
        times?.push(performance.now() - start);
      }
    }),
  );
  return { perSecond: (done * 1_000) / (performance.now() - began), checked: refused === 0 };
}
