/**
 * The body as people read it: headings, paragraphs and tables in order, each figure of ours a run of its own. Texts
 * are the logical ones, so that offsets of findings hold; whoever shows them decides how they look.
 */
import type { WordFile } from '../contract.ts';
import { markOf } from '../control.ts';
import { readLogicalText } from '../text/logical.ts';
import { cellsOf, placeParagraphs, rowsOf } from '../text/paragraphs.ts';
import { readStyles, type StyleNames } from '../text/styles.ts';
import { attributeOf, childOf, scanXml, type XmlElement } from '../xml/scan.ts';
import { type PaperPart, paperPartOf } from './paper-part.ts';

/** A stretch of text, or a printed figure: its key and its place among equal keys, from 0. */
export type Run = string | { readonly slot: string; readonly occurrence: number; readonly text: string };

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** As places of findings count them. */
  readonly paragraph: number;
  /** 1 to 3, of a heading. */
  readonly level?: number;
  readonly align?: 'center' | 'right';
  /** Two characters, as body text is set. */
  readonly indented?: true;
  readonly newPage?: true;
  /** Of an official paper, what stands outside its running text. */
  readonly part?: PaperPart;
  readonly runs: readonly Run[];
}

export interface TableCell {
  readonly paragraphs: readonly { readonly paragraph: number; readonly runs: readonly Run[] }[];
  readonly span?: number;
  readonly align?: 'center' | 'right';
}

export interface TableBlock {
  readonly kind: 'table';
  /** Of its columns, in twentieths of a point, where the file says them. */
  readonly widths?: readonly number[];
  readonly rows: readonly { readonly head: boolean; readonly cells: readonly TableCell[] }[];
}

export type Block = ParagraphBlock | TableBlock;

/** Blocks of the body; empty paragraphs are left out unless they begin a page. */
export function readBlocks(file: WordFile): readonly Block[] {
  const [body] = file.parts;
  if (body === undefined) return [];
  const source = file.package.text(body.part);
  const root = scanXml(source);
  const content = childOf(root, 'w:body');
  if (content === undefined) return [];
  const numbers = new Map(placeParagraphs(source, root).map(({ element, paragraph }) => [element, paragraph]));
  return blocksOf(content, { source, styles: readStyles(file.package), numbers, seen: new Map() });
}

interface Reading {
  readonly source: string;
  readonly styles: StyleNames;
  readonly numbers: ReadonlyMap<XmlElement, number>;
  /** How often each key was met. */
  readonly seen: Map<string, number>;
}

function blocksOf(element: XmlElement, reading: Reading): readonly Block[] {
  return element.children.flatMap((child): readonly Block[] => {
    if (child.name === 'w:p') return paragraphOf(child, reading);
    if (child.name === 'w:tbl') return [tableOf(child, reading)];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? blocksOf(child, reading) : [];
  });
}

const value = (source: string, element: XmlElement | undefined, name = 'val'): string | undefined =>
  element === undefined ? undefined : attributeOf(source, element, name);

const ALIGN: Readonly<Record<string, 'center' | 'right'>> = { center: 'center', right: 'right', end: 'right' };

/** Deeper headings read like the third. */
const LEVELS = 3;

function paragraphOf(element: XmlElement, reading: Reading): readonly ParagraphBlock[] {
  const { source, styles } = reading;
  const properties = childOf(element, 'w:pPr');
  const runs = runsOf(element, reading);
  const newPage = childOf(properties, 'w:pageBreakBefore') !== undefined;
  if (runs.every((run) => typeof run === 'string' && run.trim() === '') && !newPage) return [];
  const outline =
    value(source, childOf(properties, 'w:outlineLvl')) ??
    styles.get(value(source, childOf(properties, 'w:pStyle')) ?? '')?.outline?.toString();
  const align = ALIGN[value(source, childOf(properties, 'w:jc')) ?? ''];
  const part = outline === undefined ? paperPartOf(source, element) : undefined;
  const indented = value(source, childOf(properties, 'w:ind'), 'firstLineChars') !== undefined;
  return [
    {
      kind: 'paragraph',
      paragraph: reading.numbers.get(element) ?? -1,
      ...(outline === undefined ? {} : { level: Math.min(LEVELS, Number(outline) + 1) }),
      ...(align === undefined ? {} : { align }),
      ...(indented && outline === undefined ? { indented } : {}),
      ...(newPage ? { newPage } : {}),
      ...(part === undefined ? {} : { part }),
      runs,
    },
  ];
}

/** Logical text with the figures apart; nested controls count once, by the outer one. */
function runsOf(element: XmlElement, { source, seen }: Reading): readonly Run[] {
  const { text, controls } = readLogicalText(source, element);
  const figures = controls.flatMap(({ control, start, end }) => {
    const mark = markOf(source, control);
    return mark?.role === 'text' ? [{ key: mark.key, start, end }] : [];
  });
  figures.sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let at = 0;
  for (const { key, start, end } of figures) {
    if (start < at) continue;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    if (start > at) runs.push(text.slice(at, start));
    runs.push({ slot: key, occurrence, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) runs.push(text.slice(at));
  return runs;
}

function tableOf(element: XmlElement, reading: Reading): TableBlock {
  const { source } = reading;
  const rows = rowsOf(element).map((row) => ({
    head: childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined,
    cells: cellsOf(row).map((cell): TableCell => {
      const span = value(source, childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan'));
      const paragraphs = cell.children.filter(({ name }) => name === 'w:p');
      const align = ALIGN[value(source, childOf(childOf(paragraphs[0], 'w:pPr'), 'w:jc')) ?? ''];
      return {
        paragraphs: paragraphs.map((each) => ({
          paragraph: reading.numbers.get(each) ?? -1,
          runs: runsOf(each, reading),
        })),
        ...(span === undefined ? {} : { span: Number(span) }),
        ...(align === undefined ? {} : { align }),
      };
    }),
  }));
  const widths = (childOf(element, 'w:tblGrid')?.children ?? []).map((column) =>
    Number(value(source, column, 'w') ?? 0),
  );
  return { kind: 'table', ...(widths.length > 0 && widths.every((width) => width > 0) ? { widths } : {}), rows };
}
