/**
 * A PDF of a Word file by LibreOffice: in a child process with a folder and a profile of its own, killed when it
 * hangs. One at a time: a conversion takes a core and 300 MB for some seconds.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withoutControls } from '../../engines/word/index.ts';
import { fontChoices } from './fonts.ts';

export const PDF_SECONDS = 90;
/** The empty page before an imprint is a side of paper: left out, what follows is printed on the wrong side. */
const PDF_FORM = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}';
const FONTS = 'fonts.conf';
const PROGRAMS = ['soffice', 'libreoffice'];

export type Converted = { readonly pdf: Uint8Array } | { readonly failed: 'absent' | 'late' };

let turn: Promise<unknown> = Promise.resolve();

/** LibreOffice puts lines and spaces around controls and bookmarks, and loses punctuation: what is printed has none. */
export function toPdf(docx: Uint8Array, seconds = PDF_SECONDS): Promise<Converted> {
  const mine = turn.then(() => convertOne(withoutControls(docx, 'report.docx'), seconds));
  turn = mine.catch(() => undefined);
  return mine;
}

async function convertOne(docx: Uint8Array, seconds: number): Promise<Converted> {
  const folder = await mkdtemp(path.join(tmpdir(), 'luzhi-pdf-'));
  try {
    const file = path.join(folder, 'report.docx');
    await writeFile(file, docx);
    const fonts = fontChoices();
    if (fonts !== undefined) await writeFile(path.join(folder, FONTS), fonts);
    for (const program of PROGRAMS) {
      const outcome = await run(program, file, folder, seconds);
      if (outcome === 'absent') continue;
      const pdf = (await readdir(folder)).find((name) => name.endsWith('.pdf'));
      return outcome === 'failed' || pdf === undefined
        ? { failed: 'late' }
        : { pdf: await readFile(path.join(folder, pdf)) };
    }
    return { failed: 'absent' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(program: string, docx: string, folder: string, seconds: number): Promise<'done' | 'failed' | 'absent'> {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  return new Promise((resolve) => {
    const child = spawn(program, [profile, '--headless', '--convert-to', PDF_FORM, '--outdir', folder, docx], {
      stdio: 'ignore',
      // A choice made for this machine comes first.
      env: fontChoices() === undefined ? process.env : { FONTCONFIG_FILE: path.join(folder, FONTS), ...process.env },
      detached: process.platform !== 'win32',
    });
    const timer = setTimeout(() => {
      // The launcher starts the real program as a child of its own: the whole group goes.
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, seconds * 1000);
    child.on('error', () => {
      clearTimeout(timer);
      resolve('absent');
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? 'done' : 'failed');
    });
  });
}
