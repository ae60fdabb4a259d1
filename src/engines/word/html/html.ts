/**
 * An HTML reading copy of the body: headings, paragraphs, tables, each figure a button. Semantic, escaped, without
 * script or style: the page around it is another's.
 */
import type { WordFile } from '../contract.ts';
import { markOf } from '../control.ts';
import { readLogicalText } from '../text/logical.ts';
import { cellsOf, rowsOf } from '../text/paragraphs.ts';
import { readStyles, type StyleNames } from '../text/styles.ts';
import { attributeOf, childOf, encodeXml, scanXml, type XmlElement } from '../xml/scan.ts';

export interface HtmlOptions {
  /** Attributes of a figure's button; undefined leaves it plain text. */
  figure(key: string, occurrence: number, text: string): Readonly<Record<string, string>> | undefined;
}

export function toHtml(file: WordFile, options: HtmlOptions): string {
  const [body] = file.parts;
  if (body === undefined) return '';
  const source = file.package.text(body.part);
  const seen = new Map<string, number>();
  const writer: Writer = {
    source,
    styles: readStyles(file.package),
    figure(key, text) {
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      return options.figure(key, occurrence, text);
    },
  };
  const content = childOf(scanXml(source), 'w:body');
  return content === undefined ? '' : blocks(content, writer);
}

interface Writer {
  readonly source: string;
  readonly styles: StyleNames;
  figure(key: string, text: string): Readonly<Record<string, string>> | undefined;
}

function blocks(element: XmlElement, writer: Writer): string {
  return element.children
    .map((child) => {
      if (child.name === 'w:p') return paragraph(child, writer);
      if (child.name === 'w:tbl') return table(child, writer);
      return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? blocks(child, writer) : '';
    })
    .join('');
}

const value = (source: string, element: XmlElement | undefined, name = 'val'): string | undefined =>
  element === undefined ? undefined : attributeOf(source, element, name);

const ALIGN: Readonly<Record<string, string>> = { center: 'center', right: 'right', end: 'right' };

function paragraph(element: XmlElement, writer: Writer): string {
  const { source, styles } = writer;
  const properties = childOf(element, 'w:pPr');
  const content = inline(element, writer);
  const broken = childOf(properties, 'w:pageBreakBefore') === undefined ? '' : '<hr class="page">';
  if (content.trim() === '') return broken;
  const outline =
    value(source, childOf(properties, 'w:outlineLvl')) ??
    styles.get(value(source, childOf(properties, 'w:pStyle')) ?? '')?.outline?.toString();
  const level = outline === undefined ? undefined : Math.min(3, Number(outline) + 1);
  const align = ALIGN[value(source, childOf(properties, 'w:jc')) ?? ''];
  const indented = value(source, childOf(properties, 'w:ind'), 'firstLineChars') !== undefined;
  const classes = [
    align === undefined ? '' : `align-${align}`,
    indented && level === undefined ? 'indented' : '',
  ].filter((name) => name !== '');
  const attributes = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const tag = level === undefined ? 'p' : `h${level}`;
  return `${broken}<${tag}${attributes}>${content}</${tag}>\n`;
}

/** Logical text with the figures marked; nested controls count once, by the outer one. */
function inline(element: XmlElement, writer: Writer): string {
  const { text, controls } = readLogicalText(writer.source, element);
  const figures = controls.flatMap(({ control, start, end }) => {
    const mark = markOf(writer.source, control);
    return mark?.role === 'text' ? [{ key: mark.key, start, end }] : [];
  });
  figures.sort((a, b) => a.start - b.start);
  let at = 0;
  let html = '';
  for (const { key, start, end } of figures) {
    if (start < at) continue;
    const words = text.slice(start, end);
    const attributes = writer.figure(key, words);
    html += encodeXml(text.slice(at, start));
    html +=
      attributes === undefined
        ? encodeXml(words)
        : `<button type="button"${Object.entries(attributes)
            .map(([name, content]) => ` ${name}="${encodeXml(content)}"`)
            .join('')}>${encodeXml(words)}</button>`;
    at = end;
  }
  return (html + encodeXml(text.slice(at))).replaceAll('\n', '<br>');
}

function table(element: XmlElement, writer: Writer): string {
  const rows = rowsOf(element).map((row) => {
    const head = childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined;
    const cells = cellsOf(row).map((cell) => {
      const span = value(writer.source, childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'));
      const content = cell.children
        .filter(({ name }) => name === 'w:p')
        .map((each) => inline(each, writer))
        .join('<br>');
      const tag = head ? 'th' : 'td';
      const align = ALIGN[value(writer.source, childOf(childOf(childOf(cell, 'w:p'), 'w:pPr'), 'w:jc')) ?? ''];
      return `<${tag}${head ? ' scope="col"' : ''}${span === undefined ? '' : ` colspan="${encodeXml(span)}"`}${align === undefined ? '' : ` class="align-${align}"`}>${content}</${tag}>`;
    });
    return { head, html: `<tr>${cells.join('')}</tr>` };
  });
  const heads = rows.filter(({ head }) => head).map(({ html }) => html);
  const body = rows.filter(({ head }) => !head).map(({ html }) => html);
  return `<div class="table"><table>${heads.length === 0 ? '' : `<thead>${heads.join('')}</thead>`}<tbody>${body.join('')}</tbody></table></div>\n`;
}
