/** What people call the acts of the record: the server's own description of itself has each in both languages. */
import { useMemo } from 'react';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { auditWords } from './words.ts';

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { operationId: string; summary: string; description: string }>>>
  >;
}

export function useActionWords(): (action: string) => string {
  const { language } = useLanguage();
  const other: Readonly<Record<string, string>> = useWords(auditWords).other;
  const { data } = useAsk<Described>('/openapi.json');
  return useMemo(() => {
    const operations = Object.values(data?.paths ?? {}).flatMap((methods) => Object.values(methods));
    const known = new Map(
      operations.map(({ operationId, summary, description }) => [
        operationId,
        language === 'zh' ? summary : description,
      ]),
    );
    return (action) => known.get(action) ?? other[action] ?? action;
  }, [data, language, other]);
}
