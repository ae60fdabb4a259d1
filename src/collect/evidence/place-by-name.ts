/**
 * Many files at once: what each would be filed as, by its name. `B3.1-01 决算批复.pdf` is that record, `B3.1 决算批复.pdf`
 * a new one of the indicator, and a name that is a record's title is that record. Nothing is written.
 */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { maySeeRounds } from '../policy.ts';
import { refuseUnseen } from '../round/refuse-unseen.ts';
import { loadRound, loadTask } from '../round/rounds.store.ts';
import { listEvidence } from './evidence.store.ts';

const NAMED = /^([A-Z]\d{0,2}(?:\.\d{1,2}){0,2})(?:-(\d{2,3}))?[\s_·、.]*(.*)$/u;
const NAMES_LIMIT = 500;

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const placeByName = query({
  name: 'collect.evidence.place',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      task: Type.String({ format: 'uuid' }),
      names: Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: NAMES_LIMIT }),
    },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, task: id, names }, { who }) {
    const task = await loadTask(tx, who.tenant, round, id);
    const context = await loadRound(tx, who.tenant, round);
    refuseUnseen(who, task, context);
    const { scheme } = context;
    const records = (await listEvidence(tx, who.tenant, round, task.unit)).filter(({ dept }) => dept === task.dept);
    const leaves = new Set<string>(scheme.indicators.map(({ code }) => code));
    return {
      files: names.map((name) => {
        const plain = name.replace(/\.[^.]{1,8}$/, '');
        const [, indicator = '', serial, title = ''] = NAMED.exec(plain) ?? [];
        const record = records.find(
          ({ number, title: known }) =>
            (serial !== undefined && number === `${indicator}-${serial}`) || known === plain,
        );
        if (record !== undefined)
          return {
            name,
            as: 'record' as const,
            evidence: record.evidence,
            number: record.number,
            version: record.version,
            title: record.title,
            items: record.items,
            indicators: record.indicators,
          };
        if (leaves.has(indicator)) return { name, as: 'new' as const, indicator, title: title === '' ? plain : title };
        return { name, as: 'unknown' as const, title: plain };
      }),
    };
  },
});
