/** Templates of the tenant: how far each is, and the bound file it gave last. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { query } from '../../platform/index.ts';
import { mayReadReports } from '../filed/policy.ts';
import { listEditions, listTemplates } from './templates.store.ts';

export const listReportTemplates = query({
  name: 'report.templates.list',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayReadReports,
  async run(tx, { round: code }, { who }) {
    const { round } = await loadRound(tx, who.tenant, code);
    const editions = new Map((await listEditions(tx, who.tenant)).map(({ template, ...of }) => [template, of]));
    const templates = await listTemplates(tx, who.tenant);
    return templates.map(({ template, name, person, at }) => {
      const bound = editions.get(template);
      const set = bound?.sha256 === round.template;
      return { template, name, person, at, ...(bound === undefined ? {} : { bound: { ...bound, set } }) };
    });
  },
});
