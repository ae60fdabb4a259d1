import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  all: 'All',
  item: 'Item',
  was: 'Here',
  empty: 'empty',
  prior: 'last year',
  more: (n) => `${n} more`,
};
