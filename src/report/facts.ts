/** Facts of the report as a whole: its years, its score, how much was found wrong. A template reads them as `@year`. */
import { type Material, ownEvidence } from './collections.ts';
import { lostPoints } from './lost-points.ts';
import type { Facts } from './scope.ts';

/** `asOf`: `YYYY-MM-DD`. `errors`: what has to be corrected before it leaves. */
export function factsOf({ asOf }: { readonly asOf: string }, material: Material, errors: number): Facts {
  const { scheme, evaluation, evaluee } = material;
  const result = evaluation.results.units.find((unit) => unit.code === evaluee.code);
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
    lostCount: String(lostPoints(material).length),
    vetoes: result?.vetoes.length
      ? `触发一票否决情形（${result.vetoes.map(({ name }) => name).join('、')}）`
      : '无一票否决情形',
    evidenceCount: String(ownEvidence(material).length),
    draftErrors: String(errors),
    scheme: scheme.name,
  };
  for (const { code, score } of result?.sections ?? []) facts[`score${code.replace('.', '_')}`] = score;
  return new Map(Object.entries(facts));
}
