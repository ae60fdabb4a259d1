/** 佐证材料: a record filed or changed, with its content where one was uploaded, and what it proves. */
import Type, { type Static } from 'typebox';
import { type Finding, parseDate } from '../../kernel/index.ts';
import { action, type Tx } from '../../platform/index.ts';
import { touchTask } from '../entry/figures.store.ts';
import { mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { holdTaskSeen } from '../round/refuse-unseen.ts';
import { evidenceMoved, roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { refuseUnlinked } from './links.ts';
import { lookAtPaper } from './look-at-paper.ts';
import {
  type Author,
  addRecord,
  changeRecord,
  findRecord,
  keepContent,
  nextNumber,
  type Place,
  takenNumbers,
} from './records.store.ts';
import { findSensitive } from './sensitive.ts';

const Words = (most: number) => Type.String({ maxLength: most });
const DOC_NUMBER = /^[\p{Script=Han}]{1,20}〔\d{4}〕\d{1,5}号$/u;
const NUMBER = /^[A-Za-z0-9.]{1,12}-\d{2,3}$/;

export const FileEvidence = Type.Object(
  {
    round: Words(64),
    task: Type.String({ format: 'uuid' }),
    /** The record to change; left out for a new one. */
    evidence: Type.Optional(Type.String({ format: 'uuid' })),
    /** Version that was looked at. */
    seen: Type.Optional(Type.Integer({ minimum: 1 })),
    /** `B3.1-02`; given out when left out, and kept when left out of a change. */
    number: Type.Optional(Words(40)),
    title: Type.String({ minLength: 1, maxLength: 200 }),
    docNumber: Type.Optional(Words(60)),
    issuer: Type.Optional(Words(100)),
    /** `2025-03-01`. */
    date: Type.Optional(Words(40)),
    pages: Type.Optional(Words(60)),
    mode: Type.Union([Type.Literal('upload'), Type.Literal('pages'), Type.Literal('onsite')]),
    /** A content filed before, and the name it had. */
    content: Type.Optional(
      Type.Object(
        { sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), name: Type.String({ minLength: 1, maxLength: 255 }) },
        { additionalProperties: false },
      ),
    ),
    items: Type.Array(Words(64), { maxItems: 200 }),
    indicators: Type.Array(Words(16), { maxItems: 50 }),
  },
  { additionalProperties: false },
);

/**
 * Throws `collect.taskMissing`, `taskClosed`, `roundClosed`, and `collect.evidenceMissing`, `evidenceMoved`,
 * `evidenceNumberTaken`, `evidenceUnlinked`, `evidenceNumberForm`, `docNumberForm`, `evidenceDate`, `evidenceOnSite`,
 * `evidenceKind`, `evidenceName`, `evidenceSecret`.
 */
export const fileEvidence = action({
  name: 'collect.evidence.file',
  input: FileEvidence,
  load: (tx, { round, task }, { who }) => holdTaskSeen(tx, who, round, task),
  may: (who, { task }) => mayFillSome(who, task),
  async run(tx, input, { task, context }, performing) {
    const { who, now } = performing;
    // First of all: what must not lie here goes, whatever else is wrong with the record.
    const { texts, paper } = await lookAtPaper(input, performing);
    refuseUnlessOpen(task, await roundNow(tx, task));
    refuseUnlinked(input, context.scheme);
    refuseMisspelt(input);
    if (paper !== undefined) await keepContent(tx, who.tenant, paper, now);
    const by = { author: who.account, person: who.person, at: now };
    const place = { tenant: who.tenant, round: task.round, unit: task.unit, dept: task.dept };
    const saved = await save(tx, place, { ...input, findings: findSensitive(texts) }, by);
    touchTask(tx, task, now);
    await evidenceMoved(tx, task, now);
    return saved;
  },
  audit: ({ evidence, number, version, findings }, { task, content }) => ({
    about: `evidence ${evidence}`,
    detail: {
      task,
      number,
      version,
      ...(content === undefined ? {} : { sha256: content.sha256 }),
      // That it was told, by its codes: what was found stands nowhere.
      ...(findings.length === 0 ? {} : { told: findings.map(({ code }) => code) }),
    },
  }),
});

/** Left empty, each of them is none. */
function refuseMisspelt({ number = '', docNumber = '', date = '' }: Static<typeof FileEvidence>): void {
  if (number !== '' && !NUMBER.test(number)) throw CollectProblem.evidenceNumberForm({ given: number });
  if (docNumber !== '' && !DOC_NUMBER.test(docNumber)) throw CollectProblem.docNumberForm({ given: docNumber });
  if (date !== '' && parseDate(date) === undefined) throw CollectProblem.evidenceDate({ given: date });
}

type Stated = Static<typeof FileEvidence> & { readonly findings: readonly Finding[] };

async function save(tx: Tx, place: Place, input: Stated, by: Author) {
  const taken = await takenNumbers(tx, place);
  if (input.evidence === undefined) {
    const number = input.number || nextNumber(input.indicators[0] ?? input.items[0] ?? 'Z', taken);
    if (taken.has(number)) throw CollectProblem.evidenceNumberTaken({ number });
    return addRecord(tx, place, { ...input, number }, by);
  }
  const held = await findRecord(tx, place, input.evidence);
  if (held === undefined || held.unit !== place.unit || held.dept !== place.dept)
    throw CollectProblem.evidenceMissing({ evidence: input.evidence });
  if (held.version !== input.seen)
    throw CollectProblem.evidenceMoved({ number: held.number, person: held.person, version: held.version });
  const number = input.number || held.number;
  const isOwn = number === held.number || held.former_numbers.includes(number);
  if (!isOwn && taken.has(number)) throw CollectProblem.evidenceNumberTaken({ number });
  return changeRecord(tx, held, { ...input, number }, by);
}
