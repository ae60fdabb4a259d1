import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { readPackage } from './read-package.ts';
import { writePackage } from './write-package.ts';

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const DOCUMENT =
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>';

interface Raw {
  readonly name: string | Uint8Array;
  readonly bytes: string | Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly attributes?: number;
  readonly madeBy?: number;
  /** Share the place of this entry. */
  readonly on?: number;
  readonly localName?: string;
  readonly zip64?: boolean;
}

/** A zip by hand, with every lie a test asks for. */
function zip(entries: readonly Raw[], tail: { comment?: Uint8Array; junk?: Uint8Array } = {}): Uint8Array {
  const pieces: Uint8Array[] = [tail.junk ?? new Uint8Array()];
  const central: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : Buffer.from(entry.name);
    const bytes = Buffer.from(entry.bytes as string);
    const packed = entry.method === 0 ? bytes : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(localName.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(entry.madeBy ?? 20, 4);
    head.writeUInt16LE(entry.flags ?? 0, 8);
    head.writeUInt16LE(entry.method ?? 8, 10);
    head.writeUInt32LE(entry.crc ?? crc32(bytes), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(entry.zip64 === true ? 0xffffffff : (entry.size ?? bytes.length), 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt16LE(entry.zip64 === true ? 12 : 0, 30);
    head.writeUInt32LE(entry.attributes ?? 0, 38);
    head.writeUInt32LE(entry.on === undefined ? at : (offsets[entry.on] ?? 0), 42);
    offsets.push(at);
    central.push(head, name);
    if (entry.zip64 === true) {
      const extra = Buffer.alloc(12);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(BigInt(bytes.length), 4);
      central.push(extra);
    }
    if (entry.on !== undefined) continue;
    pieces.push(local, localName, packed);
    at += 30 + localName.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(tail.comment?.length ?? 0, 20);
  return Buffer.concat([...pieces, directory, end, tail.comment ?? new Uint8Array()]);
}

const parts = (document: string | Uint8Array = DOCUMENT, types = TYPES, relations = RELATIONS): Raw[] => [
  { name: '[Content_Types].xml', bytes: types },
  { name: '_rels/.rels', bytes: relations },
  { name: 'word/document.xml', bytes: document },
];

/** The code a file is refused with; the sentences are made, name the file and are not empty of sense. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const table of [zh, en]) {
      const sentence = table[error.code as keyof typeof zh](error.data as never);
      expect(sentence).toContain('云屏县.docx');
      expect(sentence).not.toMatch(/undefined|NaN|\[object|！|非法/);
    }
    return error.code;
  }
  return 'read';
}
const open = (bytes: Uint8Array) => readPackage(bytes, 'docx', '云屏县.docx');
const refused = (bytes: Uint8Array): string => refusal(() => open(bytes));
const refusedPart = (document: string | Uint8Array): string =>
  refusal(() => open(zip(parts(document))).text('word/document.xml'));

test('what is no Word file at all is named for what it is', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const whole = zip(parts());
  const cases: [string, Uint8Array][] = [
    ['ooxml.empty', new Uint8Array()],
    ['ooxml.oldBinary', Buffer.concat([compound, Buffer.alloc(600)])],
    ['ooxml.encrypted', Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['ooxml.notZip', Buffer.from('%PDF-1.7')],
    ['ooxml.notZip', Buffer.concat([Buffer.from('<html>'), whole])],
    ['ooxml.truncated', whole.subarray(0, whole.length - 30)],
    ['ooxml.truncated', whole.subarray(0, 60)],
    ['ooxml.wrongKind', zip([{ name: 'a.txt', bytes: 'a' }])],
    ['ooxml.tooLarge', new Uint8Array(50 * 1024 * 1024 + 1)],
  ];
  expect(cases.map(([, bytes]) => refused(bytes))).toEqual(cases.map(([code]) => code));
});

test('another kind of Office file is refused, and one with macros is refused, not stripped', () => {
  const as = (type: string): Uint8Array =>
    zip(parts(DOCUMENT, TYPES.replace(/application[^"]*document\.main\+xml/, type)));
  expect(refused(as('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'))).toBe(
    'ooxml.wrongKind',
  );
  expect(refused(as('application/vnd.ms-word.document.macroEnabled.main+xml'))).toBe('ooxml.macros');
  const types = TYPES.replace(
    '<Override',
    '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
  );
  expect(refused(zip([...parts(DOCUMENT, types), { name: 'word/vbaProject.bin', bytes: 'x' }]))).toBe('ooxml.macros');
});

test('bombs are refused before or while they inflate', () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);
  expect(refused(zip([...parts(), { name: 'word/a.xml', bytes: zeros }]))).toBe('ooxml.ratio');
  // A declared size that lies: what is over it is never produced.
  const lying = zip([...parts(), { name: 'word/a.xml', bytes: zeros, size: 1000 }]);
  expect(refusal(() => open(lying).bytes('word/a.xml'))).toBe('ooxml.damaged');
  expect(refusal(() => open(lying).packed('word/a.xml'))).toBe('ooxml.damaged');
  const short = zip([...parts(), { name: 'word/a.xml', bytes: 'abc', size: 900 }]);
  expect(refusal(() => open(short).bytes('word/a.xml'))).toBe('ooxml.damaged');
  const many = Array.from({ length: 9_998 }, (_, i) => ({ name: `word/${i}.xml`, bytes: '' }));
  expect(refused(zip([...parts(), ...many]))).toBe('ooxml.tooManyEntries');
});

test('a file whose parts together are over the limit is refused', () => {
  // Stored parts of 49 MB cannot pass 500 MB; the sum counts what is declared.
  const stored = Array.from({ length: 11 }, (_, i) => ({
    name: `word/${i}.bin`,
    bytes: new Uint8Array(300_000),
    method: 0,
    size: 50_000_000,
  }));
  expect(refused(zip([...parts(), ...stored]))).toBe('ooxml.unpackedTooLarge');
});

test('names that could leave a folder, mean a device or a key of every object are refused', () => {
  const odd = [
    '../../x',
    '/etc/x',
    'C:/x',
    'word\\x',
    'word/a\u0000.xml',
    'word/CON',
    'nul.xml',
    `w/${'a'.repeat(4000)}`,
  ];
  const keys = ['__proto__', 'word/constructor'];
  for (const name of [...odd, ...keys, 'word//x', '', Buffer.from([0xd5, 0xe3, 0xbd])]) {
    expect([name, refused(zip([...parts(), { name, bytes: 'x' }]))]).toEqual([name, 'ooxml.entryName']);
  }
});

test('a zip that tells two stories is refused', () => {
  const [types, relations, document] = parts() as [Raw, Raw, Raw];
  const twoEnds = zip(parts(), { comment: zip(parts()).slice(-22) });
  const cases: [string, Uint8Array][] = [
    ['ooxml.duplicate', zip([...parts(), document])],
    ['ooxml.duplicate', zip([...parts(), { ...document, name: 'Word/Document.xml' }])],
    ['ooxml.damaged', zip([types, relations, { ...document, localName: 'word/other____.xml' }])],
    ['ooxml.damaged', zip(parts(), { junk: Buffer.from('PK\u0003\u0004junk') })],
    ['ooxml.damaged', twoEnds],
    ['ooxml.overlap', zip([...parts(), { ...document, name: 'word/document.xml', on: 2 }])],
    ['ooxml.link', zip([...parts(), { name: 'word/l', bytes: '/etc/passwd', madeBy: 0x0314, attributes: 0xa1ff0000 }])],
    ['ooxml.encrypted', zip([...parts(), { name: 'word/e', bytes: 'x', flags: 1 }])],
    ['ooxml.method', zip([...parts(), { name: 'word/e', bytes: 'x', method: 12 }])],
    ['ooxml.missingPart', zip([types, relations])],
  ];
  expect(cases.map(([, bytes]) => refused(bytes))).toEqual(cases.map(([code]) => code));
  expect(refusal(() => open(zip([types, relations, { ...document, crc: 1 }])).text('word/document.xml'))).toBe(
    'ooxml.damaged',
  );
});

test('XML that could fetch, grow or say two things is refused', () => {
  const entity = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`;
  const laughs = `<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;</a>`;
  const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ');
  const cases: [string, string | Uint8Array][] = [
    ['ooxml.doctype', entity],
    ['ooxml.doctype', laughs],
    ['ooxml.doctype', '<!DOCTYPE a><a/>'],
    ['ooxml.xmlDepth', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
    ['ooxml.xmlAttributes', `<a ${attributes}/>`],
    ['ooxml.xmlEncoding', Buffer.from('\ufeff<a/>', 'utf16le')],
    ['ooxml.xmlEncoding', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ['ooxml.xmlMalformed', '<a><b></a>'],
    ['ooxml.xmlMalformed', '<a:b/>'],
    ['ooxml.xmlMalformed', '<a>&undefined;</a>'],
    ['ooxml.xmlMalformed', '<a>\u0001</a>'],
    ['ooxml.xmlMalformed', ''],
    ['ooxml.xmlMalformed', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e])],
  ];
  expect(cases.map(([, xml]) => refusedPart(xml))).toEqual(cases.map(([code]) => code));
});

test('outside content is reported and not followed; links people click are no finding', () => {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (kind: string, target: string, mode = ' TargetMode="External"'): string =>
    `<Relationship Id="x${kind}" Type="${base}/${kind}" Target="${target}"${mode}/>`;
  const list = [
    relation('image', 'http://10.0.0.1/a.png'),
    relation('attachedTemplate', 'file://server/t.dotm'),
    relation('hyperlink', 'http://moe.gov.cn'),
    relation('aFChunk', '../x.html', ''),
  ];
  const xml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const office = open(zip([...parts(), { name: 'word/_rels/document.xml.rels', bytes: xml }]));
  expect(office.findings.map(({ code, data }) => [code, data.kind])).toEqual([
    ['ooxml.relation.external', 'image'],
    ['ooxml.relation.external', 'attachedTemplate'],
    ['ooxml.part.foreign', 'aFChunk'],
  ]);
  for (const { code, data } of office.findings) {
    for (const table of [zh, en])
      expect(table[code as keyof typeof zh](data as never)).toContain(data.target as string);
  }
  expect(office.relations('word/document.xml').map(({ target }) => target)).toContain('x.html');
});

test('directory entries as WPS writes them, ZIP64 fields and a byte order mark are read', () => {
  const [types, relations] = parts() as [Raw, Raw];
  const document: Raw = { name: 'word/document.xml', bytes: `\ufeff${DOCUMENT}`, zip64: true };
  const office = open(zip([types, relations, { name: 'word/', bytes: '', method: 0 }, document]));
  expect(office.names).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
  expect(office.text('word/document.xml')).toBe(DOCUMENT);
});

test('a zip inside a zip is only bytes', () => {
  const inner = zip(parts());
  const office = open(zip([...parts(), { name: 'word/embeddings/a.docx', bytes: inner }]));
  expect(Buffer.compare(office.bytes('word/embeddings/a.docx'), inner)).toBe(0);
});

test('any file with a piece cut out or a byte changed is read the same or refused in a sentence', () => {
  const whole = zip(parts());
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    refusal(() => open(changed).text('word/document.xml'));
    refusal(() => open(whole.subarray(0, at)).text('word/document.xml'));
  }
});

test('what is written is the same bytes every time, and comes back part for part, packed parts unchanged', () => {
  const source = open(zip(parts()));
  const again = () =>
    writePackage(
      source.names.map((name) =>
        name === 'word/document.xml' ? { name, bytes: DOCUMENT } : { name, part: source.packed(name) },
      ),
      'docx',
    );
  expect(Buffer.compare(again(), again())).toBe(0);
  const copy = open(again());
  expect(copy.names).toEqual(source.names);
  for (const name of copy.names) expect(copy.text(name)).toBe(source.text(name));
  expect(copy.packed('_rels/.rels')).toEqual(source.packed('_rels/.rels'));
  expect(() => writePackage([{ name: 'word/a.xml', bytes: '' }], 'docx')).toThrow('not the parts');
});
