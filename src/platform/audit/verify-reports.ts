/** Each report file the record says was filed: it is there, it is that content, and its version still names it. */
import { type Finding, Problem } from '../../kernel/index.ts';
import type { Tx } from '../action/transact.ts';
import type { Files } from '../files/contract.ts';
import { reportsOnRecord } from './audit.store.ts';

export async function verifyReports(tx: Tx, tenant: number, files: Files): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { entry, seq, about, version, docx, now } of await reportsOnRecord(tx, tenant)) {
    const tell = (code: string): void => {
      const data = { seq: seq === null ? '—' : String(seq), entry, report: about.replace('report ', ''), version };
      findings.push({ code, severity: 'error', at: {}, data });
    };
    if (now !== docx) tell('audit.report.replaced');
    else if (!(await isWhole(files, docx))) tell('audit.report.damaged');
  }
  return findings;
}

async function isWhole(files: Files, sha256: string): Promise<boolean> {
  try {
    await files.read(sha256);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
