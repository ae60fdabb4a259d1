/**
 * Reads a bindings file and turns it into what the Word engine binds: every braced blank gets a key in reading order
 * (`s001`), every condition and repetition a key of its own (`b01`), and the expressions go into the template's data.
 */
import { Value } from 'typebox/value';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { OfficialBlock, WordBinding } from '../engines/word/index.ts';
import { type BindingFile, BindingFile as BindingShape, type TemplateData } from './contract.ts';
import { DEFAULT_FORMAT } from './format.ts';
import { type BindingsFault, ReportProblem } from './problems.ts';

/** A bindings file is prose with some hundred entries; larger is not one. */
const FILE_LIMIT = 2_000_000;

/** Throws `report.bindingsUnreadable` with the first fault and its place. */
export function parseBindings(text: string, file: string): BindingFile {
  const refuse = (fault: BindingsFault, at: string): Error => ReportProblem.bindingsUnreadable({ fault, at }, { file });
  if (text.length > FILE_LIMIT) throw refuse('long', String(text.length));
  let read: unknown;
  try {
    read = parseYaml(text, { maxAliasCount: 0 });
  } catch (error) {
    throw refuse('yaml', error instanceof YAMLParseError ? String(error.linePos?.[0].line ?? '') : '');
  }
  if (Value.Check(BindingShape, read)) return read;
  const [first] = Value.Errors(BindingShape, read);
  const place = (key = ''): string => `${first?.instancePath ?? ''}/${key}`.replace(/^\/|\/$/g, '');
  if (first?.keyword === 'required') throw refuse('missing', place(first.params.requiredProperties[0]));
  // A key the shape does not have is held against one that nothing fits.
  throw refuse(first?.keyword === 'boolean' ? 'unknown' : 'shape', place());
}

export interface Plan {
  readonly word: WordBinding;
  readonly data: Omit<TemplateData, 'version'>;
}

interface Fill {
  readonly value: string;
  readonly format: string;
  readonly label: string;
}

/** `expression | format | label` */
function parseFill(text: string): Fill {
  const [value = '', format = DEFAULT_FORMAT, label] = text.split(' | ').map((part) => part.trim());
  return { value, format: format === '' ? DEFAULT_FORMAT : format, label: label ?? value };
}

/** Gives out keys in order and keeps what each stands for. */
class Keys {
  readonly slots: TemplateData['slots'][number][] = [];
  readonly blocks: TemplateData['blocks'][number][] = [];

  /** `within` is the repetition the slot stands in. */
  slot(fill: Fill, within?: string): { key: string; label: string } {
    const key = `s${String(this.slots.length + 1).padStart(3, '0')}`;
    this.slots.push({ key, ...fill, ...(within === undefined ? {} : { in: within }) });
    return { key, label: fill.label };
  }

  block(label: string, of: { when: string } | { each: string }): { key: string; label: string } {
    const key = `b${String(this.blocks.length + 1).padStart(2, '0')}`;
    this.blocks.push({ key, label, ...of });
    return { key, label };
  }
}

const BRACED = /\{([^{}]*)\}/g;

