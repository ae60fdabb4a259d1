/** Sentences for findings of figures and of texts, where the report's own win for places in its text. */
import { messages as collect, checkSentences as collectSentences } from '../../collect/on-files.ts';
import { messages as word } from '../../engines/word/index.ts';
import { checkSentences, messages as evaluate } from '../../evaluate/on-files.ts';
import { type Say, sayWith } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { zh } from '../messages.zh.ts';

export function reportSpeaker(scheme: Scheme): Say {
  const figures = { ...collectSentences(scheme, 'zh'), ...checkSentences(scheme, 'zh') };
  const text = sayWith(zh);
  const rest = sayWith(word.zh, collect.zh, evaluate.zh, zh, figures);
  return (of) => (of.code in zh && of.at?.paragraph !== undefined ? text(of) : rest(of));
}
