/**
 * A report that shall go on although something in it is wrong needs a second person: whoever asks gives the reason,
 * the others of the office are told, and one of them sees it beside the list of what is wrong, and carries it out or sends it back.
 */
import Type from 'typebox';
import { type Finding, isError } from '../../kernel/index.ts';
import { action, civilDay } from '../../platform/index.ts';
import { accountsAt, tell } from '../../review/index.ts';
import { ReportProblem } from '../problems.ts';
import { holdLast } from './hold-last.ts';
import { mayWriteReport } from './policy.ts';
import { namesOf, setState } from './reports.store.ts';
import { mayGo, STATIONS } from './stations.ts';

export interface AskedAdvance {
  readonly to: string;
  readonly reason: string;
  readonly person: string;
  readonly account: string;
  readonly at: string;
}

export const askedOf = (filing: Readonly<Record<string, unknown>>): AskedAdvance | undefined =>
  filing.asked as AskedAdvance | undefined;

/** `reason` left out takes the request back. Throws `report.missing`, `wayUnknown`, `nobodyToConfirm`. */
export const askAdvance = action({
  name: 'report.advance.ask',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      report: Type.String({ format: 'uuid' }),
      to: Type.Enum([...STATIONS]),
      reason: Type.Optional(Type.String({ minLength: 6, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  load: holdLast,
  may: (who, { evaluee }) => mayWriteReport(who, evaluee),
  async run(tx, { to, reason }, { evaluee, last }, { who, now }) {
    if (!mayGo(last.state, to)) throw ReportProblem.wayUnknown({ from: last.state, to });
    const { asked: _, ...filing } = last.filing;
    const asked = { to, reason, person: who.person, account: who.account, at: now.toISOString() };
    await setState(tx, last, last.version, last.state, reason === undefined ? filing : { ...filing, asked });
    const confirmers: string[] = [];
    if (reason !== undefined) {
      const office = await accountsAt(tx, { tenant: who.tenant, dept: '' }, evaluee, 'office', civilDay(now));
      const others = office.filter((account) => account !== who.account && account !== last.author);
      const names = await namesOf(tx, [...others, last.author]);
      confirmers.push(...others.map((account) => names.get(account) ?? ''));
      if (others.length === 0) throw ReportProblem.nobodyToConfirm({ author: names.get(last.author) ?? '' });
      const said = { round: last.round, report: last.report, person: who.person, to, reason };
      await tell(tx, who.tenant, others, 'report.ask', said, now);
    }
    const errors = (last.findings as readonly Finding[]).filter(isError).length;
    return { report: last.report, version: last.version, errors, asked: reason !== undefined, confirmers };
  },
  audit: ({ report, version, errors, asked }, { to, reason }) => ({
    about: `report ${report}`,
    detail: { version, to, errors, asked, ...(reason === undefined ? {} : { reason }) },
  }),
});