export function planBindings(file: BindingFile): Plan {
  const keys = new Keys();
  const slots = (file.slots ?? []).flatMap((entry) =>
    bindText(entry.at, [entry.fill].flat(), keys, entry.all ?? false),
  );
  const rows = (file.rows ?? []).map((row) => {
    const block = keys.block(row.label, { each: row.each });
    return {
      ...block,
      table: row.table - 1,
      row: row.row - 1,
      ...(row.through === undefined ? {} : { through: row.through - 1 }),
      cells: row.cells.map((cell) => keys.slot(parseFill(cell), block.key)),
      ...(row.heads === undefined ? {} : { heads: row.heads }),
      foot: (row.foot ?? []).map((foot) => footRow(foot, keys)),
      ...(row.after === undefined ? {} : { after: row.after }),
      ...(row.caption === undefined ? {} : { caption: marked(row.caption, keys) }),
      ...(row.note === undefined ? {} : { note: marked(row.note, keys) }),
    };
  });
  const blocks = (file.blocks ?? []).map((block) => ({
    ...blockKey(block.label, block.when, block.each, keys),
    from: block.from,
    ...(block.to === undefined ? {} : { to: block.to }),
  }));
  const insert = (file.insert ?? []).map((each) => ({
    ...(each.before === undefined ? {} : { before: each.before }),
    ...(each.after === undefined ? {} : { after: each.after }),
    content: each.content.map((block) => officialBlock(block, keys)),
  }));
  return {
    word: {
      ...(file.punctuation === undefined ? {} : { punctuation: file.punctuation }),
      ...(file.dropPictures === undefined ? {} : { dropPictures: file.dropPictures }),
      ...(file.officialPage === undefined ? {} : { officialPage: file.officialPage }),
      edits: file.edits ?? [],
      ...(file.drop === undefined ? {} : { drop: file.drop }),
      ...(file.breaks === undefined ? {} : { breaks: file.breaks }),
      slots,
      blocks,
      places: (file.places ?? []).map(({ place, from, to }) => ({ place, from, ...(to === undefined ? {} : { to }) })),
      rows,
      insert,
    },
    data: { template: file.template, scheme: file.scheme, slots: keys.slots, blocks: keys.blocks },
  };
}

type FootRow = NonNullable<NonNullable<BindingFile['rows']>[number]['foot']>[number];

function footRow({ cells, each, label }: FootRow, keys: Keys) {
  const block = each === undefined ? undefined : keys.block(label ?? each, { each });
  return {
    cells: cells.map((cell) => marked(cell, keys, block?.key)),
    ...(block === undefined ? {} : { each: block }),
  };
}

function blockKey(
  label: string,
  when: string | undefined,
  each: string | undefined,
  keys: Keys,
): { key: string; label: string; kind: 'when' | 'each' } {
  if (when !== undefined) return { ...keys.block(label, { when }), kind: 'when' };
  return { ...keys.block(label, { each: each ?? '' }), kind: 'each' };
}

/** `教育督导管理干部{XX}人` with one fill => one slot at the braces, found by the whole text. */
function bindText(at: string, fills: readonly string[], keys: Keys, all: boolean): WordBinding['slots'][number][] {
  const find = at.replace(BRACED, '$1');
  const blanks = [...at.matchAll(BRACED)];
  if (blanks.length !== fills.length) throw ReportProblem.fillCount({ at, blanks: blanks.length, fills: fills.length });
  return blanks.map((blank, index) => ({
    ...keys.slot(parseFill(fills[index] ?? '')),
    find,
    slot: blank[1] ?? '',
    // Each brace before this one took two characters that the text does not have.
    offset: blank.index - 2 * index,
    all,
  }));
}

/** Marks in inserted text hold the fill itself: `全市共有{kindergartens | 所 | 幼儿园数}所`. */
const marked = (text: string, keys: Keys, within?: string): string =>
  text.replace(BRACED, (_, fill: string) => {
    const { key, label } = keys.slot(parseFill(fill), within);
    return `{${key}|${label}}`;
  });

type InsertBlock = NonNullable<BindingFile['insert']>[number]['content'][number];

function officialBlock(block: InsertBlock, keys: Keys): OfficialBlock {
  if (block.kind === 'pageBreak' || block.kind === 'imprintPage') return { kind: block.kind };
  const each = block.each === undefined ? undefined : keys.block(block.label ?? block.each, { each: block.each });
  if (block.kind === 'table') {
    const columns = (block.columns ?? []).map((column) => ({ ...column, cell: marked(column.cell, keys, each?.key) }));
    if (each === undefined) throw ReportProblem.tableWithoutRows({ heads: columns.map((column) => column.head) });
    return { kind: 'table', columns, each, ...(block.landscape === undefined ? {} : { landscape: block.landscape }) };
  }
  const when = block.when === undefined ? undefined : keys.block(block.label ?? block.when, { when: block.when });
  return {
    kind: block.kind as Exclude<OfficialBlock['kind'], 'table' | 'pageBreak' | 'imprintPage'>,
    text: marked(block.text ?? '', keys, each?.key),
    ...(when === undefined ? {} : { when }),
    ...(each === undefined ? {} : { each }),
  };
}
