/** XF-6: points that do not add up, in a sentence (「得分89.71分，其中…分别得分11.32分、29.58分…」) and in a table of scores. */
import { interval, type NumberMention, overlaps, sumInterval } from '../../../engines/prose/index.ts';
import { add, decimal, equal, parseDecimal, printDecimal, type Rational, ZERO } from '../../../kernel/index.ts';
import { finding, type LintParagraph, perParagraph, type Rule, type Told, within } from '../document.ts';
import { type Cell, type Table, tablesOf } from '../tables.ts';
import { shown } from './printed.ts';

const TOTAL = /(?:得分|总分|评分)(?:为|达|：)?$/;
const PARTS = /其中[^；。]*(?:分别(?:得分|为|是)?|得分)(?:为)?$/;

export const statedPoints: Rule = perParagraph((paragraph) =>
  paragraph.inTable
    ? []
    : paragraph.sentences.flatMap((sentence) => {
        const points = within(paragraph.numbers, sentence).filter(({ unit }) => unit === '分');
        return points.flatMap((total, index) => {
          if (!TOTAL.test(paragraph.text.slice(sentence.start, total.start))) return [];
          const parts = listedFrom(points.slice(index + 1), total.end, paragraph);
          if (parts.length < 2 || overlaps(sumInterval(parts.map(interval)), interval(total))) return [];
          return [
            finding('XF-6', paragraph, total, {
              total: shown(total),
              parts: parts.map(shown).join('、'),
              sum: `${printDecimal(
                parts.reduce((sum, { value }) => add(sum, value), ZERO),
                2,
              )}分`,
            }),
          ];
        });
      }),
);

/** The list 「11.32分、29.58分」 that 其中 opens behind the total; one interrupted by words is another statement. */
function listedFrom(points: readonly NumberMention[], from: number, { text }: LintParagraph): readonly NumberMention[] {
  const [first] = points;
  if (first === undefined || !PARTS.test(text.slice(from, first.start))) return [];
  const end = points.findIndex((point, index) => {
    const before = points[index - 1];
    return before !== undefined && !/^[、和及]$/.test(text.slice(before.end, point.start));
  });
  return points.slice(0, end === -1 ? undefined : end);
}

const CODE = /^[A-Z]\d*(?:\.\d+)*$/;

/** Every branch of a table of scores is the sum of what stands right below it in the tree its codes tell. */
export const tabledPoints: Rule = (document) =>
  tablesOf(document).flatMap((table) => {
    const code = table.heads.findIndex((head) => /^(?:指标|代码|编号|序号)/.test(head));
    if (code === -1) return [];
    return table.heads.flatMap((head, column) =>
      /^(?:得分|分值|自评得分)/.test(head) ? branches(table, code, column) : [],
    );
  });

interface Row {
  readonly code: string;
  readonly points: Rational | undefined;
  readonly cell: Cell;
}

function branches({ rows }: Table, codeColumn: number, column: number): readonly Told[] {
  const coded = rows.flatMap((row): Row[] => {
    const [code, cell] = [row.get(codeColumn)?.text.trim() ?? '', row.get(column)];
    return CODE.test(code) && cell !== undefined ? [{ code, points: parseDecimal(cell.text.trim()), cell }] : [];
  });
  const known = new Set(coded.map(({ code }) => code));
  const below = Map.groupBy(coded, ({ code }) => parentOf(code, known));
  return coded.flatMap(({ code, points, cell }) => {
    const parts = below.get(code) ?? [];
    const sum = parts.reduce<Rational | undefined>(
      (total, part) => total && part.points && add(total, part.points),
      decimal('0'),
    );
    if (parts.length === 0 || points === undefined || sum === undefined || equal(sum, points)) return [];
    const data = {
      total: `${code} ${cell.text.trim()}分`,
      parts: parts.map((part) => `${part.code} ${part.cell.text.trim()}`).join('、'),
      sum: `${printDecimal(sum, 2)}分`,
    };
    return [finding('XF-6', cell.paragraph, { start: 0, end: cell.paragraph.text.length }, data)];
  });
}

const above = (code: string): string => code.replace(/\.?\d+$|^[A-Z]$/, '');

/** `A1.2` is below `A1`, `A1` below `A`: the longest code before it that the table has. */
function parentOf(code: string, known: ReadonlySet<string>): string {
  for (let cut = above(code); cut !== ''; cut = above(cut)) if (known.has(cut)) return cut;
  return '';
}
