import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  head: 'Asked to look again',
  answer: 'Answer',
  words: 'What came of it',
  hint: 'Say what you compared and whether the figure is true, or what it was corrected to. It goes to whoever asked.',
  done: 'Answered; whoever asked is told.',
};
