/** Documents name only what exists, and the project names only what a stranger has. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** `src/kernel/period.ts`, `schemes/duty-2025/`: paths in backquotes that start with a folder of the project. */
const PATHS = /`((?:src|docs|schemes|sample|bench|bin|tools|test|web\/src)\/[\w./-]*)`/g;

test('every path a document names exists', () => {
  const documents = tracked.filter((file) => file.endsWith('.md'));
  const missing = documents.flatMap((file) =>
    [...read(file).matchAll(PATHS)].flatMap(([, named = '']) =>
      existsSync(path.join(ROOT, named)) ? [] : [`${file}: ${named}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the list of hostile inputs is whole, and each has a test', () => {
  const rows = [...read('docs/hostile-inputs.md').matchAll(/^\| (\d+) \|.*\| ([^|]*) \|$/gm)];
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 62 }, (_, at) => at + 1));
  const without = rows.filter(([, , tests = '']) => !/`[^`]+\.test\.ts`/.test(tests));
  expect(without.map(([, number]) => number)).toEqual([]);
});

test('each requirement of the security table has a test, or says that it is not met or not ours', () => {
  const rows = [...read('docs/asvs.md').matchAll(/^\| (\d[^|]*) \| ([^|]*) \|([^|]*)\|$/gm)];
  expect(rows.length).toBeGreaterThan(60);
  const bare = rows.filter(
    ([, , how = '', tests = '']) => !/test\.ts`|docs\//.test(tests + how) && !/not met/.test(how),
  );
  expect(bare.map(([, number]) => number)).toEqual([]);
});

test('every relative link of a document leads somewhere', () => {
  const documents = tracked.filter((file) => file.endsWith('.md'));
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].flatMap(([, link = '']) =>
      existsSync(path.join(ROOT, path.dirname(file), link)) ? [] : [`${file}: ${link}`],
    ),
  );
  expect(broken).toEqual([]);
});

test('no package registry stands in the lock file', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/registry/);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
