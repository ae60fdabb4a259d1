/** TX-1: what is left of a template. A sure blank is an error; a lost or substituted word is doubtful and a matter for a person. */
import { findSlotsInText } from '../../../engines/word/index.ts';
import type { Severity } from '../../../kernel/index.ts';
import { finding, type LintParagraph, type Rule, type Told } from '../document.ts';

const DOUBT: Readonly<Record<'deleted' | 'substituted', { atMost: Severity; fault: string }>> = {
  deleted: { atMost: 'warn', fault: 'deleted' },
  substituted: { atMost: 'hint', fault: 'substituted' },
};

/** Places kept open by brackets: （    ）万元, 【待填】, 〔  〕号. */
const KEPT_OPEN =
  /[（(][ \u00a0\u3000]+[）)]|[【［[][ \u00a0\u3000]*(?:待[填定补核报][^】］\]\d]{0,6}|请?填写[^】］\]]{0,10}|此处[^】］\]]{0,10}|[ \u00a0\u3000]+)[】］\]]|〔[ \u00a0\u3000]*〕/g;
/** The line of the paper's own number stands open until it is issued. */
const OWN_NUMBER = /^\s*\p{Script=Han}{0,8}\s*〔\s*〕\s*\d*\s*号(?:\s+签发人[:：].*)?\s*$/u;

const keptOpen = (paragraph: LintParagraph): readonly Told[] =>
  OWN_NUMBER.test(paragraph.text)
    ? []
    : [...Map.groupBy(paragraph.text.matchAll(KEPT_OPEN), ([text]) => text).values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined) return [];
        const span = { start: first.index, end: first.index + first[0].length };
        const around = paragraph.text.slice(Math.max(0, span.start - 6), span.end + 6);
        return [finding('TX-1', paragraph, span, { fault: 'blank', count: same.length, around })];
      });

/** A lost word shows in the same words again and again: each form is told once a paragraph, with its count. */
export const blanks: Rule = ({ paragraphs }) =>
  paragraphs.flatMap((paragraph) =>
    FILLED.test(paragraph.text) ? [] : [...blanksOf(paragraph), ...keptOpen(paragraph)],
  );

/** Most cells of a report's tables. */
const FILLED = /^[\d.,%]+$/;

function blanksOf(paragraph: LintParagraph): readonly Told[] {
  const slots = findSlotsInText(paragraph.text).filter(({ doubtful }) => doubtful !== 'stale');
  // A template that lost 市 lost it everywhere: one entry says how often, the first place shows it.
  const groups = Map.groupBy(slots, ({ text, doubtful }) => doubtful ?? text);
  return [...groups.values()].flatMap((same) => {
    const [slot] = same;
    if (slot === undefined) return [];
    const span = {
      start: Math.max(0, slot.at.offset - (slot.text === '' ? 1 : 0)),
      end: slot.at.offset + Math.max(slot.text.length, 2),
    };
    // 甲县 in a template is a blank; in a report it may also be a name that was kept back.
    if (/^[甲乙丙丁]/.test(slot.text)) {
      const around = `${slot.text}${slot.after.slice(0, 6)}`;
      return [finding('TX-1', paragraph, span, { fault: 'alias', count: same.length, around }, 'warn')];
    }
    const doubt = slot.doubtful === 'deleted' || slot.doubtful === 'substituted' ? DOUBT[slot.doubtful] : undefined;
    return [
      finding(
        'TX-1',
        paragraph,
        span,
        {
          fault: doubt?.fault ?? 'blank',
          count: same.length,
          around: `${slot.before.slice(-6)}${slot.text}${slot.after.slice(0, 6)}`,
        },
        doubt?.atMost,
      ),
    ];
  });
}
