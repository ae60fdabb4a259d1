/** Sentences for the checks of one scheme by its own ids; to be joined after the stages' tables. */
import type { Language, Sentences } from '../../kernel/index.ts';
import type { SchemeCheck } from '../../scheme/on-files.ts';
import { grantedEn, kindsEn } from './messages.en.ts';
import { grantedZh, kindsZh } from './messages.zh.ts';

export function checkSentences(
  { checks }: { readonly checks: readonly Pick<SchemeCheck, 'id' | 'kind'>[] },
  language: Language,
): Sentences {
  const kinds = new Map<string, Sentences[string]>(
    Object.entries<Sentences[string]>(language === 'zh' ? kindsZh : kindsEn),
  );
  return Object.fromEntries(
    checks.flatMap(({ id, kind }) => {
      const sentence = kinds.get(kind);
      return sentence === undefined ? [] : [[id, withGrant(sentence, language)]];
    }),
  );
}

/** What was let pass says so wherever it is read. */
const withGrant = (sentence: Sentences[string], language: Language): Sentences[string] => {
  const granted = language === 'zh' ? grantedZh : grantedEn;
  return (data) => (data.granted === undefined ? sentence(data) : `${sentence(data)}${granted(data)}`);
};
