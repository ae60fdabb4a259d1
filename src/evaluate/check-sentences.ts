/** Sentences for the checks of one scheme: its own words where it has some, else those of the kind of check. */
import type { FindingData, Language, Sentences } from '../kernel/index.ts';
import type { Scheme } from '../scheme/on-files.ts';
import { enByKind } from './messages.en.ts';
import { zhByKind } from './messages.zh.ts';

const FILLED = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** `{gpbEduExp}` => the value printed in the finding's data; an item it does not hold stays named. */
const fill = (says: string, data: FindingData): string =>
  says.replace(FILLED, (whole, code: string) => (Object.hasOwn(data, code) ? String(data[code]) : whole));

/** To be joined with the stages' tables by whoever says the findings of an evaluation. */
export function checkSentences(scheme: Scheme, language: Language): Sentences {
  const byKind: ReadonlyMap<string, (data: never) => string> = new Map(
    Object.entries(language === 'zh' ? zhByKind : enByKind),
  );
  const rows = scheme.checks.flatMap(({ id, kind, says }) => {
    const usual = byKind.get(kind) as ((data: FindingData) => string) | undefined;
    if (usual === undefined) return [];
    const unit = (data: FindingData): string => (data.unit === undefined ? '' : `${String(data.unit)}：`);
    // A scheme's own sentence asks in its own words; the answer follows it.
    const explained = (data: FindingData): string =>
      data.reason === undefined ? '' : `${language === 'zh' ? '已说明：' : ' Explained: '}${String(data.reason)}`;
    return [
      [
        id,
        (data: FindingData) => (says === undefined ? usual(data) : unit(data) + fill(says, data) + explained(data)),
      ] as const,
    ];
  });
  return Object.fromEntries(rows);
}
