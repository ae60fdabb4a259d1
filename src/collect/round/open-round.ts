/** A round opened: what is asked (a published scheme), of whom, by when. Every unit and department finds its task. */
import Type from 'typebox';
import type { UnitCode } from '../../kernel/index.ts';
import { keepRegister, loadRegister } from '../../org/index.ts';
import { action } from '../../platform/index.ts';
import { loadPublished } from '../../scheme/index.ts';
import { mayOpenRound } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { planTasks } from './plan-tasks.ts';
import { addRound, addTasks, findRound } from './rounds.store.ts';

const Code = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
const Instant = Type.String({ format: 'date-time' });

export const OpenRound = Type.Object(
  {
    round: Code,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** 省评市 is upward, 市评县 downward. */
    direction: Type.Union([Type.Literal('upward'), Type.Literal('downward')]),
    scheme: Type.String({ minLength: 1, maxLength: 64 }),
    version: Type.String({ minLength: 1, maxLength: 64 }),
    /** Code of the unit whose tree answers. */
    evaluee: Type.String({ minLength: 1, maxLength: 64 }),
    asOf: Type.String({ format: 'date' }),
    opens: Instant,
    due: Instant,
  },
  { additionalProperties: false },
);

/** Throws `collect.roundTaken`, `collect.dueBeforeOpening`, and the scheme's own. */
export const openRound = action({
  name: 'collect.round.open',
  input: OpenRound,
  async load(tx, { scheme, version, asOf, evaluee }, { who }) {
    // A unit merged at this moment would be handed a task after its end, or be merged in spite of it.
    await keepRegister(tx, who.tenant);
    const register = await loadRegister(tx, who.tenant, asOf);
    return {
      scheme: await loadPublished(tx, who.tenant, scheme, version),
      register,
      evaluee: register.numberOf(evaluee),
    };
  },
  may: (who, { evaluee }) => mayOpenRound(who, evaluee),
  async run(tx, input, { scheme, register, evaluee = 0 }, { who, now }) {
    const [opens, due] = [new Date(input.opens), new Date(input.due)];
    if (due <= opens) throw CollectProblem.dueBeforeOpening({ opens: input.opens, due: input.due });
    const { round, name, direction, version, asOf } = input;
    if ((await findRound(tx, who.tenant, round)) !== undefined) throw CollectProblem.roundTaken({ round });
    const of = { tenant: who.tenant, round };
    const row = { ...of, name, direction, scheme: scheme.code as string, version, year: scheme.year };
    await addRound(tx, { ...row, as_of: asOf, evaluee, opens, due });
    const tasks = planTasks(scheme, register, input.evaluee as UnitCode);
    await addTasks(tx, { ...of, due }, tasks, now);
    return { round, tasks: tasks.length };
  },
  audit: ({ tasks }, { round, scheme, version }) => ({ about: `round ${round}`, detail: { scheme, version, tasks } }),
});
