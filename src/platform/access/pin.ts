/** Which of the 经办人 who share a unit's account is here: each has a PIN of their own. */
import type { Db } from '../db/connect.ts';
import { forgetPinAttempts, takePinAttempt } from './attempts.ts';
import { verifyPassword } from './password.ts';
import { AccessProblem } from './problems.ts';

export interface ChosenPerson {
  readonly person: string;
  readonly name: string;
}

interface Given {
  readonly person?: string | undefined;
  readonly pin?: string | undefined;
}

/** Undefined for an account that is not shared. Throws `access.personWanted`, `noPersonLeft`, `pinRefused`, `pinBlocked`. */
export async function checkPerson(db: Db, account: string, given: Given): Promise<ChosenPerson | undefined> {
  const known = await db
    .selectFrom('person')
    .select(['person', 'name', 'pin', 'left_at'])
    .where('account', '=', account)
    .orderBy('person')
    .execute();
  if (known.length === 0) return undefined;
  const persons = known.filter(({ left_at }) => left_at === null);
  // An account that was shared is nobody's own after the last one has left.
  if (persons.length === 0) throw AccessProblem.noPersonLeft({});
  const chosen = persons.find(({ name }) => name === given.person);
  if (chosen === undefined || given.pin === undefined) {
    throw AccessProblem.personWanted({ persons: persons.map(({ name }) => name) });
  }
  const { person, name } = chosen;
  if (!(await takePinAttempt(db, account, person))) throw AccessProblem.pinBlocked({ person: name });
  if (!(await verifyPassword(chosen.pin, given.pin))) throw AccessProblem.pinRefused({ person: name });
  await forgetPinAttempts(db, account, person);
  return { person, name };
}
