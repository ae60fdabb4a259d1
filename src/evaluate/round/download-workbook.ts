/** The workbook a figure was read from, as it was handed in. */
import Type from 'typebox';
import { query, widened } from '../../platform/index.ts';
import { mayAskResults } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { findWorkbook, statedBy } from './stated.store.ts';
import { walkSeen } from './walk.ts';

/** Throws `evaluate.unitMissing`, `itemMissing`, `workbookMissing`. */
export const downloadWorkbook = query({
  name: 'evaluate.figure.workbook',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      unit: Type.String({ minLength: 1, maxLength: 64 }),
      item: Type.String({ minLength: 1, maxLength: 64 }),
      year: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('prior')])),
      own: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, asked, { who, files }) {
    const { walk, subject } = await walkSeen(tx, who, asked);
    const key = {
      tenant: who.tenant,
      round: asked.round,
      subject,
      item: walk.statedAs ?? walk.item,
      period: walk.period,
    };
    const sha256 = await widened(tx, who, async () => {
      const stated = await statedBy(tx, key);
      return stated === undefined ? undefined : findWorkbook(tx, { ...key, version: stated.version });
    });
    const { source } = walk;
    if (sha256 === undefined || source?.kind !== 'cell') throw EvaluateProblem.workbookMissing({ item: walk.name });
    return { name: source.file, content: await files.read(sha256) };
  },
});
