/**
 * Paragraphs and tables in the form of GB/T 9704-2012 (reference 9): fonts by element, 三号 body, exact 29 pt lines,
 * two characters of indent. Fonts that are often absent are named all the same; the reader's program substitutes.
 */
import type { OfficialBlock } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { textElements } from '../run-text.ts';

interface Look {
  readonly font: string;
  /** Half points: 二号 44, 三号 32, 四号 28, 五号 21. */
  readonly size: number;
  readonly align?: 'center' | 'right' | 'both' | 'left';
  /** Hundredths of a character. */
  readonly indent?: number;
  readonly outline?: number;
  readonly pageBreak?: boolean;
  readonly before?: number;
  /** Hundredths of a character at the left of every line. */
  readonly leftChars?: number;
  /** Twips of a line where it is not that of the page. */
  readonly line?: number;
  readonly red?: boolean;
  /** Lines as wide as the text; what stands behind a tab stands one character before their right end. */
  readonly ruled?: 'red' | 'imprint';
  /** A line across the text: a tab that is underlined, for a border would part the frame. */
  readonly drawn?: boolean;
  readonly keepNext?: boolean;
}

const FANG = '仿宋_GB2312';
const SONG = '方正小标宋简体';
const LOOKS: Readonly<Record<Exclude<OfficialBlock['kind'], 'table' | 'pageBreak' | 'imprintPage'>, Look>> = {
  // Its upper edge lies 35 mm below that of the text; 36 points leave room for twelve characters.
  agencyMark: { font: SONG, size: 72, align: 'center', red: true, before: 1984, line: 900 },
  // Two lines below the mark; an upward document names its signatory.
  numberLine: { font: FANG, size: 32, ruled: 'red', before: 1160 },
  title: { font: '方正小标宋简体', size: 44, align: 'center', outline: 0 },
  addressee: { font: FANG, size: 32, align: 'left' },
  heading1: { font: '黑体', size: 32, indent: 200, outline: 1 },
  heading2: { font: '楷体_GB2312', size: 32, indent: 200, outline: 2 },
  heading3: { font: FANG, size: 32, indent: 200, outline: 3 },
  body: { font: FANG, size: 32, align: 'both', indent: 200 },
  attachmentMark: { font: '黑体', size: 32, align: 'left', pageBreak: true },
  attachmentTitle: { font: '方正小标宋简体', size: 44, align: 'center', before: 580 },
  attachmentList: { font: FANG, size: 32, align: 'left', indent: 200, keepNext: true },
  // With a seal the date ends four characters before the edge and the agency stands centred over it: both are centred
  // in the same right half of the line, whose middle is that of 「2026年4月28日」 so placed.
  // Signed is a page that has text: agency and date stay with the list of attachments.
  signature: { font: FANG, size: 32, align: 'center', leftChars: 1350, keepNext: true },
  date: { font: FANG, size: 32, align: 'center', leftChars: 1350 },
  blank: { font: FANG, size: 32, keepNext: true },
  caption: { font: '黑体', size: 28, align: 'center', keepNext: true },
  note: { font: FANG, size: 21, align: 'left', line: 320 },
  imprint: { font: FANG, size: 28, ruled: 'imprint', line: 480 },
  imprintRule: { font: FANG, size: 14, ruled: 'imprint', line: 120, drawn: true },
};

/** 29 pt exact: 22 lines on the 225 mm of the page. */
const LINE = 580;

const runFormat = (font: string, size: number, { red, drawn }: Pick<Look, 'red' | 'drawn'> = {}): string =>
  `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:color w:val="${red ? 'FF0000' : '000000'}"/><w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${drawn ? '<w:u w:val="single"/>' : ''}</w:rPr>`;

/** 156 mm. */
const TEXT_WIDTH = 8844;
const AT_FOOT = `<w:framePr w:w="${TEXT_WIDTH}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/>`;
/** Red, 4 mm below the number; of an imprint 0.35 mm above and below, at the foot of the page it stands on. */
const RULES = {
  red: '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>',
  // Its lines are those around the frame: LibreOffice drops a frame whose paragraphs have unlike borders, or one between.
  imprint: `${AT_FOOT}<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/></w:pBdr>`,
};

