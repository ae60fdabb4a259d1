/** How the cells of a form look. Formats are numbered as they are first asked for, so a file holds only what it uses. */
import type { CellLook } from './contract.ts';

interface Look {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly alignment: string;
}

const LOOKS: Readonly<Record<CellLook, Look>> = {
  title: { font: 1, fill: 0, border: 0, alignment: 'horizontal="center" vertical="center"' },
  note: { font: 2, fill: 0, border: 0, alignment: 'vertical="top" wrapText="1"' },
  head: { font: 3, fill: 2, border: 1, alignment: 'horizontal="center" vertical="center" wrapText="1"' },
  label: { font: 0, fill: 0, border: 1, alignment: 'vertical="center" wrapText="1"' },
  fixed: { font: 0, fill: 3, border: 1, alignment: 'vertical="center"' },
  input: { font: 0, fill: 4, border: 1, alignment: 'vertical="center"' },
  computed: { font: 0, fill: 5, border: 1, alignment: 'vertical="center"' },
};

const FONT = '<name val="宋体"/><family val="3"/><charset val="134"/>';
const FONTS = [
  `<font><sz val="11"/><color rgb="FF000000"/>${FONT}</font>`,
  `<font><b/><sz val="16"/><color rgb="FF000000"/>${FONT}</font>`,
  `<font><sz val="10"/><color rgb="FF595959"/>${FONT}</font>`,
  `<font><b/><sz val="11"/><color rgb="FF000000"/>${FONT}</font>`,
];
const solid = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
// The first two are Excel's own and cannot be changed.
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('D9E2F3'),
  solid('F2F2F2'),
  solid('FFF8DC'),
  solid('EAF3E6'),
];
const EDGE = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFA6A6A6"/></${side}>`)
  .join('');
const BORDERS = ['<border><left/><right/><top/><bottom/><diagonal/></border>', `<border>${EDGE}<diagonal/></border>`];
/** First id that is free for formats of one's own. */
const CUSTOM_FORMAT = 164;

export interface NumberLook {
  readonly decimals?: number;
  readonly percent?: boolean;
}

/** `#,##0.00`, `0.00%`, or General when no decimals are asked for. */
function formatCode({ decimals, percent = false }: NumberLook): string {
  if (decimals === undefined && !percent) return 'General';
  const places = Math.min(Math.max(decimals ?? 2, 0), 15);
  return `${percent ? '0' : '#,##0'}${places === 0 ? '' : `.${'0'.repeat(places)}`}${percent ? '%' : ''}`;
}

export class StyleBook {
  readonly #formats = new Map<string, number>([['General', 0]]);
  readonly #asked = new Map<string, number>();
  readonly #cells = new Map<string, number>([['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', 0]]);

  /** The number a cell names its style by. `quoted` keeps a text that looks like a formula from being taken for one. */
  id(look: CellLook, number: NumberLook, quoted: boolean): number {
    // Asked once a cell, with a handful of answers: the long text is put together once an answer.
    const asked = `${look} ${number.decimals ?? ''} ${number.percent ?? ''} ${quoted}`;
    const known = this.#asked.get(asked) ?? this.#newId(look, number, quoted);
    this.#asked.set(asked, known);
    return known;
  }

  #newId(look: CellLook, number: NumberLook, quoted: boolean): number {
    const code = formatCode(number);
    const format = this.#formats.get(code) ?? CUSTOM_FORMAT + this.#formats.size - 1;
    this.#formats.set(code, format);
    const { font, fill, border, alignment } = LOOKS[look];
    const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment ${alignment}/><protection locked="${look === 'input' ? 0 : 1}"/></xf>`;
    const id = this.#cells.get(xf) ?? this.#cells.size;
    this.#cells.set(xf, id);
    return id;
  }

  print(): string {
    const list = (tag: string, rows: readonly string[]): string =>
      rows.length === 0 ? '' : `<${tag} count="${rows.length}">${rows.join('')}</${tag}>`;
    const formats = [...this.#formats].filter(([, id]) => id >= CUSTOM_FORMAT);
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      list(
        'numFmts',
        formats.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
      ),
      list('fonts', FONTS),
      list('fills', FILLS),
      list('borders', BORDERS),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list('cellXfs', [...this.#cells.keys()]),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      '</styleSheet>',
    ].join('');
  }
}
