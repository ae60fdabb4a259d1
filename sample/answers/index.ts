/** All a government states, section by section. */
import type { Government, Sheet } from '../model.ts';
import { fairnessAnswers } from './fairness.ts';
import { type Costs, costsOf, financeAnswers } from './finance.ts';
import { partyAnswers } from './party.ts';
import { reformAnswers } from './reform.ts';
import { layoutAnswers, supervisionAnswers } from './supervision.ts';
import { teacherAnswers } from './teachers.ts';
import { trustAnswers } from './trust.ts';

export { wholeCosts } from './finance.ts';
export { reportAnswers } from './report.ts';

export const answersOf = (of: Government, costs: Costs = costsOf(of)): Sheet => ({
  ...partyAnswers(of),
  ...supervisionAnswers(of),
  ...layoutAnswers(of),
  ...financeAnswers(of, costs),
  ...teacherAnswers(of),
  ...reformAnswers(of),
  ...fairnessAnswers(of),
  ...trustAnswers(of),
});
