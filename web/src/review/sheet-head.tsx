/** Whose task it is, where it stands on its way, and what is known of it as a whole. */
import { Alert } from 'antd';
import type { Foreseen } from '../../../src/evaluate/replies.ts';
import { isError } from '../../../src/kernel/index.ts';
import type { ReviewSheet } from '../../../src/review/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { ToldPaper } from './told-paper.tsx';
import { Way } from './way.tsx';
import { reviewWords } from './words.ts';

interface Given {
  readonly sheet: ReviewSheet;
  readonly title: string;
  /** The task was changed by somebody since it was read. */
  readonly moved: boolean;
  readonly foreseen: Foreseen['findings'];
}

export function SheetHead({ sheet, title, moved, foreseen }: Given) {
  const say = useWords(reviewWords);
  const { language } = useLanguage();
  return (
    <>
      <header className="review-sheet-head">
        <h2>
          {title} <span className="review-tag">{say.times(sheet.passage)}</span>
        </h2>
        <span>{sheet.submittedAt !== null && say.sent(printWhen(sheet.submittedAt, language))}</span>
        <Way sheet={sheet} />
      </header>
      {moved && <Alert type="warning" showIcon title={say.moved} banner />}
      {foreseen.map((finding) => (
        <Alert
          key={`${finding.code} ${finding.at.item}`}
          type={isError(finding) ? 'error' : 'warning'}
          banner
          title={finding[language]}
        />
      ))}
      {sheet.papers.map((paper) => (
        <ToldPaper key={paper.evidence} paper={paper} />
      ))}
    </>
  );
}
