/** Headings that skip, repeat or break the order 一、 （一） 1. （1） (reference 9.2). */
import type { HeadingMark } from '../../../engines/prose/index.ts';
import { finding, type LintParagraph, type Rule, type Told } from '../document.ts';

const WORDS = ['', '一级标题', '二级标题', '三级标题', '四级标题'] as const;

interface Open {
  number: number;
  written: string;
}

export const numbering: Rule = ({ paragraphs }) => {
  const found: Told[] = [];
  const open: (Open | undefined)[] = [undefined, undefined, undefined, undefined, undefined];
  for (const paragraph of paragraphs) {
    const attachment = /^附件[：:\s]*(1\.)?/.exec(paragraph.text.trim());
    // 「附件：1.…」 opens a list of its own, whose first number stands behind the word.
    if (attachment !== null) open.fill(undefined);
    if (attachment?.[1] !== undefined) open[3] = { number: 1, written: '1.' };
    if (paragraph.inTable) continue;
    for (const mark of paragraph.marks) found.push(...step(open, mark, paragraph));
  }
  return [...found, ...forms(paragraphs)];
};

/** One hint a level for the whole document: a wrong form is a habit, not an accident. */
function forms(paragraphs: readonly LintParagraph[]): readonly Told[] {
  const wrong = paragraphs.flatMap((paragraph) =>
    paragraph.marks.flatMap((mark) => {
      const right = formFault(mark);
      return right === undefined ? [] : [{ paragraph, mark, right }];
    }),
  );
  return [...Map.groupBy(wrong, ({ mark }) => mark.level).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          finding('report.numbering.form', first.paragraph, first.mark, {
            written: first.mark.written,
            right: first.right,
            count: others.length + 1,
          }),
        ],
  );
}

function step(open: (Open | undefined)[], mark: HeadingMark, paragraph: LintParagraph): readonly Told[] {
  const last = open[mark.level];
  const expected = (last?.number ?? 0) + 1;
  open[mark.level] = { number: mark.number, written: mark.written };
  open.fill(undefined, mark.level + 1);
  const found: Told[] = [];
  // A list may begin anew inside one section (1. 2. … 1. 2.), so going back to one is no fault.
  if (mark.number !== expected && !(last !== undefined && mark.number === 1)) {
    found.push(
      finding('report.numbering.skip', paragraph, mark, {
        written: mark.written,
        level: WORDS[mark.level],
        expected,
        last: last?.written ?? '',
      }),
    );
  }
  return found;
}

/** The right form, or undefined when it is right already. */
function formFault({ level, number, written }: HeadingMark): string | undefined {
  if (level === 2) return written.startsWith('（') ? undefined : `（${written.slice(1, -1)}）`;
  if (level === 3) return written === `${number}.` ? undefined : `${number}.`;
  return undefined;
}
