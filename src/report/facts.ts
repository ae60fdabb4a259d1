/** Facts of the report as a whole: its years, its score, what nature its figures have, how much was found wrong. A template reads them as `@year`. */
import { isWithin, type UnitResult } from '../evaluate/on-files.ts';
import { printDecimal } from '../kernel/index.ts';
import { type Material, ownEvidence } from './collections.ts';
import { lostPoints, sumOfLost } from './lost-points.ts';
import { naturesOf } from './natures.ts';
import { type OfficeMarks, officeFacts } from './office-marks.ts';
import type { Facts } from './scope.ts';

/** `asOf`: `YYYY-MM-DD`. `errors`: what has to be corrected before it leaves. */
export function factsOf(
  { asOf, office = {} }: { readonly asOf: string; readonly office?: OfficeMarks },
  material: Material,
  errors: number,
): Facts {
  const { scheme, evaluation, evaluee } = material;
  const result = evaluation.results.units.find((unit) => unit.code === evaluee.code);
  const lost = lostPoints(material);
  const [year, month, day] = asOf.split('-').map(Number);
  const facts: Record<string, string> = {
    year: String(scheme.year),
    priorYear: String(scheme.year - 1),
    nextYear: String(scheme.year + 1),
    schoolYear: `${scheme.year}—${scheme.year + 1}`,
    asOf: `${year}年${month}月${day}日`,
    score: settled(result?.score ?? '', result?.undecided ?? []),
    of: result?.of ?? '',
    bonus: result === undefined || Number(result.bonus) === 0 ? '0' : result.bonus,
    grade: result?.grade ?? '',
    indicators: String(result?.results.length ?? 0),
    lostCount: String(lost.length),
    lostSum: settled(printDecimal(sumOfLost(lost), scheme.pointsDecimals), result?.undecided ?? []),
    vetoes: vetoesOf(result),
    gradeReason: gradeReasonOf(result),
    bonusSaid: result === undefined || Number(result.bonus) === 0 ? '' : `申请加分${result.bonus}分，`,
    evidenceCount: String(ownEvidence(material).length),
    draftErrors: String(errors),
    scheme: scheme.name,
    ...officeFacts(office),
  };
  for (const { code, score } of result?.sections ?? []) {
    const open = result?.undecided.filter((leaf) => isWithin(leaf, code)) ?? [];
    facts[`score${code.replace('.', '_')}`] = settled(score, open);
  }
  for (const [code, nature] of naturesOf(material)) facts[`nature_${code}`] = nature;
  return new Map(Object.entries(facts));
}

/** What is not known yet is no smaller number and no `no`. */
const PENDING = '【待定】';

/** A sum of which a part is missing is not the sum. */
const settled = (sum: string, undecided: readonly string[]): string => (undecided.length === 0 ? sum : PENDING);

const named = (clauses: readonly { readonly name: string }[]): string => clauses.map(({ name }) => name).join('、');

function vetoesOf(result: UnitResult | undefined): string {
  if (result !== undefined && result.vetoes.length > 0) return `触发一票否决情形（${named(result.vetoes)}）`;
  return result?.openVetoes === undefined
    ? '无一票否决情形'
    : `${PENDING}有无一票否决情形（${named(result.openVetoes)}）`;
}

/** 「按得分为良好，因发生涉校群体性事件，」 where the grade is not that of the points. */
function gradeReasonOf(result: UnitResult | undefined): string {
  if (result === undefined || result.grade === result.gradeBySum) return '';
  const reasons = [...result.vetoes, ...result.downgrades, ...result.ceilings];
  return reasons.length === 0 ? '' : `按得分为${result.gradeBySum}，因${named(reasons)}，`;
}
