/** The import table of docs/architecture.md, held as a test: imports point up the list, and only at a room's index or at
 * `on-files.ts`, what of it works without a database, or `pure.ts`, what of it works without anything. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Rooms from left to right; a room sees only those before it. */
const ROOMS = [
  'kernel',
  'engines/ooxml',
  'engines/sheet',
  'engines/prose',
  'engines/word',
  'engines/formula',
  'engines/columns',
  'platform',
  'org',
  'scheme',
  'collect',
  'review',
  'evaluate',
  'report',
  'search',
  'server',
  'app',
  'cli',
];

/** What the browser may hold of a stage; of `replies.ts` only types, which are erased. */
const SEEN_BY_WEB = /(^|\/)(contract|pure)\.ts$/;
const WHOLE_IN_WEB = ['src/kernel/index.ts', 'src/engines/formula/index.ts'];

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name).replaceAll('\\', '/'));
}

const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

const roomOf = (file: string): string | undefined => ROOMS.find((room) => file.startsWith(`src/${room}/`));

/** What is wrong with one import, or undefined. */
function fault(file: string, target: string): string | undefined {
  if (!target.startsWith('.')) return undefined;
  const resolved = path.join(path.dirname(file), target).replaceAll('\\', '/');
  const [from, to] = [roomOf(file), roomOf(resolved)];
  if (from === to) return undefined;
  if (to === undefined)
    return resolved.startsWith('sample/') && (from === 'cli' || from === 'app')
      ? undefined
      : `${file} reaches outside src: ${target}`;
  if (from !== undefined && ROOMS.indexOf(to) > ROOMS.indexOf(from)) return `${file} imports to the right: ${target}`;
  if (!['index.ts', 'on-files.ts', 'pure.ts'].includes(resolved.slice(`src/${to}/`.length)))
    return `${file} passes by the index of ${to}: ${target}`;
  return undefined;
}

test('every source file stands in a room of the table', () => {
  expect(sources('src').filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('imports point up the table, and only at the index of another room', () => {
  const files = sources('src').filter((file) => !file.endsWith('.test.ts'));
  expect(files.flatMap((file) => importsOf(file).flatMap((target) => fault(file, target) ?? []))).toEqual([]);
});

test('what the browser will share touches no Node module', () => {
  const shared = sources('src').filter(
    (file) =>
      (file.startsWith('src/kernel/') || file.startsWith('src/engines/formula/') || SEEN_BY_WEB.test(file)) &&
      !file.endsWith('.test.ts'),
  );
  expect(shared.filter((file) => importsOf(file).some((target) => target.startsWith('node:')))).toEqual([]);
});

/** What a module loads at once: types are erased, and `await import` waits until it is asked. */
const loadedBy = (file: string): string[] =>
  [
    ...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^(?:import|export)(?! type\b)[^;]*?from '(\.[^']+)';/gms),
  ].map(([, target = '']) => path.join(path.dirname(file), target).replaceAll('\\', '/'));

test('the file commands start without the database', () => {
  const reached = new Set(['src/cli/main.ts']);
  for (const file of reached) for (const target of loadedBy(file)) reached.add(target);
  expect(reached.size).toBeGreaterThan(100);
  expect([...reached].filter((file) => file === 'src/platform/index.ts' || file.endsWith('.store.ts'))).toEqual([]);
});

/** Files loaded with this one, its own included: types are erased. */
function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const each of reached) for (const target of loadedBy(each)) reached.add(target);
  return reached;
}

test('the workbench sees of the server the kernel, the formulas, contracts, pure files, and answers as types', () => {
  const faults = sources('web/src').flatMap((file) => {
    const typesOnly = new Set(
      importsOf(file).map((target) => path.join(path.dirname(file), target).replaceAll('\\', '/')),
    );
    const loaded = loadedBy(file);
    return [...typesOnly]
      .filter((target) => target.startsWith('src/'))
      .filter((target) => {
        if (WHOLE_IN_WEB.includes(target) || SEEN_BY_WEB.test(target)) return false;
        return loaded.includes(target) || !target.endsWith('/replies.ts');
      })
      .map((target) => `${file} imports ${target}`);
  });
  expect(faults).toEqual([]);
});

test('what the workbench loads of the server touches neither Node nor the platform', () => {
  const seeds = sources('web/src').flatMap((file) => loadedBy(file).filter((target) => target.startsWith('src/')));
  const loaded = new Set(seeds.flatMap((seed) => [...reachedFrom(seed)]));
  const faults = [...loaded].filter(
    (file) =>
      (file.startsWith('src/platform/') && !file.endsWith('/contract.ts')) ||
      file.endsWith('.store.ts') ||
      importsOf(file).some((target) => target.startsWith('node:')),
  );
  expect(faults).toEqual([]);
});

test('the first form a filler sees is typed into before the formula language is there', () => {
  const reached = [...reachedFrom('web/src/collect/collect-screen.tsx')];
  expect(reached.length).toBeGreaterThan(50);
  expect(reached.filter((file) => file.startsWith('src/engines/formula/'))).toEqual([]);
});
