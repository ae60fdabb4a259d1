/** Section E: what people say, and how true the self-assessment is. */
import { counted, type Government, no, type Sheet } from '../model.ts';

export function trustAnswers(of: Government): Sheet {
  const { circumstances, kind } = of;
  const valid = kind === 'own' ? 0 : of.random('survey').whole(980, 1_320);
  const last = Math.round(valid * 0.93);
  return {
    surveyValid: counted(valid, last),
    surveySatisfied: counted(
      Math.round(valid * circumstances.satisfaction),
      Math.round(last * (circumstances.satisfaction - 0.008)),
    ),
    falseFigures: counted(0),
    unprovedFigures: counted(circumstances.unproved),
    fraudConfirmed: no,
    keyTasksDue: counted(20),
    keyTasksDone: counted(20 - circumstances.tasksOpen),
    nationalAwards: counted(0),
    provincialAwards: counted(circumstances.awards),
  };
}
