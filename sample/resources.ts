/** What one school has: classes, staff, the seven resources of each part, and its yes-or-no answers. */
import type { Circumstances, School, SchoolType } from './model.ts';
import type { Random } from './random.ts';

export interface SchoolSeed {
  readonly type: SchoolType;
  readonly ownership: School['ownership'];
  readonly pupils: Readonly<Record<'kg' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special', number>>;
  readonly circumstances: Circumstances;
  readonly random: Random;
  readonly nth: number;
}

/** Limits of 教督〔2017〕6号 per hundred pupils or per pupil; what the sample aims above. */
const AIMS = {
  primary: { degree: 4.2, backbone: 1, arts: 0.9, teaching: 4.5, sports: 7.5, equipment: 2000, media: 2.3 },
  junior: { degree: 5.3, backbone: 1, arts: 0.9, teaching: 5.8, sports: 10.2, equipment: 2500, media: 2.4 },
} as const;

/** Raw amounts of the seven resources; equipment in 0.01 万元. */
function sevenResources(part: 'primary' | 'junior', seed: SchoolSeed): Record<string, number> {
  const { random, circumstances } = seed;
  const aims = AIMS[part];
  const pupils = seed.pupils[part];
  // Two resources far short: the six-of-seven rule is missed.
  const short = random.chance(circumstances.belowStandard) ? 0.8 : 1;
  const richGround = circumstances.unevenSports && seed.nth % 2 === 0 ? 4.2 : 1;
  const amount = (aim: number, room: number, factor = 1): number =>
    pupils * aim * (1.01 + random.share() * room) * factor;
  return {
    [`${part}DegreeTeachers`]: Math.ceil(amount(aims.degree, 0.25) / 100),
    [`${part}BackboneTeachers`]: Math.ceil(amount(aims.backbone, 0.4) / 100),
    [`${part}ArtsTeachers`]: Math.ceil(amount(aims.arts, 0.3) / 100),
    [`${part}TeachingArea`]: Math.ceil(amount(aims.teaching, 0.4, short)),
    [`${part}SportsArea`]: Math.ceil(amount(aims.sports, 0.4, richGround)),
    [`${part}Equipment`]: Math.ceil(amount(aims.equipment, 0.5, short) / 100),
    [`${part}MediaRooms`]: Math.ceil(amount(aims.media, 0.3) / 100),
  };
}

const TEACHING = { kg: 13.2, primary: 16.4, junior: 12.6, senior: 12.9, vocational: 17.5, special: 4.2 } as const;

export function resourcesOf(seed: SchoolSeed): Pick<School, 'counts' | 'answers'> {
  const { pupils, random, circumstances, type } = seed;
  const size = { kg: 26, primary: random.whole(34, 41), junior: random.whole(40, 46), senior: random.whole(46, 52) };
  const classes = (part: keyof typeof size): number => Math.ceil(pupils[part] / size[part]);
  const teachers = Object.fromEntries(
    Object.entries(TEACHING).map(([part, per]) => [part, Math.ceil(pupils[part as keyof typeof TEACHING] / per)]),
  ) as Record<keyof typeof TEACHING, number>;
  const resources = { ...sevenResources('primary', seed), ...sevenResources('junior', seed) };
  // A school cannot have more qualified teachers than teachers.
  teachers.primary = Math.max(teachers.primary, resources.primaryDegreeTeachers ?? 0);
  teachers.junior = Math.max(teachers.junior, resources.juniorDegreeTeachers ?? 0);
  const full = Object.values(teachers).reduce((a, b) => a + b, 0);
  // Some town schools hold a county's large classes: as many as its share of all classes, in one school of twelve.
  const crowded = seed.nth % 12 === 1 && (type === '小学' || type === '初中');
  const large = (of: number, share: number): number => (crowded ? Math.min(of, Math.round(of * share * 14)) : 0);
  const primaryLarge = large(classes('primary'), circumstances.largeClasses[0]);
  const juniorLarge = large(classes('junior'), circumstances.largeClasses[0]);
  const kg = type === '幼儿园';
  const ask = (met: boolean, concerned = true): string => (concerned ? (met ? '是' : '否') : '不适用');
  const compulsory = pupils.primary + pupils.junior > 0;
  return {
    counts: {
      kgChildren: pupils.kg,
      primaryStudents: pupils.primary,
      juniorStudents: pupils.junior,
      seniorStudents: pupils.senior,
      vocationalStudents: pupils.vocational,
      specialStudents: pupils.special,
      kgClasses: classes('kg'),
      primaryClasses: classes('primary'),
      juniorClasses: classes('junior'),
      seniorClasses: classes('senior'),
      primaryOver45Classes: primaryLarge + (crowded ? Math.min(2, classes('primary') - primaryLarge) : 0),
      juniorOver50Classes: juniorLarge + (crowded ? Math.min(2, classes('junior') - juniorLarge) : 0),
      primaryLargeClasses: primaryLarge,
      juniorLargeClasses: juniorLarge,
      seniorLargeClasses: seed.nth === 0 ? Math.round(classes('senior') * circumstances.seniorLarge * 3) : 0,
      superLargeClasses: circumstances.largeClasses[1] > 0 ? Math.min(1, primaryLarge) : 0,
      staff: full + Math.ceil(full * (kg ? 0.35 : 0.09)),
      kgTeachers: teachers.kg,
      primaryTeachers: teachers.primary,
      juniorTeachers: teachers.junior,
      seniorTeachers: teachers.senior,
      vocationalTeachers: teachers.vocational,
      specialTeachers: teachers.special,
      certifiedTeachers: full - (kg && random.chance(0.1) ? 1 : 0),
      ideologyTeachers: kg ? 0 : Math.max(1, Math.round((full * 0.9) / 20)),
      psychologyTeachers: kg || !random.chance(circumstances.psychology) ? 0 : Math.max(1, Math.round(full / 60)),
      ...resources,
      otherMediaRooms: Math.ceil((pupils.senior + pupils.vocational + pupils.special) / 45),
    },
    answers: {
      laborCompliant: ask(random.chance(circumstances.labor), !kg),
      peCompliant: ask(true, !kg),
      dailySport: ask(true, !kg),
      afterSchoolOffered: ask(true, compulsory),
      partyLeadership: ask(true, !kg && type !== '教学点' && seed.ownership === '公办'),
      charterSet: ask(true),
      internetConnected: ask(true),
      campusClosed: ask(true),
      guardsMet: ask(random.chance(circumstances.guards)),
      alarmLinked: ask(true),
    },
  };
}
