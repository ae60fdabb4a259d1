/**
 * The words of the workbench. Chinese is the source; each stage has its words once per language, and English is held
 * to the same keys by its type. Sentences of the server come in both languages and are picked here.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../../src/kernel/index.ts';

/** The same keys, with the same parameters. */
export type Words<T> = {
  readonly [Key in keyof T]: T[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[Key] extends string
      ? string
      : Words<T[Key]>;
};
export type InBoth<T> = { readonly zh: T; readonly en: Words<T> };
export const defineWords = <T,>(zh: T, en: Words<T>): InBoth<T> => ({ zh, en });

interface Spoken {
  readonly language: Language;
  speak(language: Language): void;
}
const Speaking = createContext<Spoken>({ language: 'zh', speak: () => undefined });
const KEPT_AS = 'luzhi.language';

export function LanguageGiven({ children }: { readonly children: ReactNode }) {
  const [language, speak] = useState<Language>(() => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(KEPT_AS, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const spoken = useMemo(() => ({ language, speak }), [language]);
  return <Speaking value={spoken}>{children}</Speaking>;
}

export const useLanguage = (): Spoken => useContext(Speaking);
export function useWords<T>(words: InBoth<T>): Words<T> {
  const { language } = useLanguage();
  return words[language] as Words<T>;
}

/** `{ zh, en }` of the server, in the reader's language. */
export function useSay(): (said: { readonly zh: string; readonly en: string }) => string {
  const { language } = useLanguage();
  return (said) => said[language];
}
