/** The results of a round as a workbook, of the units the reader may see. */
import Type from 'typebox';
import { writeWorkbook } from '../../engines/sheet/index.ts';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { resultsWorkbook } from './results-workbook.ts';

export const downloadResults = query({
  name: 'evaluate.results.download',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const { evaluation, register, scheme, revision, round: held } = await evaluateRound(tx, who, round);
    const units = evaluation.results.units.filter(({ code }) => maySeeResult(who, register.numberOf(code) ?? 0));
    const title = `${held.name} 系统测算结果`;
    const note = `各县自评，未经核定，不作排名。数据截至 ${held.as_of}，第 ${revision} 次变动后测算，方案 ${scheme.code} ${scheme.version} 版。`;
    const content = writeWorkbook(resultsWorkbook({ units }, { title, note, decimals: scheme.pointsDecimals }));
    return { name: `${held.year}年度各单位得分.xlsx`, content };
  },
});
