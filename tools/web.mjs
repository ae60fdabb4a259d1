/**
 * Builds the workbench into `web/dist` when its sources have changed since the last time, and does nothing otherwise.
 * Built aside and put in place whole; with a compressed twin of every file, since the server compresses nothing itself.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { findNode, ROOT } from './setup.mjs';

const WEB = path.join(ROOT, 'web');
const DIST = path.join(WEB, 'dist');
const BUILDING = path.join(WEB, 'dist.building');
const STAMP = '.made-from';
const SMALLEST_COMPRESSED = 1_000;

export function ensureWebBuilt() {
  const made = madeFrom();
  const stamp = path.join(DIST, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  console.error('正在生成工作台页面（约十秒）… / Building the workbench …');
  const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
  const args = [
    vite,
    'build',
    '--config',
    path.join(WEB, 'vite.config.ts'),
    '--outDir',
    BUILDING,
    '--logLevel',
    'error',
  ];
  const { status } = spawnSync(findNode(), args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) {
    console.error('工作台页面没有生成。请按上面的提示改正后再试。/ The workbench could not be built: see above.');
    process.exit(3);
  }
  for (const file of filesIn(BUILDING)) compress(file);
  writeFileSync(path.join(BUILDING, STAMP), made);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(BUILDING, DIST);
}

/** One hash over everything the build may read. */
function madeFrom() {
  const sources = [...filesIn(path.join(ROOT, 'src')), ...filesIn(WEB)].filter(
    (file) => !file.startsWith(DIST) && !file.startsWith(BUILDING) && !file.endsWith('.test.ts'),
  );
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), path.join(ROOT, 'package-lock.json')])
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function compress(file) {
  const content = readFileSync(file);
  if (!/\.(js|css|html|svg)$/.test(file) || content.length < SMALLEST_COMPRESSED) return;
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}
