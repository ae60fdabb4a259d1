import { defineWords } from './language.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const shellWords = defineWords(zh, en);
