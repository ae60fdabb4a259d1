import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  title: 'Import Excel',
  hint: 'Drop filled workbooks here, several at once. Each files itself by the unit and year in it and is never written elsewhere.',
  reading: (share) => (share < 100 ? `Uploading ${share}%` : 'Reading and checking…'),
  of: (unit, part) => `${unit}${part === 'schools' ? ' (list of schools)' : ''}`,
  result: (added, changed, conflicts, same) =>
    `${added + changed} cells to write (${added} new, ${changed} other than here)${conflicts === 0 ? '' : `, ${conflicts} changed on both sides`}, ${same} the same`,
  ledgers: (added, removed) => `Ledgers: ${added} rows added, ${removed} removed.`,
  evidence: (n) => `Catalogue of evidence: ${n} records.`,
  findings: (errors, warns) => `${errors} to correct and ${warns} to explain or note were found:`,
  earlier: 'The very same file was imported before.',
  nothing: 'The workbook says what stands here already; there is nothing to write.',
  write: (n) => `Write ${n} cells`,
  done: (n, errors) => `${n} cells written${errors === 0 ? '.' : `, ${errors} to correct.`}`,
  conflicts: 'Changed on both sides',
  keep: 'Keep what stands here',
  replace: 'Take the workbook’s',
  changed: 'Other than here',
  added: 'New',
  is: 'Workbook',
  where: 'Place',
  away: 'Remove',
  other: (unit) => `This workbook belongs to ${unit}; look for it in that task afterwards.`,
};
