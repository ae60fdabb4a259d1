/** The commands of docs/office.md, as they stand: at the machine on a data folder, then over the server with a token. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { copyYear } from '../support/sample-year.ts';
import { serve } from '../support/serve.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'src/cli/main.ts');
const folder = temporaryFolder();
const environment: NodeJS.ProcessEnv = { ...process.env, LANG: 'zh_CN.UTF-8' };
for (const name of ['LUZHI_DATABASE_URL', 'LUZHI_SERVER', 'LUZHI_TOKEN']) delete environment[name];

function luzhi(words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const env = { ...environment, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}
const atMachine = (...words: string[]) => luzhi([...words, '--data', 'office']);
const verified = () => {
  const { status, stdout } = atMachine('audit', 'verify', '--json');
  return { status, ...JSON.parse(stdout).tenants[0] };
};
const rowsOnRecord = (): number => {
  const { sealed, tail } = verified();
  return sealed + tail;
};

/** Lines of the code blocks below a heading. */
function commandsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = readFileSync(path.join(ROOT, 'docs/office.md'), 'utf8').split(`## ${heading}\n`);
  const [block = ''] = /^```\n([\s\S]*?)^```/m.exec(section.split('\n## ')[0] ?? '') ?? [];
  return [...block.matchAll(/^bin\/luzhi (.*)$/gm)].map(([, words = '']) => words.split(' '));
}

const office = path.join(folder, 'office');

beforeAll(async () => {
  luzhi(['sample', 'demo']);
  await copyYear(office);
});

test('what is asked wrongly is refused with its code, and nothing goes on record', () => {
  const before = rowsOnRecord();
  const add = ['user', 'add', 'ma', '--name', '马晓云', '--unit', '881221'];
  const refused = (words: readonly string[], code: string, status: number) => {
    const ran = atMachine(...words, '--json');
    expect(JSON.parse(ran.stdout || '{}').problem?.code, words.join(' ')).toBe(code);
    expect(ran.status).toBe(status);
    expect(ran.stderr).not.toMatch(/undefined|Error/);
  };
  refused([...add, '--role', 'reporter', '--as', 'office'], 'platform.forbidden', 3);
  refused([...add, '--role', 'reporter', '--as', 'nobody'], 'access.accountUnknown', 3);
  refused([...add, '--role', 'king', '--as', 'security'], 'platform.inputRefused', 2);
  refused([...add, '--role', 'reporter', '--as', 'security', '--tenant', '一'], 'cli.numberUnreadable', 2);
  refused([...add.with(-1, '881299'), '--role', 'reporter', '--as', 'security'], 'cli.unitUnknown', 2);
  refused(['user', 'disable', 'security', '--as', 'security'], 'access.lastSecurityAdmin', 3);
  refused(['token', 'create', 'x', '--rights', 'all', '--as', 'office'], 'platform.inputRefused', 2);
  refused(['token', 'revoke', '0'.repeat(64), '--as', 'office'], 'access.tokenUnknown', 3);
  expect(rowsOnRecord()).toBe(before);
  expect(luzhi(['user', 'list', '--as', 'security', '--data', 'elsewhere']).status).toBe(2);
  expect(existsSync(path.join(folder, 'elsewhere'))).toBe(false);
});

test('no server, none of ours, and none that answers are told apart', () => {
  const code = (...words: string[]): string => JSON.parse(luzhi([...words, '--json']).stdout).problem.code;
  const token = ['--token', 'luzhi_x'];
  expect(code('round', 'list')).toBe('cli.serverWanted');
  expect(code('round', 'list', '--server', 'http://127.0.0.1:1')).toBe('cli.serverWanted');
  expect(code('round', 'list', '--server', 'office', ...token)).toBe('cli.serverUnreadable');
  expect(code('round', 'list', '--server', 'http://127.0.0.1:1', ...token)).toBe('cli.serverAway');
  expect(code('trace', 's042')).toBe('cli.argumentCount');
});

