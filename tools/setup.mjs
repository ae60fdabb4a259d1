/**
 * Finds or installs what a bare clone lacks. Plain JavaScript for any Node from 20 up, because it runs before the
 * pinned Node is there. Offline after the first run: nothing is asked of the network while the lock file is unchanged.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.luzhi-installed');
const NEEDED_MAJOR = 24;
/** How often it is looked whether who started us is still there. */
const PARENT_LOOK_MS = 500;
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The Node that type stripping and the tests were seen on; undefined where no binary is published (macOS). */
function pinnedNode() {
  const platform = { linux: 'linux', win32: 'win' }[process.platform];
  const file = path.join(MODULES, `node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

export function findNode() {
  const pinned = pinnedNode();
  if (pinned !== undefined) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  console.error(
    `需要 Node ${NEEDED_MAJOR} 或更新版本，本机为 ${process.version}，且没有适用于 ${process.platform}-${process.arch} 的随附版本。请安装 Node ${NEEDED_MAJOR} 后重试。\n` +
      `Luzhi needs Node ${NEEDED_MAJOR} or newer here (found ${process.version}). Install Node ${NEEDED_MAJOR} and run the command again.`,
  );
  process.exit(3);
}

/** Installs the locked packages when `node_modules` does not match the lock file; otherwise does nothing. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('首次运行，正在安装依赖（约半分钟）… / First run: installing packages …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];
  const { status } = spawnSync(npm, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      '依赖没有装全。请检查网络或代理设置，再运行一次同样的命令。/ Packages could not be installed: check the network and run the same command again.',
    );
    process.exit(3);
  }
  writeFileSync(STAMP, lock);
}

/**
 * The command line under the pinned Node. Its young generation is held small: reading a prefecture's workbooks
 * makes so much that is dropped at once that Node would let it grow, to half as much memory again and no less time. The
 * heap grows in small steps for the same reason.
 */
export const LUZHI = ['--max-semi-space-size=8', '--heap-growing-percent=40', path.join(ROOT, 'src/cli/main.ts')];

/** Runs a script under the pinned Node, hands on what stops this process, and gives the exit code. */
export async function runPinned(args, { endWithParent = false } = {}) {
  const environment = {
    ...process.env,
    PATH: `${path.join(MODULES, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    // Types are stripped and files compiled once, not at every start; a folder that cannot be written is passed over.
    NODE_COMPILE_CACHE: path.join(MODULES, '.cache/compiled'),
  };
  const child = spawn(findNode(), args, { stdio: 'inherit', env: environment });
  // Told to stop, a server first brings its database to rest; who started it waits for that.
  const handOn = (signal) => child.kill(signal);
  for (const signal of STOPPING) process.on(signal, handOn);
  // npm puts a shell between that dies of a signal and hands nothing on.
  const parent = process.ppid;
  const watch = endWithParent
    ? setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_LOOK_MS)
    : undefined;
  const [status] = await once(child, 'exit');
  clearInterval(watch);
  for (const signal of STOPPING) process.off(signal, handOn);
  return status ?? 1;
}