function paragraphFormat(look: Look): string {
  const { size, align, indent, leftChars, outline, pageBreak, before, keepNext, ruled, drawn, line = LINE } = look;
  const twips = (hundredths: number): number => Math.round((hundredths / 100) * size * 10);
  return [
    '<w:pPr>',
    keepNext === true ? '<w:keepNext/>' : '',
    pageBreak === true ? '<w:pageBreakBefore/>' : '',
    ruled === undefined
      ? ''
      : `${RULES[ruled]}<w:tabs><w:tab w:val="right" w:pos="${drawn ? TEXT_WIDTH : TEXT_WIDTH - size * 10}"/></w:tabs>`,
    `<w:spacing${before === undefined ? '' : ` w:before="${before}"`} w:line="${line}" w:lineRule="exact"/>`,
    indent === undefined ? '' : `<w:ind w:firstLineChars="${indent}" w:firstLine="${twips(indent)}"/>`,
    leftChars === undefined ? '' : `<w:ind w:leftChars="${leftChars}" w:left="${twips(leftChars)}"/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
    '</w:pPr>',
  ].join('');
}

const MARK = /\{([^{}|]*)\|([^{}]*)\}/g;

/** Text with `{key|label}` marks as runs and controls. Ids are left out where the block repeats. */
export function runs(text: string, format: string, nextId: (() => number) | undefined): string {
  const run = (words: string): string => (words === '' ? '' : `<w:r>${format}${textElements(words)}</w:r>`);
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    pieces.push(run(text.slice(at, match.index)));
    pieces.push(
      openControl('text', match[1] ?? '', match[2] ?? '', nextId?.()),
      `<w:r>${format}<w:t xml:space="preserve"></w:t></w:r>`,
      CLOSE_CONTROL,
    );
    at = match.index + match[0].length;
  }
  pieces.push(run(text.slice(at)));
  return pieces.join('');
}

/** Where the text ends and the page of the imprint begins; `officialPage` gives it its page. */
export const SECTION_ENDS = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:sectPr/></w:pPr></w:p>';

export const officialBlocks = (blocks: readonly OfficialBlock[], nextId: () => number): string =>
  blocks.map((block) => officialBlock(block, nextId)).join('');

function officialBlock(block: OfficialBlock, nextId: () => number): string {
  if (block.kind === 'pageBreak') return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  if (block.kind === 'imprintPage') return SECTION_ENDS;
  if (block.kind === 'table') return officialTable(block, nextId);
  const look = LOOKS[block.kind];
  const repeats = block.each !== undefined;
  const paragraph = `<w:p>${paragraphFormat(look)}${runs(block.text, runFormat(look.font, look.size, look), repeats ? undefined : nextId)}</w:p>`;
  const role = block.each === undefined ? ('when' as const) : ('each' as const);
  const mark = block.each ?? block.when;
  return mark === undefined ? paragraph : openControl(role, mark.key, mark.label, nextId()) + paragraph + CLOSE_CONTROL;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');
/** A millimetre on either side leaves room for a number of a paper in one line. */
const MARGINS = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>';
/** 五号 in tables, 16 pt lines. */
const CELL_SIZE = 21;
const CELL_LINE = 320;

function cell(width: number, align: string, content: string, head: boolean): string {
  const tone = head ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : '';
  // Lines of the page's grid are those of the text; a table keeps its own.
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${tone}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${CELL_LINE}" w:lineRule="exact"/><w:jc w:val="${align}"/></w:pPr>${content}</w:p></w:tc>`;
}

function officialTable({ columns, each }: Extract<OfficialBlock, { kind: 'table' }>, nextId: () => number): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const grid = columns.map((column) => `<w:gridCol w:w="${column.width}"/>`).join('');
  const heads = columns
    .map((column) => cell(column.width, 'center', runs(column.head, runFormat('黑体', CELL_SIZE), undefined), true))
    .join('');
  const cells = columns
    .map((column) =>
      cell(column.width, column.align ?? 'center', runs(column.cell, runFormat(FANG, CELL_SIZE), undefined), false),
    )
    .join('');
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>${MARGINS}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads}</w:tr>`,
    openControl('each', each.key, each.label, nextId()),
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`,
    CLOSE_CONTROL,
    '</w:tbl>',
    // A table at the end of a part needs a paragraph behind it; a small one adds no page.
    '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>',
  ].join('');
}
