/**
 * Finds nobody can be sure of (reference 10.1): figures and years left from an older text, words that were deleted,
 * and words put in place of others. They are offered, never bound by themselves.
 */
import type { Doubt } from '../contract.ts';
import type { RawBlank } from './forms.ts';

export interface Doubtful extends RawBlank {
  readonly doubt: Doubt;
}

interface DoubtForm {
  readonly doubt: Doubt;
  readonly pattern: RegExp;
}

const FORMS: readonly DoubtForm[] = [
  // Figures of last year or of another place: counts with a measure word, as-of months, years in running text.
  {
    doubt: 'stale',
    pattern: /(?<![\d.:：X])\d+(?:\.\d+)?(?=(?:亿元|万元|万人次|人次|万人|人|名|所|个(?:县|行政|百分点)|间|起|处|%))/g,
  },
  { doubt: 'stale', pattern: /(?<=截至)\d{1,2}(?=月)/g },
  { doubt: 'stale', pattern: /(?<![\d〔[(（-])(?:19|20)\d{2}(?=年|-|—)/g },
  { doubt: 'stale', pattern: /(?<=[（(—-])20\d{2}(?=[—）)-]|年)/g },
  // 「全教育事业」「委、政府」「级领导」「县(、区)」: the word that should stand here is gone.
  {
    doubt: 'deleted',
    pattern: /(?<=(?:^|[，。、；“,;])全)(?=[教共现适相中X\d音]|县[(（]、)(?!教师|现代|共同|中(?:国|小学生))/gu,
  },
  { doubt: 'deleted', pattern: /(?<=[（(]全)(?=[教共现])/g },
  { doubt: 'deleted', pattern: /(?<=^|[，。、；：,;照])(?=委(?:、政府|统一|常委会|深改委))/gu },
  { doubt: 'deleted', pattern: /(?<=以)(?=委常委会)/g },
  {
    doubt: 'deleted',
    pattern: /(?<=^|[，。；、,;和入付立展作年所])(?=级(?:领导|预算|补助|示范|督导|共计|分担|中职|统计))/gu,
  },
  { doubt: 'deleted', pattern: /(?<=县[(（])(?=、区[)）])/g },
  { doubt: 'deleted', pattern: /(?<=[，,年完善。])(?=、县(?:级|、校))/g },
  { doubt: 'deleted', pattern: /(?<=其中|[（(])(?=本级)/g },
  // 局 stands for 人民政府 or 市: 「局教育督导室」「局将“双减”工作写入」「我局自评」.
  { doubt: 'substituted', pattern: /(?<=^|[，。；,;])局(?=教育督导室|将)/gu },
  { doubt: 'substituted', pattern: /(?<=X)局(?!长|部|面|限)/g },
  { doubt: 'substituted', pattern: /(?<=级)局(?=20\d{2}年)/g },
  { doubt: 'substituted', pattern: /(?<=我)局(?=自评)/g },
  { doubt: 'substituted', pattern: /县长级/g },
];

export function findDoubts(text: string, sure: readonly RawBlank[]): readonly Doubtful[] {
  const found: Doubtful[] = [];
  for (const { doubt, pattern } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const taken = [...sure, ...found].some(
        (blank) =>
          (start < blank.end && end > blank.start) || (start === end && blank.start === start && blank.end === end),
      );
      if (!taken) found.push({ start, end, text: match[0], doubt });
    }
  }
  return found;
}
