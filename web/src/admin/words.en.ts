import type { Words } from '../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  title: 'Administration',
  nothing: 'Your posts have nothing to administer. Ask the security administrator where that is wrong.',
  tabs: {
    system: 'System and backups',
    units: 'Units',
    audit: 'Audit',
    people: 'People',
    rounds: 'Rounds and calendar',
  },
};
