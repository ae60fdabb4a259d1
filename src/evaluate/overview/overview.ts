/**
 * A round on one page: where its stages stand, what each unit has and had, and what to know. Of the units the reader
 * may see, in 行政区划 order and never ranked.
 */
import Type from 'typebox';
import { isOpen, listTasks, mayOpenTask, type Task } from '../../collect/index.ts';
import { add, decimal, printDecimal, subtract } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { PENDING, type UnitResult } from '../contract.ts';
import { type LastResult, lastResults } from '../last/last-results.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { evaluateRound, type RoundEvaluation } from '../round/round-evaluation.ts';
import { attention, lostPoints } from './attention.ts';
import { nextGrade } from './next-grade.ts';
import { lastChangeAt } from './overview.store.ts';

/** Leaves named as losing most. */
const LOST_SHOWN = 5;

export const readOverview = query({
  name: 'evaluate.overview.read',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round: code }, { who, now }) {
    const made = await evaluateRound(tx, who, code);
    const { evaluation, register, revision, round, scheme } = made;
    const seen = evaluation.results.units.filter(({ code }) => maySeeResult(who, register.numberOf(code) ?? 0));
    const last = await lastResults(tx, who, made);
    const tasks = (await listTasks(tx, who.tenant, code)).filter((task) => mayOpenTask(who, task, made));
    const top = register.unitOf(round.evaluee);
    const evaluee = seen.find(({ code }) => code === top?.code);
    const about = evaluee ?? seen[0];
    const late = tasks.filter(({ state, due }) => due < now && !isThrough(state));
    const decimals = scheme.pointsDecimals;
    const lost = about === undefined ? [] : lostPoints(about, decimals);
    const nameOf = ({ unit }: Task): string => register.unitOf(unit)?.name ?? '';
    return {
      revision,
      at: (await lastChangeAt(tx, who.tenant, code)) ?? round.opens,
      state: round.state,
      year: round.year,
      asOf: round.as_of,
      due: round.due,
      scheme: { code: scheme.code as string, version: scheme.version, name: scheme.name },
      total: printDecimal(scheme.total, decimals),
      grades: scheme.grades.map(({ name, from }) => ({
        name,
        ...(from === undefined ? {} : { from: printDecimal(from, decimals) }),
      })),
      /** The unit that is looked at first: the one the round is about, or the only one that may be seen. */
      about: about?.code ?? '',
      units: seen.map((unit) => {
        const number = register.numberOf(unit.code) ?? 0;
        const filing = filingOf(tasks.filter((task) => task.unit === number));
        return { ...standing(unit, last.get(number), made), ...(filing === undefined ? {} : { filing }) };
      }),
      stages: stagesOf(tasks),
      attention: attention({ evaluee, units: seen, late: late.map(nameOf), decimals }),
      lost: { leaves: lost.length, of: about?.results.length ?? 0, most: lost.slice(0, LOST_SHOWN) },
    };
  },
});

function standing(result: UnitResult, last: LastResult | undefined, { scheme, register }: RoundEvaluation) {
  const { code, unit: name, level, score, of, bonus, gradeBySum, grade, undecided } = result;
  const { vetoes, downgrades, ceilings, sections, credibility } = result;
  const next = gradeBySum === PENDING ? undefined : nextGrade(add(decimal(score), decimal(bonus)), scheme);
  const difference =
    last === undefined || undecided.length > 0
      ? undefined
      : printDecimal(subtract(decimal(score), decimal(last.score)), scheme.pointsDecimals);
  const open = result.results
    .filter(({ points }) => points === undefined)
    .reduce((sum, { of }) => add(sum, decimal(of)), decimal('0'));
  return {
    /** A zone stands beside counties and is none. */
    isZone: register.unitOf(register.numberOf(code) ?? 0)?.kind === 'zone',
    /** Points of the leaves that are undecided, and of those that are decided. */
    open: printDecimal(open, scheme.pointsDecimals),
    decided: printDecimal(subtract(decimal(of), open), scheme.pointsDecimals),
    ...{ code, name, level, score, of, bonus, gradeBySum, grade, vetoes, downgrades, ceilings, sections, undecided },
    ...(credibility === undefined ? {} : { credibility }),
    ...(next === undefined ? {} : { next }),
    ...(last === undefined
      ? {}
      : {
          last: {
            score: printDecimal(decimal(last.score), scheme.pointsDecimals),
            grade: last.grade,
            source: last.source,
            /** This year's less last year's; absent while this year's is not whole. */
            ...(difference === undefined ? {} : { difference }),
          },
        }),
  };
}

/** How far a unit's tasks are together, by the one that is furthest behind; undefined where none may be seen. */
function filingOf(tasks: readonly Task[]): 'returned' | 'filling' | 'waiting' | 'accepted' | undefined {
  if (tasks.length === 0) return undefined;
  if (tasks.some(({ state }) => state === 'returned')) return 'returned';
  if (tasks.some(({ state }) => isOpen(state))) return 'filling';
  return tasks.every(({ state }) => isThrough(state)) ? 'accepted' : 'waiting';
}

const isThrough = (state: string): boolean => state === 'accepted' || state === 'locked';

/** 填报 and 审核, counted by unit and by task. */
function stagesOf(tasks: readonly Task[]) {
  const byUnit = [...Map.groupBy(tasks, ({ unit }) => unit).values()];
  const handedIn = byUnit.filter((each) => each.every(({ state }) => !isOpen(state)));
  return {
    collect: {
      units: { done: handedIn.length, of: byUnit.length },
      returned: count(tasks, (state) => state === 'returned'),
    },
    review: {
      tasks: { done: count(tasks, isThrough), of: tasks.length },
      waiting: count(tasks, (state) => !isOpen(state) && !isThrough(state)),
    },
  };
}

const count = (tasks: readonly Task[], is: (state: string) => boolean): number =>
  tasks.filter(({ state }) => is(state)).length;
