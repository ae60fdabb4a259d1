/** 保存为模板: the decisions carried out on the file; the bound file is what a round's reports are made from. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import { ReportProblem } from '../problems.ts';
import { bindDecisions } from './bind-decisions.ts';
import { decidedOf } from './decided.ts';
import { keepsOpen, stateOfBlank } from './states.ts';
import { loadTemplate } from './stored.ts';
import { addEdition, listEditions } from './templates.store.ts';

/** Throws `report.templateMissing`, `report.blanksOpen`. */
export const saveTemplate = action({
  name: 'report.template.save',
  lane: 'short',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), template: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  async load(tx, { round, template }, by) {
    const { scheme } = await loadRound(tx, by.who.tenant, round);
    return { scheme, stored: await loadTemplate(tx, by, template) };
  },
  may: mayKeepTemplates,
  async run(tx, { template }, { scheme, stored }, { who, now, files }) {
    const { row, bytes, read, decisions } = stored;
    const states = read.blanks.map((blank) => stateOfBlank(blank, decisions.get(blank.id)?.decision));
    if (states.some(keepsOpen)) {
      const count = (wanted: string): number => states.filter((state) => state === wanted).length;
      throw ReportProblem.blanksOpen({ open: count('open'), wrong: count('wrong') });
    }
    const plain = { file: row.name, bytes };
    const bound = bindDecisions(plain, row.name.replace(/\.docx$/i, ''), decidedOf(read, decisions), scheme);
    const { sha256 } = await files.put(bound.bytes);
    const before = (await listEditions(tx, who.tenant)).find((each) => each.template === template);
    const edition = (before?.edition ?? 0) + 1;
    const written = { author: who.account, person: who.person, at: now };
    const { slots, findings } = bound;
    await addEdition(tx, { tenant: who.tenant, template, edition, scheme: scheme.code, sha256, slots, ...written });
    return { template, edition, sha256, slots, findings };
  },
  audit: ({ template, edition, sha256, slots }) => ({
    about: `template ${template}`,
    detail: { edition, sha256, slots },
  }),
});
