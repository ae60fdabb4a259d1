/** Section A: how often leaders dealt with education, pupils' fitness and eyesight. */
import { counted, type Government, type Sheet, state, sumOf, yes } from '../model.ts';

export function partyAnswers(of: Government): Sheet {
  const random = of.random('party');
  const { circumstances, students, kind } = of;
  const tested = Math.round((students.primary + students.junior + students.senior) * 0.987);
  const lastTested = Math.round(tested * 0.994);
  // 优良率 in 0.01 %: a county whose rate fell three years running falls again this year.
  const rate = circumstances.fallingFitness > 0 ? 4810 : random.whole(5130, 5420);
  const lastRate = rate + (circumstances.fallingFitness > 0 ? 140 : -random.whole(110, 190));
  const good = Math.round((tested * rate) / 10_000);
  const lastGood = Math.round((lastTested * lastRate) / 10_000);
  const excellent = Math.round(good * 0.27);
  const lastExcellent = Math.round(lastGood * 0.265);
  const screened = Math.round((students.kg * 0.6 + students.primary + students.junior + students.senior) * 0.992);
  const lastScreened = Math.round(screened * 0.995);
  const myopia = random.whole(4880, 5140);
  return {
    partyMeetings: counted(random.whole(3, 6)),
    govMeetings: counted(random.whole(4, 8)),
    leadersDue: counted(2),
    leadersVisited: counted(2),
    leadersLectured: counted(2),
    leaderVisits: counted(random.whole(6, 18)),
    leaderLectures: counted(random.whole(2, 5)),
    workReportListed: yes,
    workReportPage: state(`第${random.whole(12, 26)}页`),
    planListed: yes,
    fitnessTested: counted(tested, lastTested),
    fitnessExcellent: counted(excellent, lastExcellent),
    fitnessGood: counted(good - excellent, lastGood - lastExcellent),
    fitnessPassed: counted(Math.round(tested * 0.947), Math.round(lastTested * 0.942)),
    fitnessFallingYears: counted(circumstances.fallingFitness),
    myopiaScreened: counted(screened, lastScreened),
    myopic: counted(
      Math.round((screened * myopia) / 10_000),
      Math.round((lastScreened * (myopia - circumstances.myopiaChange)) / 10_000),
    ),
    higherIdeologyTeachers: kind === 'own' ? counted(53) : state('不适用'),
    higherStudents: kind === 'own' ? counted(16_842) : state('不适用'),
    rankingViolations: counted(0),
    smartSchools: counted(Math.ceil(of.schools.length * 0.04)),
    platformTeachers: counted(Math.round(teachersOf(of) * 0.99)),
    platformTeachersDue: counted(teachersOf(of)),
  };
}

const TEACHER_ITEMS = [
  'kgTeachers',
  'primaryTeachers',
  'juniorTeachers',
  'seniorTeachers',
  'vocationalTeachers',
  'specialTeachers',
];
export const teachersOf = (of: Government): number =>
  TEACHER_ITEMS.reduce((sum, item) => sum + sumOf(of.schools, item), 0);
