/** A bundle that holds, and each way in which one does not. */
import { beforeAll, expect, test } from 'vitest';
import { sampleFiles } from '../../../sample/index.ts';
import { editText } from '../../../test/support/docx.ts';
import { collectFigures, NO_EVIDENCE } from '../../collect/on-files.ts';
import { readArchive, writeArchive } from '../../engines/ooxml/index.ts';
import { markDraft } from '../../engines/word/index.ts';
import { evaluate, RULES_VERSION } from '../../evaluate/on-files.ts';
import { sayWith } from '../../kernel/index.ts';
import { toJson } from '../../platform/index.ts';
import { CHAIN_START, digestOf, linkOf, olderLinkOf } from '../../platform/on-files.ts';
import { resolveScheme } from '../../scheme/on-files.ts';
import type { TraceFile } from '../contract.ts';
import { draftLine } from '../draft-line.ts';
import { issuedCopy } from '../filed/issued.ts';
import { makeReport } from '../make.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { writeAuditLines } from './audit-lines.ts';
import { compareIssued } from './compare-issued.ts';
import { hashOf, MANIFEST, type Manifest, sealed } from './manifest.ts';
import { CONTENTS, packBundle, SCHEME_FOLDER } from './pack.ts';
import { verifyBundle } from './verify.ts';

let bundle: Uint8Array;

/** The first two rows were sealed by an older version; the fourth is of another round. */
function chainOf(count: number) {
  let before = CHAIN_START;
  return Array.from({ length: count }, (_, at) => {
    const row = {
      tenant: 1,
      entry: `e${at}`,
      account: null,
      person: '王芳',
      action: 'collect.figures.save',
      about: `task ${at}`,
      detail: { saved: [at] },
      address: '10.0.0.7',
    };
    const written = new Date(Date.UTC(2026, 1, 10, 2, at));
    const whole = { ...row, at: written };
    before = at < 2 ? olderLinkOf(before, whole) : linkOf(before, digestOf(whole));
    const linked = { seq: String(at + 1), hash: before };
    return at === 3 ? { ...linked, digest: digestOf(whole) } : { ...linked, ...row, at: written.toISOString() };
  });
}

