import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  add: 'Add a row',
  remove: 'Remove this row',
  removed: 'One row removed.',
  empty: 'There are no rows yet. Add one, or import a filled workbook.',
  hint: 'Enter or Tab saves a cell; blocks copied in Excel can be pasted.',
  required: (column) => `${column} (required)`,
  conflict: (person) =>
    `${person} changed this row too; nothing was written over. The newest content is shown; fill it in again.`,
  grid: (name) => `${name}, grid of a ledger`,
  saved: 'saved',
  row: 'Row',
  draft: 'new',
  taken: 'taken',
  takenFrom: (round, person) => `taken over from "${round}", listed there by ${person}`,
  saving: 'Saving…',
  failed: 'Not saved; correct what is marked.',
  rest: (n) => `${n} rows pasted.`,
};
