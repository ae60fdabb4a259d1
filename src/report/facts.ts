/** Facts of the report as a whole: its years, its score, what nature its figures have, how much was found wrong. A template reads them as `@year`. */
import { printDecimal } from '../kernel/index.ts';
import { type Material, ownEvidence } from './collections.ts';
import { lostPoints, sumOfLost } from './lost-points.ts';
import { naturesOf } from './natures.ts';
import type { Facts } from './scope.ts';

/** 编号, 签发 and 印发 come after the report is made: their places are kept, nothing is invented for them. */
const FOR_THE_OFFICE = {
  docNumber: '　　〔　　　　〕　　号',
  signatory: '　　　',
  printedOn: '　　　　年　　月　　日',
};

/** `asOf`: `YYYY-MM-DD`. `errors`: what has to be corrected before it leaves. */
export function factsOf({ asOf }: { readonly asOf: string }, material: Material, errors: number): Facts {
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
    score: result?.score ?? '',
    of: result?.of ?? '',
    bonus: result === undefined || Number(result.bonus) === 0 ? '0' : result.bonus,
    grade: result?.grade ?? '',
    indicators: String(result?.results.length ?? 0),
    lostCount: String(lost.length),
    lostSum: printDecimal(sumOfLost(lost), scheme.pointsDecimals),
    vetoes: result?.vetoes.length
      ? `触发一票否决情形（${result.vetoes.map(({ name }) => name).join('、')}）`
      : '无一票否决情形',
    evidenceCount: String(ownEvidence(material).length),
    draftErrors: String(errors),
    scheme: scheme.name,
    ...FOR_THE_OFFICE,
  };
  for (const { code, score } of result?.sections ?? []) facts[`score${code.replace('.', '_')}`] = score;
  for (const [code, nature] of naturesOf(material)) facts[`nature_${code}`] = nature;
  return new Map(Object.entries(facts));
}
