/** 校核 finds every mistake planted in the draft, with its code, words and severity, and cries wolf nowhere. */
import { expect, test } from 'vitest';
import { isError } from '../src/kernel/index.ts';
import { lintParagraphs, paragraphsOfText } from '../src/report/index.ts';
import { PLANTED_SENTENCES, plantedDraft } from './planted-draft.ts';

const paragraphs = paragraphsOfText(plantedDraft());
const findings = lintParagraphs(paragraphs);

/** Whether a finding points into the words of a planted sentence. */
const touches = (finding: (typeof findings)[number], quote: string): boolean => {
  const { paragraph = -1, offset = -1 } = finding.at;
  const start = paragraphs[paragraph]?.text.indexOf(quote) ?? -1;
  const end = offset + (finding.quote?.length ?? 0);
  return start >= 0 && offset < start + quote.length && end > start;
};

test('each planted sentence stands in the draft once', () => {
  for (const { quote } of PLANTED_SENTENCES) expect(plantedDraft().split(quote), quote).toHaveLength(2);
});

test.each(PLANTED_SENTENCES)('$code is found at 「$quote」: $says', ({ code, severity, quote }) => {
  const found = findings.filter((finding) => finding.code === code && touches(finding, quote));
  expect(found.map((finding) => finding.severity)).toEqual([severity]);
});

test('nothing else in the draft is called an error', () => {
  const others = findings.filter(
    (finding) =>
      isError(finding) &&
      !PLANTED_SENTENCES.some(({ code, quote }) => code === finding.code && touches(finding, quote)),
  );
  expect(others).toEqual([]);
});
