/** A Word file taken as a template: its blanks are found, or, where it was bound before, it is taken as it is. */
import Type from 'typebox';
import { readData } from '../../engines/word/index.ts';
import { action, newId } from '../../platform/index.ts';
import { mayKeepTemplates } from '../filed/policy.ts';
import { ReportProblem } from '../problems.ts';
import { parseTemplateData } from '../template-data.ts';
import { readKept } from './stored.ts';
import { addEdition, addTemplate } from './templates.store.ts';

/** Throws `report.templateBlank`, `report.templateUnbound`, and what the Word gate refuses. */
export const uploadTemplate = action({
  name: 'report.template.upload',
  lane: 'short',
  input: Type.Object(
    {
      /** Name of the file, as people know it. */
      name: Type.String({ minLength: 1, maxLength: 200 }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    },
    { additionalProperties: false },
  ),
  load: async () => undefined,
  may: mayKeepTemplates,
  async run(tx, { name, sha256 }, _, { who, now, files }) {
    const bytes = await files.read(sha256);
    const written = { author: who.account, person: who.person, at: now };
    const key = { tenant: who.tenant, template: newId() };
    const text = readData(bytes, name);
    const { blanks } = readKept(sha256, bytes, name);
    const data = text === undefined ? undefined : parseTemplateData(text, name);
    if (data === undefined && blanks.length === 0) throw ReportProblem.templateBlank({ file: name });
    await addTemplate(tx, { ...key, ...written, name, sha256 });
    if (data !== undefined) {
      const slots = data.slots.length;
      await addEdition(tx, { ...key, ...written, edition: 1, scheme: data.scheme, sha256, slots });
    }
    return { template: key.template, name, blanks: blanks.length, bound: data !== undefined };
  },
  audit: ({ template, blanks, bound }, { name, sha256 }) => ({
    about: `template ${template}`,
    detail: { name, sha256, blanks, bound },
  }),
});
