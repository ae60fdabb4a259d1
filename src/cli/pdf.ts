/** A PDF of the report where LibreOffice is found: in a child process with a folder and a profile of its own, killed when it hangs. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Invocation } from './command.ts';
import { beside, writeOutputs } from './files.ts';

const SECONDS = 90;
const PROGRAMS = ['soffice', 'libreoffice'];

/** Files written: one, or none with a sentence why. */
export async function writePdf(
  docx: string,
  { tell, says }: Pick<Invocation, 'tell' | 'says'>,
  seconds = SECONDS,
): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'luzhi-pdf-'));
  try {
    for (const program of PROGRAMS) {
      const outcome = await convert(program, docx, folder, seconds);
      if (outcome === 'absent') continue;
      const [pdf] = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
      if (outcome === 'failed' || pdf === undefined) {
        tell(says({ code: 'report.pdfFailed', data: { seconds } }));
        return [];
      }
      const file = beside(docx, '.pdf');
      writeOutputs([{ file, content: readFileSync(path.join(folder, pdf)) }]);
      return [file];
    }
    tell(says({ code: 'report.pdfUnavailable', data: {} }));
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function convert(
  program: string,
  docx: string,
  folder: string,
  seconds: number,
): Promise<'done' | 'failed' | 'absent'> {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  return new Promise((resolve) => {
    const child = spawn(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
      stdio: 'ignore',
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
