import type { Words } from '../../shell/language.tsx';
import type { suppose as zh } from './words.zh.ts';

export const suppose: Words<typeof zh> = {
  title: 'What if: official results are not touched',
  note: 'Changes stay on this page; nothing is saved and nothing can be locked.',
  unit: 'Unit',
  pick: 'Choose a figure',
  item: 'Figure',
  now: 'As it is',
  value: 'Supposed',
  add: 'Add',
  remove: (name) => `Remove ${name}`,
  run: 'Compute',
  clear: 'Clear all',
  was: 'As it is',
  is: 'Supposed',
  change: 'Change',
  none: 'No points change.',
  empty: 'Choose figures below, type what you suppose, and compute the change of points.',
  changed: (n) => `${n} leaves change`,
  leaf: 'Indicator',
  grade: (was, is) => (was === is ? `same grade (${is})` : `grade ${was} → ${is}`),
  hint: 'in the unit of the form, such as 12,988.02; a unit may follow',
};
