/** Marks between words that are put together on a screen: full width in Chinese, with their space in English. */
import { defineWords } from '../shell/language.tsx';

export const punctuation = defineWords(
  {
    list: '、',
    comma: '，',
    semicolon: '；',
    colon: '：',
    stop: '。',
    aside: (words: string) => `（${words}）`,
  },
  {
    list: ', ',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    stop: '. ',
    aside: (words) => ` (${words})`,
  },
);
