/** The governments of the sample with their schools: fifteen counties, the zone, and the prefecture's own level. */
import { circumstancesOf } from './circumstances.ts';
import type { Government, Level, School, Students } from './model.ts';
import { LEVELS, sumOf } from './model.ts';
import { COUNTIES, OWN_SPENT, type Place, PREFECTURE, ZONE } from './places.ts';
import { apportion, randomFor } from './random.ts';
import { type Mix, schoolsOf } from './schools.ts';

/** [all schools, compulsory schools, senior high, vocational]; with the 26 of the prefecture's own level 1,986. */
const SCHOOLS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  望川区: [240, 100, 4, 2],
  锦湖区: [160, 66, 3, 1],
  沐源区: [115, 50, 2, 1],
  云屏县: [235, 114, 4, 2],
  石渡县: [105, 51, 2, 1],
  松坪县: [95, 47, 1, 1],
  竹岭县: [90, 45, 1, 1],
  白渡县: [100, 49, 2, 1],
  青栎县: [95, 46, 1, 1],
  丰禾县: [110, 53, 2, 2],
  平澜县: [90, 44, 1, 1],
  南硚县: [105, 51, 2, 1],
  乌亭县: [85, 42, 1, 1],
  鹿鸣县: [115, 56, 2, 1],
  澄安市: [220, 102, 4, 2],
};

/** 生均一般公共预算教育经费 of an ordinary county in yuan, and the usual share of each level among its pupils. */
export const USUAL_COST: Students = { kg: 10_400, primary: 13_100, junior: 17_500, senior: 15_700, vocational: 15_200 };
const LEVEL_SHARE: Students = { kg: 0.165, primary: 0.44, junior: 0.225, senior: 0.115, vocational: 0.055 };
/** Of 一般公共预算教育支出, what is spent per pupil; the rest serves no single level. */
const SPENT_ON_PUPILS = 0.975;

/** One county whose numbers people know from the forms. */
const YUNPING: Students = { kg: 10_402, primary: 34_206, junior: 17_866, senior: 9_547, vocational: 4_206 };
export const OWN_STUDENTS: Students = { kg: 3_912, primary: 2_318, junior: 2_645, senior: 14_860, vocational: 9_614 };

function mixOf(place: Place): Mix {
  const [all, compulsory, senior, vocational] = SCHOOLS[place.name] ?? [0, 0, 0, 0];
  const shares = place.urban ? [0.66, 0, 0.22, 0.08, 0.03, 0.01] : [0.45, 0.2, 0.19, 0.13, 0.02, 0.01];
  const [primary = 0, points = 0, junior = 0, nine = 0, complete = 0, twelve = 0] = apportion(compulsory, shares);
  return {
    小学: primary,
    教学点: points,
    初中: junior,
    九年一贯制: nine,
    完全中学: complete,
    十二年一贯制: twelve,
    高中: senior,
    中职: vocational,
    特教: 1,
    幼儿园: all - compulsory - senior - vocational - 1,
  };
}

/** As many pupils as the money pays for at about the usual cost. */
function studentsOf(place: Place): Students {
  if (place.name === '云屏县') return YUNPING;
  const random = randomFor(`${place.code} students`);
  const shares = LEVELS.map((level) => LEVEL_SHARE[level] * random.between(0.94, 1.06));
  const whole = shares.reduce((a, b) => a + b, 0);
  const cost = LEVELS.reduce((sum, level, i) => sum + ((shares[i] ?? 0) / whole) * USUAL_COST[level], 0);
  const pupils = Math.round((place.spent[0] * 100 * SPENT_ON_PUPILS) / cost);
  const dealt = apportion(pupils, shares);
  return Object.fromEntries(LEVELS.map((level, i) => [level, dealt[i] ?? 0])) as Record<Level, number>;
}

function county(place: Place): Government {
  const circumstances = circumstancesOf(place.name);
  const students = studentsOf(place);
  const special = Math.round(students.primary / 190);
  const zone = { code: ZONE.code, schools: place.code === ZONE.host ? ZONE.schools : 0 };
  const schools = schoolsOf({ place, mix: mixOf(place), students, special, circumstances, zone });
  return {
    ...place,
    kind: 'county',
    schools,
    students,
    circumstances,
    random: (topic) => randomFor(`${place.code} ${topic}`),
  };
}

const OWN_MIX: Mix = {
  小学: 0,
  教学点: 0,
  初中: 0,
  九年一贯制: 1,
  完全中学: 1,
  十二年一贯制: 0,
  高中: 6,
  中职: 4,
  特教: 1,
  幼儿园: 13,
};

function ownLevel(): Government {
  const place = {
    code: PREFECTURE.code,
    name: PREFECTURE.name,
    urban: true,
    towns: [
      '实验',
      '城南',
      '城北',
      '师范附属',
      '滨江',
      '机关',
      '卫校附属',
      '学院附属',
      '农科院',
      '供电',
      '交通',
      '江岸',
      '新城',
    ],
  };
  const circumstances = circumstancesOf(place.name);
  const plan = {
    place,
    mix: OWN_MIX,
    students: OWN_STUDENTS,
    special: 214,
    circumstances,
    zone: { code: ZONE.code, schools: 0 },
  };
  return {
    code: place.code,
    name: place.name,
    kind: 'own',
    schools: schoolsOf(plan),
    students: OWN_STUDENTS,
    spent: OWN_SPENT,
    townships: 0,
    circumstances,
    random: (topic) => randomFor(`own ${topic}`),
  };
}

const STUDENT_ITEM: Readonly<Record<Level, string>> = {
  kg: 'kgChildren',
  primary: 'primaryStudents',
  junior: 'juniorStudents',
  senior: 'seniorStudents',
  vocational: 'vocationalStudents',
};

function zoneOf(host: Government): Government {
  const schools: School[] = host.schools.filter(({ parent }) => parent === ZONE.code);
  const students = Object.fromEntries(LEVELS.map((level) => [level, sumOf(schools, STUDENT_ITEM[level])]));
  return {
    code: ZONE.code,
    name: ZONE.name,
    kind: 'zone',
    schools,
    students: students as Record<Level, number>,
    spent: ZONE.spent,
    townships: 0,
    circumstances: circumstancesOf(ZONE.name),
    random: (topic) => randomFor(`${ZONE.code} ${topic}`),
  };
}

export interface Territory {
  readonly own: Government;
  readonly counties: readonly Government[];
  readonly zone: Government;
}

export function territory(): Territory {
  const counties = COUNTIES.map(county);
  const host = counties.find(({ code }) => code === ZONE.host);
  if (host === undefined) throw new Error('the zone has no host');
  return { own: ownLevel(), counties, zone: zoneOf(host) };
}
