/** 目录: headings with their pages. */
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import type { Heading } from './use-reading.ts';

interface Given {
  readonly headings: readonly Heading[];
  go(paragraph: number): void;
}

export function ContentsSide({ headings, go }: Given) {
  const say = useWords(reportWords);
  return (
    <ol className="reader-contents" aria-label={say.reader.contents}>
      {headings.map(({ paragraph, level, text, page }) => (
        <li key={paragraph}>
          <button type="button" className={`level${level}`} onClick={() => go(paragraph)}>
            <span>{text}</span>
            <span className="page">{page}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
