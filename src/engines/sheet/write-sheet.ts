/** One worksheet. The order of its elements is the schema's: Excel repairs (that is, damages) a file in any other. */
import { columnLetters, printAddress } from './address.ts';
import type { CellPlan, SheetPlan } from './contract.ts';
import { markup, writeEscapes } from './escapes.ts';
import { CELL_TEXT } from './limits.ts';
import { plainDecimal } from './plain-decimal.ts';
import { SheetProblem } from './problem.ts';
import type { StyleBook } from './write-styles.ts';
import { validationXml } from './write-validation.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What spreadsheets and CSV readers take for the start of a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/** `choices` puts a long list somewhere and gives the reference to it. */
export function sheetXml(
  plan: SheetPlan,
  styles: StyleBook,
  first: boolean,
  choices: (list: readonly string[]) => string,
): string {
  const { widths, merges = [], validations = [], frozenRows = 0 } = plan;
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    '<sheetData>',
    ...plan.rows.map((cells, index) => rowXml(cells, index + 1, plan.name, styles)),
    '</sheetData>',
    plan.protected === true ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>' : '',
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${markup(ref)}"/>`).join('')}</mergeCells>`,
    validations.length === 0
      ? ''
      : `<dataValidations count="${validations.length}">${validations.map(({ range, rule }) => validationXml(range, rule, choices)).join('')}</dataValidations>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

function rowXml(cells: readonly (CellPlan | undefined)[], row: number, sheet: string, styles: StyleBook): string {
  let inside = '';
  cells.forEach((cell, index) => {
    if (cell !== undefined) inside += cellXml(cell, printAddress({ row, column: index + 1 }), sheet, styles);
  });
  return inside === '' ? '' : `<row r="${row}">${inside}</row>`;
}

function cellXml({ content, look }: CellPlan, address: string, sheet: string, styles: StyleBook): string {
  const number = content.kind === 'text' ? {} : content;
  const quoted = content.kind === 'text' && LIKE_A_FORMULA.test(content.text);
  const head = `<c r="${address}" s="${styles.id(look, number, quoted)}"`;
  switch (content.kind) {
    case 'empty':
      return `${head}/>`;
    case 'text': {
      if (content.text.length > CELL_TEXT) throw SheetProblem.textTooLong({ sheet, cell: address, limit: CELL_TEXT });
      if (content.text === '') return `${head}/>`;
      return `${head} t="inlineStr"><is><t xml:space="preserve">${writeEscapes(content.text)}</t></is></c>`;
    }
    case 'number':
      return `${head}><v>${exactNumber(content.text)}</v></c>`;
    case 'formula': {
      const formula = `<f>${markup(content.formula)}</f>`;
      if (content.cached === undefined) return `${head}>${formula}</c>`;
      return plainDecimal(content.cached) === undefined
        ? `${head} t="str">${formula}<v>${writeEscapes(content.cached)}</v></c>`
        : `${head}>${formula}<v>${content.cached}</v></c>`;
    }
  }
}

/** Throws a plain error for what is no decimal: whoever plans a sheet has parsed its numbers. */
function exactNumber(text: string): string {
  const plain = plainDecimal(text);
  if (plain === undefined) throw new Error(`not a decimal: ${text}`);
  return plain;
}

/** `'选项'!$A$1:$A$12`. */
export const columnReference = (sheet: string, column: number, rows: number): string =>
  `'${sheet.replaceAll("'", "''")}'!$${columnLetters(column)}$1:$${columnLetters(column)}$${rows}`;
