/** The indicators of a round's scheme: tree, points, rules, and whose they are. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { printDecimal } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { mayAskResults } from '../policy.ts';
import { namedFormula } from './named-formula.ts';
import { ruleText } from './rule-text.ts';

/** In the order of the scheme, branches before what is in them. */
export const listIndicators = query({
  name: 'evaluate.indicators.list',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const { scheme } = await loadRound(tx, who.tenant, round);
    const { code, version, pointsDecimals, departments } = scheme;
    const nameOf = (dept: string): string => departments.get(dept as never)?.name ?? dept;
    return {
      scheme: code as string,
      version,
      decimals: pointsDecimals,
      indicators: scheme.indicators.map(({ code, name, parent, depth, points, leaf, basis }) => ({
        code: code as string,
        name,
        ...(parent === undefined ? {} : { parent: parent as string }),
        depth,
        points: printDecimal(points, pointsDecimals),
        ...(basis?.text === undefined ? {} : { basis: basis.text }),
        ...(leaf === undefined
          ? {}
          : {
              leaf: {
                rule: ruleText(leaf.rule, scheme, leaf.unit),
                ...(leaf.value === undefined ? {} : { value: namedFormula(leaf.value.text, scheme) }),
                levels: leaf.levels,
                ...(leaf.lead === undefined ? {} : { lead: { code: leaf.lead as string, name: nameOf(leaf.lead) } }),
                assist: leaf.assist.map(nameOf),
                evidence: leaf.evidence,
              },
            }),
      })),
    };
  },
});
