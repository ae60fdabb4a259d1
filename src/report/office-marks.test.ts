/** What the office gives a paper, in the forms of GB/T 9704; what it has not given stays an open place. */
import { expect, test } from 'vitest';
import { checkOfficeMarks, officeFacts, openMarks } from './office-marks.ts';

test.each([
  [{ number: '清政函[2026]3号' }, 'report.numberForm'],
  [{ number: '清政函〔2026〕03号' }, 'report.numberForm'],
  [{ number: '清政函〔26〕3号' }, 'report.numberForm'],
  [{ number: '清政函〔2026〕第3号' }, 'report.numberForm'],
  [{ signatory: 'L1' }, 'report.signatoryForm'],
  [{ signatory: '李' }, 'report.signatoryForm'],
  [{ date: '2026-02-30' }, 'report.dateForm'],
  [{ date: '2026年1月15日' }, 'report.dateForm'],
  [{ copiesTo: '<w:p/>' }, 'report.copiesForm'],
])('%j is refused as %s', (marks, code) => {
  expect(() => checkOfficeMarks(marks)).toThrow(expect.objectContaining({ code }));
});

test('what is given is printed in its form: no leading zeros in a date, one full stop behind the copies', () => {
  const marks = checkOfficeMarks({
    number: '清政函〔2026〕3号',
    signatory: '李明、艾合买提·买买提',
    date: '2026-01-05',
    copiesTo: '市委办公室，市人大常委会办公室。',
  });
  expect(officeFacts(marks)).toEqual({
    docNumber: '清政函〔2026〕3号',
    signatory: '李明、艾合买提·买买提',
    printedOn: '2026年1月5日',
    copiesTo: '市委办公室，市人大常委会办公室',
  });
});

test('what is not given keeps its place, and a template that has the place is said to be open there', () => {
  expect(officeFacts({}).docNumber).toMatch(/^　+〔　+〕　+号$/);
  expect(openMarks(['@docNumber', '@printedOn', '@score'], { date: '2026-01-05' })).toEqual(['发文字号']);
});
