/** The catalogue as a person may see it, and the content of one record. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { maySeeRounds, maySeeTask } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound } from '../round/rounds.store.ts';
import { listEvidence } from './evidence.store.ts';
import { findRecord, typeOf } from './records.store.ts';
import { runsNothing, sniff } from './sniff.ts';

const PAGE = 200;

/** 佐证材料目录, by unit and number; `more` says that `after` the last one there are others. */
export const listCatalogue = query({
  name: 'collect.evidence.list',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      /** Code of a unit. */
      unit: Type.Optional(Type.String({ maxLength: 64 })),
      indicator: Type.Optional(Type.String({ maxLength: 16 })),
      item: Type.Optional(Type.String({ maxLength: 64 })),
      /** One record alone. */
      evidence: Type.Optional(Type.String({ format: 'uuid' })),
      /** `evidence` of the last record that was seen. */
      after: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, unit, indicator, item, evidence: one, after }, { who }) {
    const { register } = await loadRound(tx, who.tenant, round);
    const of = unit === undefined ? undefined : (register.numberOf(unit) ?? 0);
    const seen = (await listEvidence(tx, who.tenant, round, of)).filter(
      (record) =>
        maySeeTask(who, record) &&
        (one === undefined || record.evidence === one) &&
        (indicator === undefined || record.indicators.includes(indicator)) &&
        (item === undefined || record.items.includes(item)),
    );
    const from = after === undefined ? 0 : seen.findIndex(({ evidence }) => evidence === after) + 1;
    const page = seen.slice(from, from + PAGE);
    const records = page.map(({ tenant: _, round: __, author: ___, unit: number, ...record }) => ({
      ...record,
      unit: register.unitOf(number)?.code ?? '',
    }));
    return { records, of: seen.length, more: from + page.length < seen.length };
  },
});

/** Throws `collect.evidenceMissing`, also for a record out of reach and one that is only seen on site. */
export const readEvidence = query({
  name: 'collect.evidence.read',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      evidence: Type.String({ format: 'uuid' }),
      /** To be looked at in place, where it is a paper, a picture or words; anything else is saved. */
      shown: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, evidence, shown = false }, { who, files }) {
    const held = await findRecord(tx, { tenant: who.tenant, round }, evidence);
    if (held === undefined || held.sha256 === null || !maySeeTask(who, held))
      throw CollectProblem.evidenceMissing({ evidence });
    const type = await typeOf(tx, who.tenant, held.sha256);
    const content = await files.read(held.sha256);
    const name = held.file_name ?? held.number;
    // By its bytes once more: the kind that is kept may be what another use of the same content called it.
    const kind = shown ? sniff(content) : undefined;
    return kind !== undefined && runsNothing(kind)
      ? { name, type: kind.type, content, shown }
      : { name, type, content };
  },
});
