/** Marks of secrecy and identity-card numbers in what is filed: found wherever this house can read, and never kept. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeArchive } from '../../engines/ooxml/index.ts';
import { findSensitive, markedAt, type Where } from './sensitive.ts';
import { textOf } from './text-of.ts';

// Made up: region and check digit are right, and nobody has it.
const CARD = '11010519491231002X';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (where: Where, text: string) => findSensitive(new Map([[where, text]])).map(({ code }) => code);
const archive = (parts: Record<string, string>) =>
  writeArchive(Object.entries(parts).map(([name, text]) => ({ name, bytes: text })));

test.each([
  '《中华人民共和国保守国家秘密法》学习情况',
  '加强商业秘密、考试机密和绝密级试卷管理，未发生失密泄密事件',
  '本材料不涉密',
  '统一社会信用代码 91110105MA01ABCD12，账号 110105194912310021，文号 110105194912310020',
  '电话 13800000000，合计 110105194913310021',
])('%s is neither', (text) => {
  expect(codes('content', text)).toEqual([]);
});

test.each(['机密★10年', '秘 密 ★ 1年\n关于……的通知', '标题\n绝密\n正文', '密级：秘密', '【机密】2025年预算'])(
  '%s is a mark',
  (text) => {
    expect(codes('content', text)).toEqual(['collect.evidence.secretMark']);
  },
);

test('a name is marked by its first word as well, and a number is counted once and not told', () => {
  expect(codes('name', '机密-2025年预算.pdf')).toEqual(['collect.evidence.secretMark']);
  const findings = findSensitive(
    new Map([['content', `${CARD}，${CARD.toLowerCase()}；１１０１０５１９４９１２３１００２Ｘ`]]),
  );
  expect(findings).toMatchObject([{ code: 'collect.evidence.idNumbers', severity: 'warn', data: { count: 1 } }]);
  expect(JSON.stringify(findings)).not.toContain('1949');
});

describe('is found in', () => {
  const W = 'xmlns:w="w"';
  const cut = `<w:r><w:t>${CARD.slice(0, 7)}</w:t></w:r><w:r><w:t>${CARD.slice(7)}</w:t></w:r>`;
  const pdf = (inner: string) => bytes(`%PDF-1.7\n${inner}`);
  const packed = (inner: string) =>
    Buffer.concat([bytes('%PDF-1.7\n<</Filter/FlateDecode>>stream\n'), deflateSync(inner), bytes('\nendstream')]);
  test.each([
    ['text of GB 18030', 'txt', Buffer.from('bbfac3dca1ef3130c4ea', 'hex'), 'collect.evidence.secretMark'],
    ['text', 'txt', bytes(`姓名 ${CARD}`), 'collect.evidence.idNumbers'],
    [
      'Word, cut into runs',
      'docx',
      archive({
        'word/document.xml': `<w:document ${W}><w:p><w:r><w:t>名单</w:t></w:r></w:p><w:p>${cut}</w:p></w:document>`,
      }),
      'collect.evidence.idNumbers',
    ],
    [
      'the header of Word',
      'docx',
      archive({ 'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>机密★5年</w:t></w:r></w:p></w:hdr>` }),
      'collect.evidence.secretMark',
    ],
    [
      'Excel',
      'xlsx',
      archive({ 'xl/sharedStrings.xml': `<sst><si><t>张三</t></si><si><t>${CARD}</t></si></sst>` }),
      'collect.evidence.idNumbers',
    ],
    ['the title of a PDF', 'pdf', pdf('<</Title <FEFF673A5BC6260500310030>>>'), 'collect.evidence.secretMark'],
    [
      'the text of a PDF',
      'pdf',
      packed(`BT [(${CARD.slice(0, 5)})-20(${CARD.slice(5)})] TJ ET`),
      'collect.evidence.idNumbers',
    ],
  ])('%s', (_, ending, content, code) => {
    expect(codes('content', textOf(content, ending))).toEqual([code]);
  });

  test('the header of a long Word file, as on its first page', () => {
    const long = `<w:p><w:r><w:t>${'文'.repeat(3_000)}</w:t></w:r></w:p>`;
    const file = archive({
      'word/document.xml': `<w:document ${W}>${long}</w:document>`,
      'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>机密★5年</w:t></w:r></w:p></w:hdr>`,
    });
    expect(markedAt(new Map([['content', textOf(file, 'docx')]]))).toBe('content');
    expect(markedAt(new Map([['content', `${'文'.repeat(3_000)}\n机密★5年`]]))).toBeUndefined();
  });
});

test('what cannot be read gives no words and refuses nothing', () => {
  const broken = archive({ 'word/document.xml': '<w:document>' });
  for (const [content, ending] of [
    [bytes('PK\u0003\u0004 no zip'), 'docx'],
    [broken, 'docx'],
    [bytes('%PDF-1.7 stream\nnothing'), 'pdf'],
    [Buffer.from('ffd8ff00', 'hex'), 'jpg'],
  ] as const)
    expect(textOf(content, ending).trim()).toBe('');
});
