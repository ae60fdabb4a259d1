import type { Words } from '../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  title: 'Help',
  whom: 'Whom to ask',
  ask: (office) => `Questions of entry, review and evaluation: ${office}.`,
  account:
    'You cannot sign in, or your account or posts are wrong: the security administrator of your place. A page does not open or something broke: the system administrator; tell them the number in the message.',
  figure:
    'A figure looks wrong: open it, and at the foot of "Where it comes from" choose to ask those who filled it to look again.',
  anywhere: 'On every page',
  grid: 'Entry grid (as in Excel and WPS)',
  review: 'Review',
  studio: 'Template studio',
  reader: 'Report reader',
  key: 'Key',
  does: 'What it does',
  keys: {
    anywhere: [
      ['Ctrl K', 'search for indicators, items, units, reports and evidence'],
      ['Tab / Shift Tab', 'next / previous control; the first one skips to the work'],
      ['Esc', 'close a drawer or a dialog'],
    ],
    grid: [
      ['↑ ↓ ← →', 'one cell up, down, left, right'],
      ['Enter / Shift Enter', 'next / previous row'],
      ['Tab / Shift Tab', 'next / previous cell to be filled'],
      ['0–9', 'type over the value; 万 and 亿 are understood, and so is =120+35'],
      ['F2', 'change the value at its end'],
      ['Esc', 'drop this change'],
      ['Delete', 'clear (empty, not 0)'],
      ['Shift ↑ ↓ ← →', 'select a block'],
      ['Ctrl C / Ctrl V', 'copy / paste, also from and to Excel and WPS'],
      ['Ctrl D', 'fill down'],
      ['Ctrl Z / Ctrl Y', 'undo / redo, also after it was saved'],
      ['Ctrl Home / Ctrl End', 'first / last cell'],
      ['Ctrl ↓', 'next empty cell'],
      ['F8 / Shift F8', 'next / previous finding'],
      ['Alt E / Alt J', 'evidence / explanation of the cell'],
    ],
    review: [
      ['J / K', 'next / previous figure'],
      ['A', 'accept'],
      ['R', 'return, with the reason'],
      ['E', 'where it comes from, and its evidence'],
      ['Z', 'take the verdict back'],
      ['Ctrl Enter', 'carry the task out'],
    ],
    studio: [
      ['↑ ↓', 'previous / next blank'],
      ['Enter', 'confirm and go on'],
      ['Shift Enter', 'confirm all that mean the same'],
      ['1 2 3', 'choose a candidate'],
      ['/', 'find an item by name'],
      ['E', 'write your own words'],
      ['F', 'write it another way'],
      ['N', 'nothing belongs there'],
      ['Ctrl Z', 'undo'],
      ['Ctrl Enter', 'confirm all with a high match'],
    ],
    reader: [
      ['N / Shift N', 'next / previous figure'],
      ['F8', 'next finding'],
      ['Enter', 'open where the figure comes from'],
    ],
  },
};
