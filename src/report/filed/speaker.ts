/** Sentences for findings of figures and of texts, where the report's own win for places in its text. */
import { messages as collect, checkSentences as collectSentences } from '../../collect/on-files.ts';
import { messages as word } from '../../engines/word/index.ts';
import { checkSentences, messages as evaluate } from '../../evaluate/on-files.ts';
import { type Language, type Say, sayWith } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { textSentences } from '../lint/index.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';

const OWN = { zh, en };

function speaker(scheme: Scheme, language: Language): Say {
  const own = OWN[language];
  const figures = { ...collectSentences(scheme, language), ...checkSentences(scheme, language) };
  const text = sayWith(own, textSentences(scheme));
  const rest = sayWith(word[language], collect[language], evaluate[language], own, figures);
  return (of) => (of.code in own && of.at?.paragraph !== undefined ? text(of) : rest(of));
}

export const reportSpeaker = (scheme: Scheme): Say => speaker(scheme, 'zh');

export const reportSpeakers = (scheme: Scheme): { readonly zh: Say; readonly en: Say } => ({
  zh: speaker(scheme, 'zh'),
  en: speaker(scheme, 'en'),
});

/** What the figures alone contradict says whose they are, unless its sentence names them. */
export const namingUnits =
  (say: Say, nameOf: (unit: string) => string | undefined): Say =>
  (of) => {
    const { unit, paragraph, slot } = of.at ?? {};
    const name = unit === undefined || paragraph !== undefined || slot !== undefined ? undefined : nameOf(unit);
    const said = say(of);
    return name === undefined || said.includes(name) ? said : `${name}：${said}`;
  };
