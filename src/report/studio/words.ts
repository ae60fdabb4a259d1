/** Words that may have stood where some are missing or were put in place of others. */
import type { FoundSlot } from '../../engines/word/index.ts';

interface WordForm {
  readonly doubt: FoundSlot['doubtful'];
  readonly text?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly words: readonly string[];
}

/** First that fits. Several words: which one it was, only the place can tell. */
const FORMS: readonly WordForm[] = [
  { doubt: 'deleted', before: /中央和$/, after: /^级/, words: ['省', '市'] },
  { doubt: 'deleted', after: /^级/, words: ['市', '省', '县'] },
  // 「经费132.89万，」 has lost the 元 of its amount.
  { doubt: 'deleted', before: /[亿万]$/, words: ['元'] },
  { doubt: 'deleted', words: ['市'] },
  { doubt: 'substituted', text: /^县长级$/, words: ['县级'] },
  { doubt: 'substituted', text: /^局$/, after: /^将/, words: ['市人民政府', '市'] },
  // 「中共XX委XX局关于」 is signed by two, 「XX级局2023年」 has its level before it.
  { doubt: 'substituted', text: /^局$/, before: /委[XxＸ×○*_]+$/, words: ['市人民政府', '市'] },
  { doubt: 'substituted', text: /^局$/, before: /级$/, words: ['人民政府', '市'] },
  { doubt: 'substituted', text: /^局$/, words: ['市'] },
];

export const wordsFor = ({ text, before, after, doubtful }: FoundSlot): readonly string[] =>
  FORMS.find(
    (form) =>
      form.doubt === doubtful &&
      form.text?.test(text) !== false &&
      form.before?.test(before) !== false &&
      form.after?.test(after) !== false,
  )?.words ?? [];
