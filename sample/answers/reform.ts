/** Section C: 双减, 优质均衡, senior high, vocational schools, research. */
import { counted, type Government, type Sheet, state, sumOf, yesIf } from '../model.ts';

/** Passed the provincial assessment of 优质均衡; listed for the national one. */
const BALANCED = ['望川区', '锦湖区'];
const BALANCED_NEXT = ['沐源区', '澄安市'];
const COMPULSORY = ['小学', '教学点', '初中', '九年一贯制', '完全中学', '十二年一贯制'];

export function reformAnswers(of: Government): Sheet {
  const draw = of.random('reform');
  const { students, circumstances, schools, kind } = of;
  const pupils = students.primary + students.junior;
  const sampled = Math.ceil(schools.filter(({ type }) => COMPULSORY.includes(type)).length * 0.3);
  const intake = Math.round(students.senior / 2.97);
  const vocational = Math.round(students.vocational / 2.9);
  const vocationalSchools = schools.filter(({ type }) => type === '中职').length;
  const subjects = kind === 'county' ? 6 : 0;
  const senior = students.senior + students.vocational;
  const specialists = Math.round(sumOf(schools, 'vocationalTeachers') * 0.52);
  const due = kind === 'own' ? 15 : kind === 'zone' ? 3 : 13;
  return {
    afterSchoolParticipants: counted(Math.round(pupils * draw.between(0.93, 0.947))),
    subjectInstitutionsBefore: counted(kind === 'county' ? Math.max(20, Math.round(pupils / 320)) : 0),
    homeworkSampled: counted(sampled),
    homeworkCompliant: counted(sampled),
    managementSampled: counted(sampled),
    sleepCompliant: counted(sampled - circumstances.sleepFailed),
    phoneCompliant: counted(sampled),
    readingCompliant: counted(sampled),
    monitorSubjects: counted(subjects),
    monitorLevelMet: counted(subjects),
    monitorGapMet: counted(Math.max(0, subjects - (kind === 'county' ? circumstances.monitorMissed : 0))),
    balancedPassed: yesIf(BALANCED.includes(of.name)),
    balancedPlanned: yesIf(BALANCED_NEXT.includes(of.name)),
    populationAge15to17: counted(kind === 'own' ? 0 : Math.round((senior * 1.27) / draw.between(0.925, 0.955))),
    seniorStagePlan: state('92'),
    seniorIntake: counted(intake, Math.round(intake * 0.981)),
    seniorIntakePlan: counted(Math.ceil(intake * 1.004), Math.ceil(intake * 0.985)),
    modelSchoolPlan: state('60'),
    vocationalIntake: counted(vocational, Math.round(vocational * 0.972)),
    vocationalCompliant: counted(Math.max(0, vocationalSchools - circumstances.vocationalBelow)),
    vocationalCompliantPlan: state('100'),
    specialistTeachers: counted(specialists),
    dualQualified: counted(Math.round(specialists * circumstances.dualQualified)),
    upskillPlanned: counted(Math.round(students.vocational * 0.11)),
    upskillDone: counted(Math.round(students.vocational * 0.11)),
    researchStaff: counted(kind === 'own' ? 32 : kind === 'zone' ? 2 : draw.whole(9, 16)),
    researchSubjectsDue: counted(due),
    researchSubjectsCovered: counted(due - circumstances.researchMissing),
    reformTasksDue: counted(12),
    reformTasksDone: counted(12),
    rankingViolations: counted(0),
  };
}
