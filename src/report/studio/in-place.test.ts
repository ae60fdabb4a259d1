/** Offers where they would stand, with the values the sample states. */
import { expect, test } from 'vitest';
import { findSlotsInText } from '../../engines/word/index.ts';
import { loadScheme } from '../../scheme/on-files.ts';
import { parseFormat } from '../format.ts';
import { withoutEnd } from '../print.ts';
import { suggestAll } from '../suggest/index.ts';
import { askingsOf } from './askings.ts';
import { besideOf } from './beside.ts';
import { placed } from './in-place.ts';
import type { Printed } from './offers.ts';

const scheme = loadScheme(new URL('../../../schemes/duty-2025', import.meta.url).pathname);
const VALUES: Readonly<Record<string, string>> = {
  cityName: '清江市',
  committeeName: '清江市人民政府教育督导委员会',
  upperCommitteeName: '澜江省人民政府教育督导委员会',
  supervisionOfficeName: '清江市人民政府教育督导室',
  workReportPage: '第26页',
  aidThrough: '12月',
  projectsThrough: '12月31日',
};
const print = (value: string, format: string): Printed => {
  const words = VALUES[value];
  return words === undefined
    ? { format, missing: '' }
    : { format, printed: withoutEnd(words, parseFormat(format)?.without) };
};

/** Of the nth blank; 局 is taken for 市 as the desk takes it. */
function offersFor(text: string, nth = 0) {
  const place = { part: 'body', paragraph: 0 };
  const slots = findSlotsInText(text);
  const askings = askingsOf([{ at: place, text, controls: [] }], slots);
  const blanks = slots.map(({ id, text: words, at }) => ({
    id,
    paragraph: 0,
    start: at.offset,
    end: at.offset + words.length,
    text: words,
  }));
  const blank = blanks[nth];
  if (blank === undefined) return expect.unreachable(text);
  const { offers, confidence } = placed(suggestAll(askings, scheme)[nth] ?? expect.unreachable(text), {
    beside: besideOf(blank, text, blanks, (other) => (other.text === '局' ? '市' : other.text)),
    offer: ({ score: _, formats, ...offer }) => ({
      ...offer,
      formats: formats.map((format) => print(offer.expression, format)),
    }),
    print,
  });
  const shown = offers.map(({ formats: [form], doubles }) => ({
    format: form?.format,
    printed: form !== undefined && 'printed' in form ? form.printed : undefined,
    doubles,
  }));
  return { offers: shown, confidence };
}

test.each([
  ['根据XX局教育督导委员会关于印发评价方案的通知', '清江'],
  ['现将XX局2023年度履行教育职责自查自评情况报告如下', '清江'],
  ['现将XX市2023年度履行教育职责自查自评情况报告如下', '清江'],
])('in “%s” %s stands first', (text, printed) => {
  const { offers, confidence } = offersFor(text);
  expect(offers[0]).toMatchObject({ printed, format: '文字 去市', doubles: undefined });
  expect(confidence).toBe('middle');
});

test('a name that holds the words behind the blank stands last, and says which', () => {
  const { offers } = offersFor('XX局教育督导委员会');
  expect(offers[0]).toMatchObject({ printed: '清江' });
  expect(offers.at(-1)).toMatchObject({ doubles: '教育督导委员会' });
});

test('a month before 月 leaves out its own', () => {
  const { offers } = offersFor('全面落实资助和营养改善计划。截至7月,全累计下达各级学生资助和营养改善计划资金XX.XX亿元');
  expect(offers[0]).toMatchObject({ printed: '12', format: '文字 去月' });
  expect(offers.filter(({ doubles }) => doubles !== undefined)).toHaveLength(offers.length - 1);
});

test('with nothing that fits, nothing is sure', () => {
  const { offers, confidence } = offersFor('已开工项目，教育建设项目统计截至XX月');
  expect(offers.find(({ printed }) => printed === '12月31日')).toBeUndefined();
  expect(confidence).not.toBe('high');
});

test('no page and no body is offered for a place', () => {
  const { offers } = offersFor('政府工作报告所在页，教育督导室全称，对XX县开展督导评估');
  expect(offers).toEqual([]);
});
