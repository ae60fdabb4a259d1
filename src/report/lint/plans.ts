/** What is aimed at is neither a figure of the year nor a claim. */
import type { LintParagraph } from './document.ts';

/** Paragraphs under 「三、下一步工作打算」. */
export function plansOf(paragraphs: readonly LintParagraph[]): ReadonlySet<LintParagraph> {
  const plans = new Set<LintParagraph>();
  let ahead = false;
  for (const paragraph of paragraphs) {
    const [mark] = paragraph.marks;
    if (mark?.level === 1 && mark.start === 0) ahead = /下一步|打算/.test(paragraph.text);
    else if (ahead) plans.add(paragraph);
  }
  return plans;
}
