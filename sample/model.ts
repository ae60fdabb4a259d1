/** What the generator is made of: schools with their counts, and what each government states about itself. */
import type { Random } from './random.ts';

export const LEVELS = ['kg', 'primary', 'junior', 'senior', 'vocational'] as const;
export type Level = (typeof LEVELS)[number];
export type Students = Readonly<Record<Level, number>>;

export type SchoolType =
  | '幼儿园'
  | '小学'
  | '教学点'
  | '初中'
  | '九年一贯制'
  | '完全中学'
  | '十二年一贯制'
  | '高中'
  | '中职'
  | '特教';

export interface School {
  readonly code: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly ownership: '公办' | '普惠性民办' | '民办';
  readonly area: '城区' | '镇区' | '乡村';
  readonly boarding: '是' | '否';
  /** Code of the county, the zone or (for its own schools) the prefecture it belongs to. */
  readonly parent: string;
  /** Item code -> number; money in 0.01 万元. */
  readonly counts: Readonly<Record<string, number>>;
  /** Item code -> 是, 否 or 不适用. */
  readonly answers: Readonly<Record<string, string>>;
}

/** One answer on a form, as a person would type it. */
export interface Stated {
  readonly now: string;
  readonly prior?: string;
  /** 说明 */
  readonly reason?: string;
}
/** Item code -> answer. */
export type Sheet = Readonly<Record<string, Stated>>;

/** What the sections below are told about one government: its own level, a county, or the zone. */
export interface Government {
  readonly code: string;
  readonly name: string;
  readonly kind: 'own' | 'county' | 'zone';
  /** Those in its statistics: a county's hold those of the zone it hosts. */
  readonly schools: readonly School[];
  readonly students: Students;
  /** 一般公共预算教育支出 in 0.01 万元, this year and last. */
  readonly spent: readonly [number, number];
  readonly townships: number;
  readonly circumstances: Circumstances;
  /** A stream of its own for each topic. */
  random(topic: string): Random;
}

/** Where one government differs from the rest: the bad news the sample holds. Rates are shares of what is due. */
export interface Circumstances {
  /** 生均 growth by level where it is not the usual one. */
  readonly growth: Partial<Record<Level, number>>;
  readonly whyFallen: Partial<Record<Level, string>>;
  readonly feedback: readonly [closed: number, overdue: number, of: number];
  /** Share of compulsory classes of 56 and more, of 66 and more. */
  readonly largeClasses: readonly [number, number];
  readonly seniorLarge: number;
  readonly publicKg: number;
  readonly posts: number;
  readonly payRatio: number;
  readonly fundsPaid: number;
  readonly rotation: number;
  readonly trained: number;
  readonly ethicsOpen: number;
  readonly fallingFitness: number;
  /** Change of the myopia rate in 0.01 percentage points. */
  readonly myopiaChange: number;
  readonly psychology: number;
  readonly guards: number;
  readonly labor: number;
  readonly belowStandard: number;
  readonly unevenSports: boolean;
  readonly unsupervised: number;
  readonly sleepFailed: number;
  readonly monitorMissed: number;
  readonly vocationalBelow: number;
  readonly dualQualified: number;
  readonly researchMissing: number;
  readonly retention: number;
  readonly disabledOut: number;
  readonly satisfaction: number;
  readonly unproved: number;
  readonly tasksOpen: number;
  readonly awards: number;
}

/** Whole numbers as people type them. */
export const count = (value: number): string => String(Math.round(value));
/** Hundredths => two decimals. */
export const hundredths = (value: number): string => {
  const whole = Math.round(value);
  const sign = whole < 0 ? '-' : '';
  const digits = String(Math.abs(whole)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
export const state = (now: string, prior?: string, reason?: string): Stated => ({
  now,
  ...(prior === undefined ? {} : { prior }),
  ...(reason === undefined ? {} : { reason }),
});
export const counted = (now: number, prior?: number, reason?: string): Stated =>
  state(count(now), prior === undefined ? undefined : count(prior), reason);
/** Amounts in 0.01 万元. */
export const money = (now: number, prior?: number, reason?: string): Stated =>
  state(hundredths(now), prior === undefined ? undefined : hundredths(prior), reason);
export const yes: Stated = { now: '是' };
export const no: Stated = { now: '否' };
export const yesIf = (truth: boolean): Stated => (truth ? yes : no);

export const sumOf = (schools: readonly School[], item: string): number =>
  schools.reduce((sum, school) => sum + (school.counts[item] ?? 0), 0);
