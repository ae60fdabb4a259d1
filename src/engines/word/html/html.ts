/**
 * An HTML reading copy of the body: headings, paragraphs, tables, each figure a button that flows with the text (a
 * `button` element never breaks over a line). Semantic, escaped, without script or style: the page around it is another's.
 */
import { type Block, type ParagraphBlock, type Run, readBlocks, type TableBlock } from '../blocks/blocks.ts';
import type { WordFile } from '../contract.ts';
import { encodeXml } from '../xml/scan.ts';

export interface HtmlOptions {
  /** Attributes of a figure's button; undefined leaves it plain text. */
  figure(key: string, occurrence: number, text: string): Readonly<Record<string, string>> | undefined;
}

export const toHtml = (file: WordFile, options: HtmlOptions): string =>
  readBlocks(file)
    .map((block) => htmlOf(block, options))
    .join('');

const htmlOf = (block: Block, options: HtmlOptions): string =>
  block.kind === 'table' ? table(block, options) : paragraph(block, options);

function paragraph({ runs, level, align, indented, newPage, part }: ParagraphBlock, options: HtmlOptions): string {
  const broken = newPage === undefined ? '' : '<hr class="page">';
  const content = inline(runs, options);
  if (content.trim() === '') return broken;
  const classes = [
    part ?? '',
    align === undefined ? '' : `align-${align}`,
    indented === true && level === undefined ? 'indented' : '',
  ].filter((name) => name !== '');
  const attributes = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const tag = level === undefined ? 'p' : `h${level}`;
  return `${broken}<${tag}${attributes}>${part === undefined ? content : parted(content)}</${tag}>\n`;
}

/** What a tab parts: left and right of the line. */
const parted = (content: string): string =>
  content.includes('\t')
    ? content
        .split('\t')
        .map((side) => `<span>${side}</span>`)
        .join('')
    : content;

const inline = (runs: readonly Run[], options: HtmlOptions): string =>
  runs
    .map((run) => (typeof run === 'string' ? encodeXml(run) : figure(run, options)))
    .join('')
    .replaceAll('\n', '<br>');

function figure({ slot, occurrence, text }: Exclude<Run, string>, options: HtmlOptions): string {
  const attributes = options.figure(slot, occurrence, text);
  if (attributes === undefined) return encodeXml(text);
  const written = Object.entries(attributes).map(([name, content]) => ` ${name}="${encodeXml(content)}"`);
  return `<span role="button" tabindex="0"${written.join('')}>${encodeXml(text)}</span>`;
}

/** A number, a code or a date, which is read in one piece: `A1.1-01` does not break at its hyphen. */
const isWhole = ({ runs }: TableBlock['rows'][number]['cells'][number]['paragraphs'][number]): boolean =>
  /^[!-~]+$/.test(runs.map((run) => (typeof run === 'string' ? run : run.text)).join(''));

function table({ widths, rows }: TableBlock, options: HtmlOptions): string {
  const written = rows.map(({ head, cells }) => {
    const tag = head ? 'th' : 'td';
    const inside = cells.map(({ paragraphs, span, align }) => {
      const content = paragraphs.map(({ runs }) => inline(runs, options)).join('<br>');
      const classes = [align === undefined ? '' : `align-${align}`, paragraphs.every(isWhole) ? 'whole' : '']
        .filter((name) => name !== '')
        .join(' ');
      return `<${tag}${head ? ' scope="col"' : ''}${span === undefined ? '' : ` colspan="${span}"`}${classes === '' ? '' : ` class="${classes}"`}>${content}</${tag}>`;
    });
    return { head, html: `<tr>${inside.join('')}</tr>` };
  });
  const heads = written.filter(({ head }) => head).map(({ html }) => html);
  const body = written.filter(({ head }) => !head).map(({ html }) => html);
  return `<div class="table"><table>${columns(widths ?? [])}${heads.length === 0 ? '' : `<thead>${heads.join('')}</thead>`}<tbody>${body.join('')}</tbody></table></div>\n`;
}

function columns(widths: readonly number[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const each = widths.map((width) => `<col style="width:${Math.round((width * 100) / whole)}%">`);
  return each.length === 0 ? '' : `<colgroup>${each.join('')}</colgroup>`;
}
