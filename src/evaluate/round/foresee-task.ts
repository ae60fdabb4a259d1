/**
 * What the checks of totals would find were everything accepted that is stated by now: a bureau's figure against what the
 * counties say, before anyone agrees to it. What a filler's own checks find stands at its figures already.
 */
import Type from 'typebox';
import {
  checkStanding,
  messages as collect,
  checkSentences as collectSentences,
  loadSubmission,
  openTask,
} from '../../collect/index.ts';
import { type Figure, type Finding, type Language, printPeriod, type Say, sayWith } from '../../kernel/index.ts';
import { query, widened } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { checkSentences } from '../check-sentences.ts';
import { evaluate } from '../evaluate.ts';
import { en } from '../messages.en.ts';
import { zh } from '../messages.zh.ts';
import { maySeeResult } from '../policy.ts';
import { evaluateRound } from './round-evaluation.ts';

/** Of the evaluee's own tasks; empty for others, and for who does not see the whole. Throws `collect.taskMissing`, also for a task that may not be seen. */
export const foreseeTask = query({
  name: 'evaluate.task.foresee',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: (who) => who.posts.length > 0,
  async run(tx, { round, task: id }, { who }) {
    const { task, context, unit } = await openTask(tx, who, round, id);
    const { scheme } = context;
    const { evaluee } = context.round;
    if (task.unit !== evaluee || !maySeeResult(who, evaluee)) return { findings: [] };
    const made = await evaluateRound(tx, who, round);
    // Of schools, whose lists are long, what is accepted is taken.
    const above = context.register.tree.units.filter(({ kind }) => kind !== 'school');
    const subjects = above.flatMap(({ code }) => context.register.numberOf(code) ?? []);
    const of = { tenant: who.tenant, round, subjects };
    const [stated, own] = await widened(tx, who, async () => [
      await loadSubmission(tx, of, context),
      (await checkStanding(tx, task, context)).findings,
    ]);
    const places = new Set(stated.figures.map(placeOf));
    const figures = [...stated.figures, ...made.submission.figures.filter((each) => !places.has(placeOf(each)))];
    const { results } = evaluate(
      scheme,
      { ...made.submission, figures },
      { asOf: context.round.as_of, since: made.evaluation },
    );
    const known = new Set(own.map(keyOf));
    const atLock = new Map(scheme.checks.flatMap((check) => (check.when.includes('lock') ? [[check.id, check]] : [])));
    const items = new Set(
      stated.figures.flatMap(({ key }) =>
        key.subject === unit.code && (key.reporter.dept ?? '') === task.dept ? [key.item] : [],
      ),
    );
    const isOfTask = ({ at: { unit: about, item } }: Finding): boolean =>
      about === unit.code && (item === undefined ? task.dept === '' : items.has(item as never));
    const findings = results.findings.filter(
      (finding) =>
        finding.severity !== 'hint' && atLock.has(finding.code) && isOfTask(finding) && !known.has(keyOf(finding)),
    );
    const says = { zh: speaker(scheme, 'zh'), en: speaker(scheme, 'en') };
    return { findings: findings.map((each) => ({ ...each, zh: says.zh(each), en: says.en(each) })) };
  },
});

const placeOf = ({ key: { subject, item, period, reporter, scope } }: Figure): string =>
  [subject, item, printPeriod(period), reporter.dept, scope].join('\t');

const keyOf = ({ code, at }: Finding): string => `${code}\t${at.unit}\t${at.item}`;

const OWN = { zh, en };

const speaker = (scheme: Scheme, language: Language): Say =>
  sayWith(collect[language], OWN[language], collectSentences(scheme, language), checkSentences(scheme, language));
