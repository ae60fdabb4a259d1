/** Section D: admission, keeping pupils in school, children in need, safety. */
import { counted, type Government, type Sheet, sumOf } from '../model.ts';

export function fairnessAnswers(of: Government): Sheet {
  const draw = of.random('fairness');
  const { students, circumstances, kind, schools } = of;
  const local = kind !== 'own';
  const primaryIntake = Math.round((students.primary / 6) * 0.58);
  const juniorIntake = Math.round((students.junior / 3) * 0.55);
  const quota = Math.round((students.senior / 3) * 0.52);
  const allocated = Math.ceil(quota * 0.512);
  const cohort = Math.round(students.junior / 3.05);
  const [arrived, left, died] = [Math.round(cohort * 0.021), Math.round(cohort * 0.034), draw.whole(0, 2)];
  const graduates = Math.ceil((cohort + arrived - left - died) * circumstances.retention);
  const migrants = Math.round((students.primary + students.junior) * 0.043);
  const inPublic = Math.round(migrants * 0.905);
  const disabled = Math.round((students.primary + students.junior) * 0.0094);
  const enrolled = disabled - Math.round(disabled * circumstances.disabledOut);
  const special = local ? Math.min(enrolled, sumOf(schools, 'specialStudents')) : 0;
  const atHome = Math.round((enrolled - special) * 0.22);
  const ofAge = Math.round(students.primary * 0.994);
  const leftBehind = Math.round(students.primary * (of.townships > 9 ? 0.062 : 0.021));
  const verified = draw.whole(1, 5);
  const problems = Math.round(schools.length * draw.between(1.1, 1.8)) + 4;
  const meals = draw.whole(6, 15);
  const oversubscribed = kind === 'county' ? draw.whole(0, 1) : 0;
  const dropouts = kind === 'county' ? draw.whole(0, 6) : 0;
  return {
    primaryIntake: counted(primaryIntake),
    primaryInZone: counted(primaryIntake),
    juniorIntake: counted(juniorIntake),
    juniorInZone: counted(Math.ceil(juniorIntake * 0.972)),
    privateOversubscribed: counted(oversubscribed),
    privateLottery: counted(oversubscribed),
    quotaPlan: counted(quota),
    quotaAllocated: counted(allocated),
    quotaRural: counted(Math.round(allocated * 0.46)),
    examEntrance: counted(0),
    primaryAgePopulation: counted(ofAge),
    primaryAgeEnrolled: counted(ofAge),
    juniorAgePopulation: counted(Math.round(students.junior / draw.between(1.01, 1.04))),
    nineYearGraduates: counted(graduates),
    nineYearIntake: counted(cohort),
    nineYearIn: counted(arrived),
    nineYearOut: counted(left),
    nineYearDied: counted(died),
    dropoutsFound: counted(dropouts),
    dropoutsReturned: counted(dropouts),
    dropoutsRemaining: counted(0),
    migrantEligible: counted(migrants),
    migrantInPublic: counted(inPublic),
    migrantInPurchased: counted(Math.round(migrants * 0.021)),
    leftBehind: counted(leftBehind),
    leftBehindOnFile: counted(leftBehind),
    leftBehindPaired: counted(Math.round(leftBehind * 0.97)),
    careTownships: counted(of.townships),
    disabledPopulation: counted(local ? disabled : 0),
    disabledSpecial: counted(special),
    disabledInclusive: counted(local ? enrolled - special - atHome : 0),
    homeTeaching: counted(local ? atHome : 0),
    resourceRooms: counted(Math.round(schools.length * 0.05)),
    complaints: counted(verified + draw.whole(2, 9)),
    complaintsVerified: counted(verified),
    complaintsHandled: counted(verified),
    safetyRounds: counted(draw.whole(4, 8)),
    safetyProblems: counted(problems),
    safetyRectified: counted(problems),
    mealProblems: counted(meals),
    mealRectified: counted(meals),
    majorAccidents: counted(0),
    largerAccidents: counted(0),
    accidentDeaths: counted(0),
    massIncidents: counted(0),
    dangerousBuildings: counted(0),
    disciplineCases: counted(0),
    healthIncidents: counted(0),
  };
}
