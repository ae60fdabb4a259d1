/**
 * Warm rendering of the seed's report: 151 of its 152 text blanks and a county table of 15 rows, beside docxtemplater and
 * easy-template-x in one process. One document: ours asks by content controls, the peers' by tags in the same places.
 * Outputs are the same paragraph by paragraph.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import {
  bindTemplate,
  compileTemplate,
  findSlots,
  issueCopy,
  openWord,
  readParagraphs,
  renderTemplate,
} from '../src/engines/word/index.ts';
import { type BenchRow, timed } from './row.ts';

const PLAIN = path.resolve(import.meta.dirname, '../schemes/duty-2025/template/plain.docx');
const COLUMNS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;
const COUNTIES = Array.from({ length: 15 }, (_, row) =>
  Object.fromEntries(COLUMNS.map((column) => [column, `${column}-${row}`])),
);
const TARGET = 20;

type Row = Readonly<Record<string, string>>;

function makeTemplates(): { readonly ours: Uint8Array; readonly tagged: Uint8Array; readonly values: Row } {
  const plain = readFileSync(PLAIN);
  const file = openWord(plain, PLAIN);
  const texts = new Map(readParagraphs(file).map(({ at, text }) => [`${at.part}\t${at.paragraph}`, text]));
  const blanks = findSlots(file).filter(({ doubtful, inTable }) => doubtful === undefined && !inTable);
  const whole = [...texts.values()].join('\n');
  // A paragraph whose words stand again inside another is no anchor (one of them is).
  const anchored = blanks.filter(({ at }) => whole.split(texts.get(`${at.part}\t${at.paragraph}`) ?? '').length === 2);
  const slots = anchored.map(({ id, text, at }) => ({
    key: id,
    label: id,
    find: texts.get(`${at.part}\t${at.paragraph}`) ?? '',
    slot: text,
    offset: at.offset,
  }));
  const cells = COLUMNS.map((key) => ({ key, label: key }));
  const rows = [{ key: 'rows', label: 'rows', table: 0, row: 1, through: 15, cells }];
  const bound = bindTemplate(plain, { edits: [], slots, blocks: [], places: [], rows, insert: [] }, PLAIN);
  if (bound.findings.length > 0) throw new Error(`the benchmark's template is not bound: ${bound.findings[0]?.quote}`);
  const tag = (key: string): string => (key === 'c1' ? '{#rows}{c1}' : key === 'c6' ? '{c6}{/rows}' : `{${key}}`);
  const tagged = renderTemplate(compileTemplate(bound.bytes, PLAIN), {
    text: tag,
    shown: () => true,
    each: () => [undefined],
  });
  return {
    ours: bound.bytes,
    tagged: issueCopy(tagged, PLAIN),
    values: Object.fromEntries(blanks.map(({ id }, index) => [id, `${index * 7}.${index % 10}`])),
  };
}

const textsOf = (bytes: Uint8Array): string =>
  readParagraphs(openWord(bytes, 'output'))
    .map(({ text }) => text)
    .join('\n');

export async function run(): Promise<readonly BenchRow[]> {
  const { ours, tagged, values } = makeTemplates();
  const data = { ...values, rows: COUNTIES };
  const compiled = compileTemplate(ours, PLAIN);
  const resolver = {
    text: (key: string, scope: Row | undefined): string => (scope ?? values)[key] ?? '',
    shown: () => true,
    each: (): readonly Row[] => COUNTIES,
  };
  const luzhi = await timed(200, () => renderTemplate<Row>(compiled, resolver));
  const templater = await timed(30, () => {
    const document = new Docxtemplater(new PizZip(tagged));
    document.render(data);
    return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }) as Uint8Array;
  });
  const handler = new TemplateHandler();
  const easy = await timed(30, async () => new Uint8Array(await handler.process(Buffer.from(tagged), data)));
  const expected = textsOf(luzhi.output);
  return [
    ['docxtemplater', templater],
    ['easy-template-x', easy],
  ].map(([name, peer]) => {
    const { ms, output } = peer as typeof easy;
    return {
      work: "render the seed's report, warm",
      ours: luzhi.ms,
      peer: { name: name as string, value: ms },
      unit: 'ms' as const,
      target: { text: `${TARGET} x`, reached: ms / luzhi.ms >= TARGET },
      checked: textsOf(output) === expected,
    };
  });
}
