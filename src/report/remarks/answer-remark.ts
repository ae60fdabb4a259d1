/** What is said to a remark, and its closing: by whoever began it or by the office that writes the report. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { action, newId } from '../../platform/index.ts';
import { mayReadReports, mayWriteReport } from '../filed/policy.ts';
import { ReportProblem } from '../problems.ts';
import { addRemark, listRemarks } from './remarks.store.ts';
import { threadsOf } from './threads.ts';

/** Throws `report.remarkMissing`, `remarkClosed`, `remarkOpen`. */
export const answerRemark = action({
  name: 'report.remark.answer',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      remark: Type.String({ format: 'uuid' }),
      kind: Type.Enum(['answer', 'close', 'reopen']),
      words: Type.Optional(Type.String({ maxLength: 2_000 })),
    },
    { additionalProperties: false },
  ),
  async load(tx, { round, report, remark }, { who }) {
    const { round: of } = await loadRound(tx, who.tenant, round);
    const threads = threadsOf(await listRemarks(tx, { tenant: who.tenant, round, report }));
    const thread = threads.find((each) => each.remark === remark);
    if (thread === undefined) throw ReportProblem.remarkMissing({ remark });
    return { thread, evaluee: of.evaluee };
  },
  may: (who, { thread, evaluee }, { kind }) =>
    mayReadReports(who) && (kind === 'answer' || thread.author === who.account || mayWriteReport(who, evaluee)),
  async run(tx, { round, report, remark: about, kind, words = '' }, { thread }, { who, now }) {
    if (thread.closed && kind !== 'reopen') throw ReportProblem.remarkClosed({});
    if (!thread.closed && kind === 'reopen') throw ReportProblem.remarkOpen({});
    const remark = newId();
    const key = { tenant: who.tenant, round, report, remark };
    const by = { author: who.account, person: who.person, at: now };
    const place = { version: thread.version, paragraph: null, slot: null, occurrence: null, quote: '' };
    await addRemark(tx, { ...key, ...place, ...by, about, kind: kind as 'answer' | 'close' | 'reopen', words });
    return { remark, kind };
  },
  audit: ({ remark, kind }, { report, remark: about }) => ({
    about: `report ${report}`,
    detail: { remark, kind, to: about },
  }),
});
