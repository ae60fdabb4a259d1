/** The decisions of a template carried out: a file that asks for its figures, as `luzhi bind` would write it. */
import { attachData, type BoundPlace, type BoundRow, bindPlaces } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { TemplateData } from '../contract.ts';
import { compileExpressions } from '../expressions.ts';
import type { Blank, Decision } from './contract.ts';

interface Decided {
  readonly blank: Blank;
  readonly decision: Decision;
}

export interface BoundByHand {
  readonly bytes: Uint8Array;
  /** Blanks that take a figure, as the desk counts them; words of a row that repeats are none. */
  readonly slots: number;
  /** Expressions that do not resolve, and places that could not be bound. */
  readonly findings: readonly Finding[];
}

/** Slots are numbered in reading order, so that the same decisions always give the same file. */
export function bindDecisions(
  plain: { readonly file: string; readonly bytes: Uint8Array },
  name: string,
  decided: readonly Decided[],
  scheme: Scheme,
): BoundByHand {
  const slots: TemplateData['slots'][number][] = [];
  const blocks: TemplateData['blocks'][number][] = [];
  const nextKey = (): string => `s${String(slots.length + 1).padStart(3, '0')}`;
  const places: BoundPlace[] = [];
  for (const { blank, decision } of decided) {
    const { paragraph, start, end, text, row } = blank;
    if (row !== undefined || decision.as === 'leave') continue;
    const at = { paragraph, start, end, text };
    if (decision.as === 'words') {
      places.push({ ...at, words: decision.words });
      continue;
    }
    const { value, format, label } = decision;
    const key = nextKey();
    slots.push({ key, label, value, format });
    places.push({ ...at, key, label });
  }
  const rows = rowsOf(decided).map((cells): BoundRow => {
    const block = `b${String(blocks.length + 1).padStart(2, '0')}`;
    const label = '各县（市、区）';
    blocks.push({ key: block, label, each: 'counties' });
    const [first] = cells;
    const { table = 0, row = 0, through = 0 } = first?.blank.row ?? {};
    const bound = cells.map(({ blank, decision }) => {
      const key = nextKey();
      const said = decision.as === 'figure' ? decision : asFigure(blank, decision);
      slots.push({ key, label: said.label, value: said.value, format: said.format, in: block });
      return { key, label: said.label };
    });
    return { key: block, label, table, row, through, cells: bound };
  });
  const data: TemplateData = { template: name, scheme: scheme.code, version: scheme.version, slots, blocks };
  const { findings } = compileExpressions(data, scheme);
  const bound = bindPlaces(plain.bytes, { places, rows }, plain.file);
  return {
    bytes: attachData(bound.bytes, JSON.stringify(data), plain.file),
    slots: decided.filter(({ decision }) => decision.as === 'figure').length,
    findings: [...findings, ...bound.findings],
  };
}

/** Rows that hold a figure at all, each with its cells from left to right; a row is bound when every cell was decided. */
function rowsOf(decided: readonly Decided[]): readonly (readonly Decided[])[] {
  const cells = decided.filter(({ blank }) => blank.row !== undefined);
  const rows = [...Map.groupBy(cells, ({ blank: { row } }) => `${row?.table} ${row?.row}`).values()];
  return rows
    .filter((all) => all.some(({ decision }) => decision.as === 'figure'))
    .map((all) => all.toSorted((a, b) => (a.blank.row?.cell ?? 0) - (b.blank.row?.cell ?? 0)));
}

/** Words in a row that repeats are the same in each. */
const asFigure = ({ text }: Blank, decision: Exclude<Decision, { as: 'figure' }>) => {
  const words = decision.as === 'words' ? decision.words : text;
  return { value: `"${words.replaceAll('"', '')}"`, format: '文字', label: words };
};
