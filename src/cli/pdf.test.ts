import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/cli.ts';
import { bodyOf, docx, paragraph, run } from '../../test/support/docx.ts';
import { writePdf } from './pdf.ts';

const folder = temporaryFolder();
const own = process.env.PATH;
afterEach(() => {
  process.env.PATH = own;
});

/** A converter of the name we look for, and of manners of its own. */
function converter(name: string, script: string): void {
  const programs = path.join(folder, name);
  mkdirSync(programs);
  writeFileSync(path.join(programs, 'soffice'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(programs, 'soffice'), 0o755);
  process.env.PATH = `${programs}:${own}`;
}
const place = '<w:bookmarkStart w:id="7" w:name="luzhi_problems"/>';
const figure = `<w:sdt><w:sdtPr><w:tag w:val="s001"/></w:sdtPr><w:sdtContent>${run('9612')}</w:sdtContent></w:sdt>`;
writeFileSync(
  path.join(folder, 'r.docx'),
  docx(`${place + paragraph(run('毕业生'), figure, run('人。'))}<w:bookmarkEnd w:id="7"/>`),
);
const told: string[] = [];
const ask = (seconds?: number) =>
  writePdf(path.join(folder, 'r.docx'), { tell: (text) => void told.push(text), says: ({ code }) => code }, seconds);
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('luzhi-pdf-'));

test('a converter that hangs, forks and fills its folder is ended with its children, and nothing of it stays', async () => {
  const before = leftovers();
  const pid = path.join(folder, 'child.pid');
  converter('hangs', `sleep 1000 & echo $! > '${pid}'; yes > "$6/full" & sleep 1000`);
  expect(await ask(1)).toEqual([]);
  expect(told).toEqual(['report.pdfFailed']);
  expect(leftovers()).toEqual(before);
  await expect.poll(() => isRunning(Number(readFileSync(pid, 'utf8'))), { timeout: 30_000 }).toBe(false);
});

test('one that ends without a paper is said to have failed, and the next report is converted', async () => {
  told.length = 0;
  converter('fails', 'exit 1');
  expect(await ask()).toEqual([]);
  expect(told).toEqual(['report.pdfFailed']);
  converter('works', 'printf "%%PDF-1.7" > "$6/r.pdf"');
  expect(await ask()).toEqual([path.join(folder, 'r.pdf')]);
  expect(existsSync(path.join(folder, 'r.pdf'))).toBe(true);
});

test('what is converted holds every word and no mark that LibreOffice would break lines around', async () => {
  const given = path.join(folder, 'given.docx');
  converter('keeps', `cp "$7" '${given}'; printf "%%PDF-1.7" > "$6/r.pdf"`);
  expect(await ask()).toHaveLength(1);
  const body = bodyOf(readFileSync(given));
  expect(body.replaceAll(/<[^>]*>/g, '')).toBe('毕业生9612人。');
  expect(body).not.toMatch(/w:sdt|w:bookmark/);
  expect(bodyOf(readFileSync(path.join(folder, 'r.docx')))).toContain('w:sdt');
});

/** A process that was ended but not yet fetched by its parent runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
