import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  offer: (round, n) => `"${round}" holds ${n} figures that are still empty here and may be taken over`,
  differ: (n) => `${n} more differ from this form`,
  takeOver: 'Take over',
  title: (round) => `Take over from "${round}"`,
  hint: 'What is ticked is saved and checked as if it were typed, with the round and version it came from. The rest is left alone.',
  empty: 'Empty here',
  worded: 'Empty here, but the two rounds word the definition otherwise: compare before ticking',
  other: 'Other than here: ticked, the figure there takes its place',
  there: 'There',
  by: 'By',
  definition: (there) => `Definition there: ${there === '' ? 'none given' : there}`,
  evidence: (papers) => `Evidence comes along: ${papers}`,
  rowsOffer: (round, n) => `"${round}" lists ${n} rows of this ledger that are not here and may be taken over`,
  rowsTitle: (round) => `Take over rows of "${round}"`,
  rowsHint: 'What is ticked is saved as if it were typed, with the round it came from. The rest is left alone.',
  all: 'All',
  rowsTake: (n) => `Take over ${n}`,
  rowsDone: (n) => `${n} rows taken over.`,
  rowsLeft: (saved, refused) => `${saved} rows taken over, ${refused} were not saved:`,
  row: (n) => `Row ${n}`,
  nothing: 'Nothing is left to take over.',
  take: (n) => `Take over ${n}`,
  done: (n) => `${n} figures taken over.`,
  left: (saved, moved, refused) =>
    [
      `${saved} figures taken over.`,
      moved === 0 ? '' : ` ${moved} were just filled in by somebody else, were not changed, and are listed below.`,
      refused === 0 ? '' : ` ${refused} were not saved:`,
    ].join(''),
};
