/** All rooms' sentences joined, and how findings look on a terminal. */
import { messages as sample } from '../../sample/index.ts';
import { messages as collect } from '../collect/on-files.ts';
import { messages as formula } from '../engines/formula/index.ts';
import { messages as ooxml } from '../engines/ooxml/index.ts';
import { messages as sheet } from '../engines/sheet/index.ts';
import { messages as word } from '../engines/word/index.ts';
import { messages as evaluate } from '../evaluate/on-files.ts';
import {
  type Finding,
  type Language,
  type Place,
  type Say,
  SEVERITY_ZH,
  type Sentences,
  sayWith,
} from '../kernel/index.ts';
import { messages as org } from '../org/on-files.ts';
import { messages as platform } from '../platform/on-files.ts';
import { messages as report } from '../report/on-files.ts';
import { messages as review } from '../review/on-files.ts';
import { messages as scheme } from '../scheme/on-files.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

const ROOMS = [ooxml, sheet, word, formula, platform, org, scheme, collect, review, evaluate, sample, { zh, en }];

/** An id of the domain (UN-7, RT-5) may be found in figures or in a text; in a text the report's sentence is meant. */
export function speaker(language: Language, schemeChecks: Sentences = {}, schemeTexts: Sentences = {}): Say {
  const figures = sayWith(...ROOMS.map((room) => room[language]), schemeChecks);
  const text = sayWith(report[language], schemeTexts);
  const inReport = new Set(Object.keys(report[language]));
  const elsewhere = new Set([...ROOMS.flatMap((room) => Object.keys(room[language])), ...Object.keys(schemeChecks)]);
  return (of) =>
    inReport.has(of.code) && (of.at?.paragraph !== undefined || !elsewhere.has(of.code)) ? text(of) : figures(of);
}

/**
 * A server knows sentences of its schemes' own checks, and may be newer: what we have no sentence for is told by its
 * code and what it is about.
 */
export const sayable = (finding: Finding): Finding =>
  [...ROOMS, report].some(({ zh }) => Object.hasOwn(zh, finding.code))
    ? finding
    : {
        ...finding,
        code: 'cli.findingElsewhere',
        data: { finding: finding.code, data: JSON.stringify(finding.data) },
      };

/** `云屏县_2025.xlsx · 表B3!F7`, `自评报告.txt · 第2段第345字` */
export function speakPlace(at: Place): string {
  const cell = at.cell === undefined ? undefined : `${at.sheet ?? ''}!${at.cell}`;
  const line = at.line === undefined ? undefined : `第${at.line}行`;
  const character = at.offset === undefined ? '' : `第${at.offset + 1}字`;
  const paragraph = at.paragraph === undefined ? undefined : `第${at.paragraph + 1}段${character}`;
  return [at.file, cell ?? at.sheet, line, at.path, paragraph, at.slot]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

const SEVERITY_EN: Readonly<Record<Finding['severity'], string>> = { error: 'error', warn: 'explain', hint: 'hint' };

export function speakFinding(finding: Finding, say: Say, language: Language): string {
  const level = language === 'zh' ? SEVERITY_ZH[finding.severity] : SEVERITY_EN[finding.severity];
  const place = speakPlace(finding.at);
  return `${level} ${finding.code}${place === '' ? '' : `  ${place}`}\n    ${say(finding)}`;
}
