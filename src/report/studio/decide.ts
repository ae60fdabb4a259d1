/** Decisions for blanks, as they are taken: one by one, or for all that mean the same. `null` takes one back. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { compileExpressions } from '../expressions.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import { ReportProblem } from '../problems.ts';
import { Decision } from './contract.ts';
import { loadTemplate } from './stored.ts';
import { addDecisions } from './templates.store.ts';

/** Throws `report.templateMissing`, `blankUnknown`, `decisionUnresolved`, `decisionMoved`. */
export const decideBlanks = action({
  name: 'report.template.decide',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      template: Type.String({ format: 'uuid' }),
      decisions: Type.Array(
        Type.Object(
          {
            blank: Type.String({ minLength: 1, maxLength: 40 }),
            decision: Type.Union([Decision, Type.Null()]),
            /** Version that was looked at; 0 where nothing was decided. */
            seen: Type.Integer({ minimum: 0 }),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 1_000 },
      ),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, template }, by) {
    const { scheme } = await loadRound(tx, by.who.tenant, round);
    return { scheme, stored: await loadTemplate(tx, by, template) };
  },
  may: mayKeepTemplates,
  async run(tx, { decisions, template }, { scheme, stored }, { who, now }) {
    const blanks = new Set(stored.read.blanks.map(({ id }) => id));
    for (const { blank, decision, seen } of decisions) {
      if (!blanks.has(blank)) throw ReportProblem.blankUnknown({ blank });
      const last = stored.decisions.get(blank);
      if ((last?.version ?? 0) !== seen) throw ReportProblem.decisionMoved({ blank, person: last?.person ?? '' });
      if (decision?.as !== 'figure') continue;
      const { value, format, label } = decision;
      const slots = [{ key: 's001', label, value, format }];
      const { findings } = compileExpressions(
        { template: '', scheme: scheme.code, version: scheme.version, slots, blocks: [] },
        scheme,
      );
      if (findings.length > 0) throw ReportProblem.decisionUnresolved({ value, format });
    }
    const rows = decisions.map(({ blank, decision, seen }) => ({ blank, decision, version: seen + 1 }));
    const by = { author: who.account, person: who.person, at: now };
    const added = await addDecisions(tx, { tenant: who.tenant, template }, rows, by);
    const [first] = rows;
    if (added < rows.length) throw ReportProblem.decisionMoved({ blank: first?.blank ?? '', person: '' });
    return { template, decided: rows.map(({ blank, version }) => ({ blank, version, person: who.person, at: now })) };
  },
  audit: ({ template, decided }, { decisions }) => ({
    about: `template ${template}`,
    detail: { decided: decided.length, decisions: decisions.slice(0, 20) },
  }),
});
