/** Findings of a task as sentences, in the reader's language: the stage's own, and those of the scheme's checks by kind. */
import { useMemo } from 'react';
import { checkSentences, FORMER_REASON, messages } from '../../../src/collect/pure.ts';
import type { TaskPage } from '../../../src/collect/replies.ts';
import { type Finding, sayWith } from '../../../src/kernel/index.ts';
import { useLanguage } from '../shell/language.tsx';

export function useSentences({ checks }: Parameters<typeof checkSentences>[0]): (finding: Finding) => string {
  const { language } = useLanguage();
  return useMemo(() => sayWith(messages[language], checkSentences({ checks }, language)), [checks, language]);
}

/** Kind of the check that found it; `cell` for what is wrong with the cell's own words. */
export const kindOf = ({ checks }: Pick<TaskPage, 'checks'>, code: string): string =>
  checks.find(({ id }) => id === code)?.kind ?? (code === FORMER_REASON ? 'formerReason' : 'cell');