test('the commands of the documents run: at the machine with one row of the record each, then over the server', async () => {
  const tokens: string[] = [];
  const commands = commandsBelow('At the machine');
  const before = rowsOnRecord();
  for (const words of commands) {
    const { status, stdout, stderr } = luzhi(words);
    expect(status, `${words.join(' ')}\n${stderr}`).toBe(0);
    if (words[0] === 'token' && words[1] === 'create') tokens.push(stdout.trim());
  }
  const writes = commands.filter(([, verb]) => verb !== 'list');
  expect(rowsOnRecord() - before).toBe(writes.length);
  expect(atMachine('user', 'list', '--as', 'security').stdout).toMatch(/^ma_yunping\t马晓云\t停用\t云屏县 填报人/m);

  const tokenOf = (login: string): string =>
    atMachine('token', 'create', 'line', '--rights', 'read,write', '--as', login).stdout.trim();
  const [filler, bureau, county] = ['881221-reporter', '881221-office', '881221-approver'].map(tokenOf);
  const { address, stop } = await serve(office);
  const remote = { LUZHI_SERVER: address, LUZHI_TOKEN: tokens[0] ?? '' };
  try {
    const strange = luzhi(['round', 'list', '--token', 'luzhi_x', '--server', address]);
    expect(strange).toMatchObject({ status: 3, stdout: '' });
    expect(strange.stderr).toMatch(/server\.signInFirst，401.*登录.*\n.*[Ss]ign in/s);
    const absent = luzhi(['task', 'list', '--round', '../accounts', '--json'], remote);
    expect(JSON.parse(absent.stdout).problem).toMatchObject({
      code: 'cli.serverRefused',
      data: { code: 'collect.roundMissing', status: 404 },
    });
    const as = (token = ''): NodeJS.ProcessEnv => ({ ...remote, LUZHI_TOKEN: token });
    const refusedWith = (words: readonly string[], token?: string) =>
      JSON.parse(luzhi([...words, '--round', 'duty-2025', '--json'], as(token)).stdout).problem;
    // The office looks at tasks and does not hand them in; who fills does not approve.
    expect(refusedWith(['task', 'submit', '云屏县'], tokens[0])).toMatchObject({
      data: { code: 'platform.forbidden' },
    });
    expect(refusedWith(['task', 'submit', '云屏'], filler)).toMatchObject({ code: 'cli.taskUnknown' });
    expect(refusedWith(['task', 'submit', '石渡县'], filler)).toMatchObject({ code: 'cli.taskUnknown' });
    const evidence = ['evidence', 'add', 'paper.txt', '--unit', '云屏县', '--indicators', 'Z9'];
    expect(refusedWith(evidence, filler)).toMatchObject({ code: 'cli.fileMissing' });
    writeFileSync(path.join(folder, 'paper.txt'), '某件');
    expect(refusedWith(evidence, filler)).toMatchObject({ data: { code: 'collect.evidenceUnlinked' } });
    writeFileSync(path.join(folder, 'paper.txt'), '机密★10年\n某件');
    const secret = evidence.with(-1, 'B3.1');
    expect(refusedWith(secret, filler)).toMatchObject({ data: { code: 'collect.evidenceSecret' } });
    writeFileSync(path.join(folder, 'paper.txt'), `某件${'。'.repeat(2_000)}\n附件\n机密★10年`);
    const marked = luzhi([...secret, '--round', 'duty-2025'], as(filler));
    expect([marked.status, marked.stdout]).toEqual([1, expect.stringMatching(/^B3\.1-\d\d\n$/)]);
    expect(marked.stderr).toContain('密级标志');
    for (const words of commandsBelow('Filling and reviewing')) {
      const { status, stderr } = luzhi(words, as(filler));
      expect(status, `${words.join(' ')}\n${stderr}`).toBe(0);
    }
    expect(refusedWith(['task', 'approve', '云屏县'], filler)).toMatchObject({ data: { code: 'platform.forbidden' } });
    for (const [verb, token, ...more] of [
      ['approve', bureau],
      ['approve', county],
      ['return', tokens[0], '--reason', '督导经费与预算批复不符，请核对'],
    ]) {
      const words = ['task', verb ?? '', '云屏县', '--round', 'duty-2025', ...more];
      const { status, stderr } = luzhi(words as string[], as(token));
      expect(status, `${verb}\n${stderr}`).toBe(0);
    }
    const said = new Map<string, string>();
    for (const words of commandsBelow('Over a server')) {
      const { status, stdout, stderr } = luzhi(words, remote);
      const draft = words[0] === 'report' && words[1] === 'compose';
      expect(status, `${words.join(' ')}\n${stdout}${stderr}`).toBe(draft ? 1 : 0);
      said.set(words.filter((word) => !word.startsWith('duty-')).join(' '), stdout);
    }
    const told = (start: string): string => [...said].find(([words]) => words.startsWith(start))?.[1] ?? '';
    expect(told('round list')).toMatch(/^duty-2025\t.*填报中/m);
    expect(told('task list')).toMatch(/^云屏县\t.*\t填报表\t/m);
    expect(told('import')).toMatch(/新增 0，改动 0，冲突 0，相同 \d+/);
    expect(told('results --round')).toMatch(/^881221\t云屏县\t[\d.]+ \/ 100\.00/m);
    expect(told('verify')).toMatch(/未发现问题|核验通过|\S/);
    const correct = ['report', 'correct', 'gpbEduExp', '--unit', '881221', '--was', '1', '--value', '2'];
    const shown = ['--reason', '录入错误', '--basis', '决算批复', '--consent', '周敏'];
    expect(refusedWith([...correct, ...shown], tokens[0])).toMatchObject({ data: { code: 'report.notSigned' } });
    expect(told('trace')).toMatch(/公式[\s\S]*填报　/);
    expect(told('round close')).toMatch(/duty-2025-again\t已结束/);
    expect(existsSync(path.join(folder, 'report.issued.docx'))).toBe(true);
  } finally {
    await stop();
  }
  const revoked = rowsOnRecord();
  const [number = ''] = atMachine('token', 'list', '--as', 'office').stdout.split('\t');
  expect(atMachine('token', 'revoke', number, '--as', 'office').status).toBe(0);
  expect(rowsOnRecord()).toBe(revoked + 1);
});

test('a file of heads that is gone is told at the machine, and once more where it begins', () => {
  expect(verified()).toMatchObject({ status: 0, findings: [] });
  rmSync(path.join(office, 'audit-heads'));
  expect(verified()).toMatchObject({ status: 1, findings: [{ code: 'audit.heads.missing' }] });
  expect(verified()).toMatchObject({ status: 0, findings: [{ code: 'audit.heads.late', severity: 'warn' }] });
});
