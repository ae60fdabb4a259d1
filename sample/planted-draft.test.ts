/** 校核 finds every mistake planted in the draft, with its code, words and severity, and cries wolf nowhere: without data and with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFigures } from '../src/collect/index.ts';
import { evaluate } from '../src/evaluate/index.ts';
import { type Finding, isError } from '../src/kernel/index.ts';
import { lintParagraphs, lintReport, materialFor, paragraphsOfText } from '../src/report/index.ts';
import { loadScheme } from '../src/scheme/index.ts';
import { writeSample } from './index.ts';
import { PLANTED_SENTENCES, PLANTED_WITH_DATA, plantedDraft } from './planted-draft.ts';

const paragraphs = paragraphsOfText(plantedDraft());
const findings = lintParagraphs(paragraphs);

/** Whether a finding points into the words of a planted sentence. */
const touches = (finding: Finding, quote: string): boolean => {
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

const othersThan = (listed: typeof PLANTED_SENTENCES, told: readonly Finding[]): readonly Finding[] =>
  told.filter(
    (finding) =>
      isError(finding) && !listed.some(({ code, quote }) => code === finding.code && touches(finding, quote)),
  );

test('nothing else in the draft is called an error', () => expect(othersThan(PLANTED_SENTENCES, findings)).toEqual([]));

describe('held against the data of the planted sample', () => {
  let dir = '';
  let told: readonly Finding[] = [];
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'luzhi-planted-draft-'));
    writeSample(dir, { planted: true });
    const scheme = loadScheme(path.join(dir, 'scheme'));
    const asOf = '2025-12-31';
    const submission = readFigures(path.join(dir, 'figures'), scheme, { year: scheme.year });
    const material = materialFor(scheme, submission, evaluate(scheme, submission, { asOf }));
    told = lintReport(paragraphs, { year: scheme.year, asOf, traces: [], material });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([...PLANTED_SENTENCES, ...PLANTED_WITH_DATA])(
    '$code is found at 「$quote」: $says',
    ({ code, severity, quote }) => {
      const found = told.filter((finding) => finding.code === code && touches(finding, quote));
      expect(found.map((finding) => finding.severity)).toEqual([severity]);
    },
  );

  test('nothing else is called an error', () =>
    expect(othersThan([...PLANTED_SENTENCES, ...PLANTED_WITH_DATA], told)).toEqual([]));
});