beforeAll(() => {
  const files = sampleFiles();
  const bytesOf = (path: string): Uint8Array => {
    const content = files.find((file) => file.path === path)?.content;
    return typeof content === 'string' ? Buffer.from(content) : (content ?? new Uint8Array());
  };
  const texts = files
    .filter(({ path }) => /^scheme\/[^/]+\.yaml$/.test(path))
    .map(({ path }) => ({ file: path.slice('scheme/'.length), text: Buffer.from(bytesOf(path)).toString('utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const { scheme } = resolveScheme(texts);
  if (scheme === undefined) return expect.unreachable('the scheme of the sample resolves');
  // School lists are nine of ten figures; one county's stands for all.
  const handed = files
    .filter(({ path }) => /^figures\/(?:云屏县_学校|[^/_]+(?:_(?!学校)[^/_]+)?)_2025\.xlsx$/.test(path))
    .map(({ path }) => ({ name: path.slice('figures/'.length), bytes: bytesOf(path) }));
  const collected = collectFigures({ path: '', files: handed, evidence: NO_EVIDENCE }, scheme, scheme.year);
  const submission = { ...collected, files: [], findings: [] };
  const evaluation = evaluate(scheme, submission, { asOf: '2025-12-31' });
  const template = { file: 'template.docx', bytes: bytesOf('template.docx') };
  const made = makeReport({ scheme, submission, evaluation, asOf: '2025-12-31', template, name: '自评报告.docx' });
  const { year, org, figures, ledgerRows, handedLedgers, evidence } = submission;
  const { code, version, hash } = scheme;
  const answers = { figures, ledgerRows, handedLedgers, evidence, accepted: [] };
  const data = { scheme: code, version, hash, year, units: org.units, ...answers };
  const chain = chainOf(5);
  const contents = new Map<string, Uint8Array>([
    [CONTENTS.data, Buffer.from(toJson(data))],
    [CONTENTS.results, Buffer.from(toJson(evaluation.results))],
    [CONTENTS.template, template.bytes],
    [CONTENTS.report, made.docx],
    [CONTENTS.issued, made.docx],
    [CONTENTS.reading, Buffer.from('<!doctype html>')],
    [CONTENTS.trace, Buffer.from(toJson(made.trace))],
    [CONTENTS.audit, writeAuditLines(chain)],
    ...texts.map(({ file, text }) => [`${SCHEME_FOLDER}${file}`, Buffer.from(text)] as const),
  ]);
  bundle = packBundle(
    {
      tenant: 1,
      evaluee: '清江市',
      round: 'duty-2025',
      report: '0',
      version: 1,
      kind: 'composed',
      state: '已签发',
      scheme: code,
      schemeVersion: version,
      schemeHash: hash,
      rules: RULES_VERSION,
      asOf: '2025-12-31',
      sealedAt: '2026-04-01T00:00:00.000Z',
      auditHead: chain.at(-1)?.hash ?? '',
    },
    contents,
  ).bytes;
});

/** The bundle with contents changed; with `reseal` by someone who knows how a manifest is made. */
function tampered(change: (contents: Map<string, Uint8Array>) => void, reseal = false): Uint8Array {
  const contents = new Map(readArchive(bundle, 'b.zip'));
  change(contents);
  if (reseal) {
    const { seal: _, ...manifest } = JSON.parse(Buffer.from(contents.get(MANIFEST) ?? '').toString('utf8')) as Manifest;
    const listed = [...contents].filter(([name]) => name !== MANIFEST);
    const again = listed.map(([name, content]) => ({ name, sha256: hashOf(content), size: content.length }));
    contents.set(MANIFEST, Buffer.from(JSON.stringify(sealed({ ...manifest, contents: again }))));
  }
  return writeArchive([...contents].map(([name, bytes]) => ({ name, bytes })));
}
const codes = (bytes: Uint8Array): string[] => {
  const { findings } = verifyBundle(bytes, 'b.zip');
  for (const finding of findings)
    for (const sentences of [zh, en]) expect(sayWith(sentences)(finding)).not.toMatch(/undefined|\[object/);
  return [...new Set(findings.map(({ code }) => code))];
};
const edit = (name: string, from: string | RegExp, to: string) => (contents: Map<string, Uint8Array>) => {
  const text = Buffer.from(contents.get(name) ?? '').toString('utf8');
  expect(text).toMatch(from);
  contents.set(name, Buffer.from(text.replace(from, to)));
};

test('one that nobody touched holds: every point and every figure comes out again', () => {
  const { counted, findings } = verifyBundle(bundle, 'b.zip');
  expect(findings).toEqual([]);
  expect(counted.results).toBeGreaterThan(1_000);
  expect(counted.figures).toBeGreaterThan(1_000);
  expect(counted.links).toBe(5);
});

test('what is no bundle is refused with its name', () => {
  expect(() => verifyBundle(writeArchive([{ name: 'a.txt', bytes: 'x' }]), 'b.zip')).toThrow(
    expect.objectContaining({ code: 'report.bundleUnreadable', data: { file: 'b.zip' } }),
  );
  expect(() => verifyBundle(new Uint8Array([1, 2, 3]), 'b.zip')).toThrow(
    expect.objectContaining({ code: 'report.bundleDamaged', data: { file: 'b.zip', part: '' } }),
  );
});

test('one bit turned in what is packed is told with the content it is in', () => {
  const turned = Uint8Array.from(bundle);
  const at = Math.floor(turned.length / 3);
  turned[at] = (turned[at] ?? 0) ^ 1;
  expect(() => verifyBundle(turned, 'b.zip')).toThrow(
    expect.objectContaining({
      code: 'report.bundleDamaged',
      data: { file: 'b.zip', part: expect.stringMatching(/\.\w+$/) },
    }),
  );
});

test('a content changed, taken out or put in is named', () => {
  const changed = tampered((contents) => {
    edit(CONTENTS.reading, 'html', 'HTML')(contents);
    contents.set('extra.txt', Buffer.from('x'));
  });
  expect(codes(changed)).toEqual(['bundle.content.changed', 'bundle.content.foreign']);
  expect(codes(tampered((contents) => contents.delete(CONTENTS.reading)))).toEqual(['bundle.content.missing']);
  expect(codes(tampered(edit(MANIFEST, '已签发', '已归档')))).toEqual(['bundle.seal.broken']);
});

test('a figure changed by someone who mends the hashes does not fit its results', () => {
  const found = codes(tampered(edit(CONTENTS.data, /("item":"gpbEduExp"[\s\S]*?"steps":")(\d)/, '$19'), true));
  expect(found).toContain('bundle.result.differs');
  expect(found).toContain('bundle.figure.differs');
});

test('points raised by someone who mends the hashes do not come out of the data', () => {
  expect(codes(tampered(edit(CONTENTS.results, /"score":"[\d.]+"/, '"score":"99.99"'), true))).toEqual([
    'bundle.result.differs',
  ]);
});

test('a verdict turned by someone who mends the hashes does not come out of the data', () => {
  const found = codes(tampered(edit(CONTENTS.results, /"verdict":"(?:partly|unmet)"/, '"verdict":"met"'), true));
  expect(found).toContain('bundle.result.differs');
});

test('another report in place of the one that was composed is told figure by figure', () => {
  expect(codes(tampered(edit(CONTENTS.trace, '86.42', '96.42'), true))).toEqual(['bundle.figure.differs']);
});

test('an issued copy that says another thing than its report is told paragraph by paragraph', () => {
  const change = (contents: Map<string, Uint8Array>): void => {
    const issued = Buffer.from(contents.get(CONTENTS.issued) ?? '');
    contents.set(CONTENTS.issued, editText(issued, '86.42', '99.99'));
  };
  expect(codes(tampered(change, true))).toEqual(['bundle.issued.differs']);
});

test('the line of a draft alone may be missing from the copy of a signed report, or stand there from before', () => {
  const trace: TraceFile = JSON.parse(Buffer.from(readArchive(bundle, 'b').get(CONTENTS.trace) ?? '').toString('utf8'));
  const plain = readArchive(bundle, 'b').get(CONTENTS.report) ?? new Uint8Array();
  const draft = markDraft(plain, 'r.docx', draftLine(141));
  const signed = { number: '清府办〔2026〕18号', signatory: '周明' };
  const copy = issuedCopy({ docx: draft, trace, filing: signed }, 'r.docx');
  const older = markDraft(copy, 'r.docx', draftLine(141));
  const compare = (issued: Uint8Array, of: { signed?: typeof signed }) =>
    compareIssued(draft, issued, trace, of).map(({ code }) => code);
  expect(compare(copy, { signed })).toEqual([]);
  expect(compare(older, { signed })).toEqual([]);
  expect(compare(markDraft(copy, 'r.docx', draftLine(1)), { signed })).toContain('bundle.issued.differs');
  expect(compare(copy, {})).toContain('bundle.issued.differs');
  expect(compare(editText(Buffer.from(copy), '86.42', '99.99'), { signed })).toEqual(['bundle.issued.differs']);
});

/** The chain changed in a bundle without its reading copy: what is not whole is not composed anew, so the chain alone speaks. */
const chainCodes = (from: string | RegExp, to: string): string[] => {
  const change = (contents: Map<string, Uint8Array>): void => {
    edit(CONTENTS.audit, from, to)(contents);
    contents.delete(CONTENTS.reading);
  };
  const [first, ...rest] = codes(tampered(change, true));
  expect(first).toBe('bundle.content.missing');
  return rest;
};

test('an audit row changed, taken out, cut off at the end', () => {
  expect(chainCodes('task 2', 'task 9')).toEqual(['bundle.audit.changed']);
  expect(chainCodes(/.*task 2.*\n/, '')).toEqual(['bundle.audit.gap']);
  expect(chainCodes(/.*task 4.*\n/, '')).toEqual(['bundle.audit.head']);
  expect(chainCodes(/.*task 2.*/, 'no row')).toEqual(['bundle.audit.unreadable', 'bundle.audit.gap']);
});

test('a row that is not shown keeps its place: its digest changed, or the row left out', () => {
  expect(chainCodes(/"digest":"[0-9a-f]{8}/, '"digest":"00000000')).toEqual(['bundle.audit.changed']);
  expect(chainCodes(/.*digest.*\n/, '')).toEqual(['bundle.audit.gap']);
});

test('data that cannot be read is a verdict, not a crash', () => {
  expect(codes(tampered((contents) => contents.set(CONTENTS.data, Buffer.from('{')), true))).toEqual([
    'bundle.content.useless',
  ]);
});

test('a report that cannot be read keeps nobody from recomputing the points, and is named', () => {
  const bytes = tampered((contents) => contents.set(CONTENTS.report, Buffer.from('PK')), true);
  const { counted, findings } = verifyBundle(bytes, 'bundle.zip');
  expect(counted.results).toBeGreaterThan(10);
  expect(findings.map(({ code, at }) => `${code} ${at.file}`)).toContain('bundle.content.useless report.docx');
});
