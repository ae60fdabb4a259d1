/** A published scheme to take away: its own files, and what it asks of each department. */
import Type from 'typebox';
import { writeArchive } from '../engines/ooxml/index.ts';
import { writeWorkbook } from '../engines/sheet/index.ts';
import { query } from '../platform/index.ts';
import { breakdown, breakdownEach } from './breakdown.ts';
import { mayReadSchemes } from './policy.ts';
import { loadPublished, publishedTexts } from './schemes.store.ts';

const Word = Type.String({ maxLength: 64 });
const Named = Type.Object({ scheme: Word, version: Word }, { additionalProperties: false });

/** As they were published. Throws `scheme.notPublished`. */
export const downloadScheme = query({
  name: 'scheme.files.download',
  input: Named,
  may: mayReadSchemes,
  async run(tx, { scheme, version }, { who }) {
    const texts = await publishedTexts(tx, who.tenant, scheme, version);
    return {
      name: `${scheme}-${version}.zip`,
      content: writeArchive(texts.map(({ file, text }) => ({ name: file, bytes: text }))),
    };
  },
});

/** Throws `scheme.notPublished`. */
export const downloadBreakdown = query({
  name: 'scheme.breakdown.download',
  input: Named,
  may: mayReadSchemes,
  async run(tx, { scheme: code, version }, { who }) {
    const scheme = await loadPublished(tx, who.tenant, code, version);
    return { name: `任务分解表_${scheme.name}_${version}.xlsx`, content: writeWorkbook(breakdown(scheme)) };
  },
});

/** 按部门拆分: one workbook each. Throws `scheme.notPublished`. */
export const downloadBreakdownEach = query({
  name: 'scheme.breakdownEach.download',
  input: Named,
  may: mayReadSchemes,
  async run(tx, { scheme: code, version }, { who }) {
    const scheme = await loadPublished(tx, who.tenant, code, version);
    return { name: `任务分解表_按部门_${version}.zip`, content: writeArchive(breakdownEach(scheme)) };
  },
});
