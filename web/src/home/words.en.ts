import type { Words } from '../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  title: 'Workbench',
  stages: 'Stages of the round',
  units: 'Progress by unit',
  scheme: 'Scheme',
  collect: 'Entry',
  review: 'Review',
  evaluate: 'Evaluation',
  report: 'Report',
  published: 'Published',
  of: (done, all) => `${done} of ${all}`,
  returned: (n) => `${n} returned, to be corrected`,
  overdue: (n) => `${n} overdue`,
  waitsForMe: (n) => `${n} wait for your review`,
  open: 'Open to changes',
  locked: 'Locked',
  undecided: (n) => `${n} undecided for want of figures`,
  noReport: 'No report yet',
  composeFirst: 'Choose a template and compose the first version',
  version: (n) => `Version ${n}`,
  notice: (names, due, office) =>
    `Reminder: the forms of ${names.join(', ')} have not been submitted; due ${due}. Please fill and submit them in the system, and ask ${office} if anything is unclear.`,
  copyNotice: 'Copy notice for the chat',
  copied: 'The notice is copied; paste it into the chat.',
};
