/**
 * The schools of one county: how many of each type, which pupils they have, and what a school list asks of each.
 * Pupils are dealt out so that the county's number by level is met exactly.
 */
import type { Circumstances, School, SchoolType, Students } from './model.ts';
import type { Place } from './places.ts';
import { apportion, type Random, randomFor } from './random.ts';
import { resourcesOf } from './resources.ts';

/** How many of a type there are in a county. */
export type Mix = Readonly<Record<SchoolType, number>>;

type Part = 'kg' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special';
const PARTS: Readonly<Record<SchoolType, readonly Part[]>> = {
  幼儿园: ['kg'],
  小学: ['primary'],
  教学点: ['primary'],
  初中: ['junior'],
  九年一贯制: ['primary', 'junior'],
  完全中学: ['junior', 'senior'],
  十二年一贯制: ['primary', 'junior', 'senior'],
  高中: ['senior'],
  中职: ['vocational'],
  特教: ['special'],
};
/** How large the part of a level is beside that of other types. */
const WEIGHT: Readonly<Record<SchoolType, number>> = {
  幼儿园: 1,
  小学: 1,
  教学点: 0.06,
  初中: 1,
  九年一贯制: 0.6,
  完全中学: 0.75,
  十二年一贯制: 0.5,
  高中: 1.25,
  中职: 1,
  特教: 1,
};

const SUFFIX: Readonly<Record<SchoolType, string>> = {
  幼儿园: '幼儿园',
  小学: '小学',
  教学点: '教学点',
  初中: '初级中学',
  九年一贯制: '九年制学校',
  完全中学: '中学',
  十二年一贯制: '实验学校',
  高中: '高级中学',
  中职: '中等职业学校',
  特教: '特殊教育学校',
};
const ORDINALS = ['第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九', '第十'];
const VILLAGES =
  '上寨 下寨 新华 团结 前进 光明 幸福 胜利 友谊 红星 东风 建设 和谐 民族 丰收 向阳 中心 新村 大桥 双龙'.split(' ');
const KG_WORDS = '童心 阳光 金贝 小星星 启明 七彩 春苗 爱心 蓝天 育苗 摇篮 花蕾 乐童 小太阳 智慧树'.split(' ');

interface Seat {
  readonly type: SchoolType;
  readonly nth: number;
  readonly random: Random;
}

function nameOf(place: Pick<Place, 'name' | 'towns'>, { type, nth }: Seat): string {
  const town = place.towns[nth % place.towns.length] ?? '';
  const round = Math.floor(nth / place.towns.length);
  if (type === '高中' || type === '中职' || type === '完全中学') {
    const ordinal = ORDINALS[nth] ?? ORDINALS[0];
    return type === '完全中学' ? `${place.name}${town}中学` : `${place.name}${ordinal}${SUFFIX[type]}`;
  }
  if (type === '特教') return `${place.name}${SUFFIX[type]}`;
  const words = type === '幼儿园' ? KG_WORDS : VILLAGES;
  const word = round === 0 ? (type === '幼儿园' ? '中心' : '') : (words[(round * 3 + nth) % words.length] ?? '');
  return `${place.name}${town}${word}${round > words.length ? ORDINALS[round % 10] : ''}${SUFFIX[type]}`;
}

function ownershipOf(seat: Seat, of: number, { publicKg }: Circumstances): School['ownership'] {
  if (seat.type === '十二年一贯制') return '民办';
  if (seat.type !== '幼儿园') return '公办';
  // In order of size drawn alike, so the share of children follows the share of kindergartens.
  const place = seat.nth / of;
  return place < publicKg ? '公办' : place < publicKg + 0.33 ? '普惠性民办' : '民办';
}

/** Pupils of each part, met exactly; nobody under the floor of a school that is open. */
function deal(total: number, seats: readonly Seat[], part: Part): Map<Seat, number> {
  const holding = seats.filter((seat) => PARTS[seat.type].includes(part));
  const spread: readonly [number, number] = part === 'kg' ? [0.75, 1.25] : [0.55, 1.35];
  const weights = holding.map((seat) => WEIGHT[seat.type] * seat.random.between(...spread));
  const dealt = apportion(total, weights);
  return new Map(holding.map((seat, index) => [seat, dealt[index] ?? 0]));
}

export interface SchoolPlan {
  readonly place: Pick<Place, 'code' | 'name' | 'towns' | 'urban'>;
  readonly mix: Mix;
  readonly students: Students;
  readonly special: number;
  readonly circumstances: Circumstances;
  /** The zone the county hosts, and how many of the county's schools stand on its ground. */
  readonly zone: { readonly code: string; readonly schools: number };
}

export function schoolsOf(plan: SchoolPlan): School[] {
  const { place, mix, students, circumstances } = plan;
  const types = Object.keys(mix) as SchoolType[];
  const seats: Seat[] = types.flatMap((type) =>
    Array.from({ length: mix[type] }, (_, nth) => ({ type, nth, random: randomFor(`${place.code} ${type} ${nth}`) })),
  );
  const dealt = new Map<Part, Map<Seat, number>>(
    (['kg', 'primary', 'junior', 'senior', 'vocational'] as const).map((part) => [
      part,
      deal(students[part], seats, part),
    ]),
  );
  dealt.set('special', deal(plan.special, seats, 'special'));
  const taken = new Set<string>();
  return seats.map((seat, index) => {
    const pupils = Object.fromEntries([...dealt].map(([part, of]) => [part, of.get(seat) ?? 0])) as Record<
      Part,
      number
    >;
    let name = nameOf(place, seat);
    for (let n = 2; taken.has(name); n++) name = `${nameOf(place, seat)}（${n}）`;
    taken.add(name);
    const ownership = ownershipOf(seat, mix[seat.type], circumstances);
    const rural = !place.urban && seat.random.chance(seat.type === '教学点' ? 1 : 0.5);
    return {
      code: `${place.code}${String(index + 1).padStart(4, '0')}`,
      name,
      type: seat.type,
      ownership,
      area: rural ? '乡村' : place.urban ? '城区' : '镇区',
      boarding:
        ['初中', '九年一贯制', '高中', '中职', '十二年一贯制'].includes(seat.type) && !place.urban ? '是' : '否',
      parent: index % 9 === 4 && Math.floor(index / 9) < plan.zone.schools ? plan.zone.code : place.code,
      ...resourcesOf({ type: seat.type, ownership, pupils, circumstances, random: seat.random, nth: seat.nth }),
    };
  });
}
