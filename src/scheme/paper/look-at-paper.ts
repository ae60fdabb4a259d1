/**
 * An issued table of indicators, filed, looked at before anything is made of it: its tree, what it adds up to, what was not
 * understood; and, once it is said which scheme it is to be, the files of a draft, which is checked and published as any other.
 */
import Type from 'typebox';
import { add, decimal, printExact, sayInBoth, ZERO } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { Level } from '../contract.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { mayPublish } from '../policy.ts';
import { draftScheme } from './draft.ts';
import { readPaper } from './read-paper.ts';

const said = sayInBoth({ zh, en });
const strict = { additionalProperties: false } as const;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

const LookAtPaper = Type.Object(
  {
    /** A filed .docx or .xlsx. */
    name: Type.String({ minLength: 1, maxLength: 200 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Absent: nothing is made yet. */
    head: Type.Optional(
      Type.Object(
        {
          code: Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' }),
          name: Type.String({ minLength: 1, maxLength: 200 }),
          year: Type.Integer({ minimum: FIRST_YEAR, maximum: LAST_YEAR }),
          level: Type.Exclude(Level, Type.Literal('school')),
        },
        strict,
      ),
    ),
  },
  strict,
);

/** Throws what `readPaper` throws, and what reading filed contents throws. */
export const lookAtPaper = query({
  name: 'scheme.paper.look',
  input: LookAtPaper,
  lane: 'short',
  may: mayPublish,
  async run(_, { name, sha256, head }, { files }) {
    const { indicators, tables, findings } = readPaper(await files.read(sha256), name);
    const leaves = indicators.filter(({ isLeaf }) => isLeaf);
    const points = leaves.reduce((sum, leaf) => add(sum, decimal(leaf.points ?? '0')), ZERO);
    return {
      tables,
      indicators: indicators.map(({ points: of, ...each }) => ({
        ...each,
        ...(of === undefined ? {} : { points: of }),
      })),
      leaves: leaves.length,
      points: printExact(points) ?? '',
      findings: said(findings),
      ...(head === undefined ? {} : { files: draftScheme({ ...head, source: name }, indicators) }),
    };
  },
});
