import { defineWords } from '../../shell/language.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const besideWords = defineWords(zh, en);
