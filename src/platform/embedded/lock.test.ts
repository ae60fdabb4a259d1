import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from './lock.ts';
import { markOf } from './process-mark.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function held(holder: object): { folder: string; file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'luzhi-lock-'));
  folders.push(folder);
  const file = path.join(folder, 'lock.4');
  writeFileSync(file, JSON.stringify(holder));
  return { folder, file };
}
const elsewhere = { pid: process.pid, mark: 'x', host: 'another machine', since: '2026-11-24T00:00:00.000Z' };

test.concurrent('a holder on another machine that goes on touching its lock is not pushed aside', async () => {
  const { folder, file } = held(elsewhere);
  let second = 0;
  const touching = setInterval(() => utimesSync(file, ++second, second), 100);
  const { pid, host, since } = elsewhere;
  await expect(takeLock(folder)).rejects.toMatchObject({ data: { folder, pid, host, since } });
  clearInterval(touching);
});

test.concurrent('a lock of another machine that nobody touches is taken over', async () => {
  const { folder } = held(elsewhere);
  const release = await takeLock(folder);
  expect(readdirSync(folder)).toEqual(['lock.5']);
  release();
});

test('a lock of a process of the same number from before the machine was started again is taken over', async () => {
  const { folder } = held({ ...elsewhere, host: os.hostname(), mark: `earlier boot/${markOf(process.pid)}` });
  const release = await takeLock(folder);
  release();
});

test('of many that want a free folder at once, one gets it, again and again', async () => {
  const { folder } = held({ ...elsewhere, host: os.hostname() });
  for (let round = 0; round < 5; round += 1) {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)));
    const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(taken).toHaveLength(1);
    for (const release of taken) release();
  }
});

test('a folder removed under a running system is released without a fault', async () => {
  const { folder } = held({ ...elsewhere, host: os.hostname() });
  const release = await takeLock(folder);
  rmSync(folder, { recursive: true });
  release();
});
