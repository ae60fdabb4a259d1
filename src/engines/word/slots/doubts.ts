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
  // 「2023—2024学年」 is one value.
  { doubt: 'stale', pattern: /(?<!\d)20\d{2}[—–-]20\d{2}(?=学年)/g },
  { doubt: 'stale', pattern: /(?<![\d〔[(（-])(?:19|20)\d{2}(?=年|-|—)/g },
  { doubt: 'stale', pattern: /(?<=[（(—-])20\d{2}(?=[—）)-]|年)/g },
  // 「20232025年」: two years whose dash was lost.
  { doubt: 'stale', pattern: /(?<!\d)(?:19|20)\d{2}20\d{2}(?=年)/g },

  // 「全教育事业」「全共有」「全15个县」: the name of the place is gone. 健全, 安全 and their like are words of their own.
  {
    doubt: 'deleted',
    pattern:
      /(?<=(?<![安健完齐周双俱成十万])全)(?=教育|共(?:有|计)|累计|统筹|适龄|公开|现有|相关指标|中小学(?!生)|音体美|(?:X+|\d+)(?:所|个|人|名)|20\d{2}年|县[(（]、)/g,
  },
  { doubt: 'deleted', pattern: /(?<=^|[，。、；：,;照])(?=委(?:、政府|统一|常委会|深改委))/gu },
  { doubt: 'deleted', pattern: /(?<=以)(?=委常委会)/g },
  // 「级领导」「中央和级补助」: a level has a word before it (省级, 三级, 年级, 星级).
  {
    doubt: 'deleted',
    pattern:
      /(?<![省市县区乡镇村校国各上下本同地州部厅局处班年中高初低一二三四五六七八九十两多层升特超等分定晋职星评优甲乙丙丁A-Za-zＸ×某○□*_\d])(?=级(?:领导|预算|补助|示范|督导|共计|分担|中职|统计|财政))/g,
  },
  { doubt: 'deleted', pattern: /(?<=\d年)(?=级(?:领导|预算|补助|财政))/g },
  { doubt: 'deleted', pattern: /(?<=县[(（])(?=、区[)）])/g },
  { doubt: 'deleted', pattern: /(?<=[，,年完善。])(?=、县(?:级|、校))/g },
  { doubt: 'deleted', pattern: /(?<=其中|[（(])(?=本级)/g },
  { doubt: 'deleted', pattern: /(?<=[及和、])(?=属(?:学校|高校|高中|单位))/g },
  // 「教研经费XX万，」 has lost its 元.
  {
    doubt: 'deleted',
    pattern: /(?<=(?:经费|资金|投资|补助|预算|支出)\p{Script=Han}{0,6}[\dXx×*.]{1,12}[亿万])(?=[，。；、,;])/gu,
  },

  // 局 stands for 人民政府 or 市: 「局教育督导室」「局将“双减”工作写入」「我局自评」.
  { doubt: 'substituted', pattern: /(?<=^|[，。；,;])局(?=教育督导室|将)/gu },
  { doubt: 'substituted', pattern: /(?<=X)局(?!长|部|面|限)/g },
  { doubt: 'substituted', pattern: /(?<=级)局(?=20\d{2}年)/g },
  { doubt: 'substituted', pattern: /(?<=我)局(?=自评)/g },
  { doubt: 'substituted', pattern: /县长级/g },
];

/** Words of sure blanks are left to them; of two doubts about the same words the first is told. */
export function findDoubts(text: string, sure: readonly RawBlank[]): readonly Doubtful[] {
  const found = new Map<string, Doubtful>();
  const taken = new Uint8Array(text.length);
  for (const { start, end } of sure) taken.fill(1, start, end);
  for (const { doubt, pattern } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const key = `${start}:${end}`;
      if (taken.subarray(start, end).includes(1) || found.has(key)) continue;
      taken.fill(1, start, end);
      found.set(key, { start, end, text: match[0], doubt });
    }
  }
  return [...found.values()];
}
