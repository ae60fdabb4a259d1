/** What a task asks for: forms with their rows in order, also those another department files, and the schools of a list. */
import type { DeptCode } from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/index.ts';
import type { Level, Scheme, SchemeForm, SchemeItem } from '../../scheme/index.ts';
import { isAsked } from '../entry/statement.ts';
import type { RoundContext } from './rounds.store.ts';
import type { Place } from './seats.ts';

export interface RowOfForm {
  readonly item: SchemeItem;
  /** Who files it; absent for a row that is computed. */
  readonly by?: DeptCode;
  /** It is this task's to answer. */
  readonly asked: boolean;
  readonly heading?: string;
}

export interface FormOfTask extends Pick<SchemeForm, 'code' | 'name' | 'note'> {
  readonly rows: readonly RowOfForm[];
}

const levelOfTask = (unit: OrgUnit, { part }: Pick<Place, 'part'>): Level =>
  part === 'schools' ? 'school' : levelOf(unit);

export function formsOfTask(scheme: Scheme, unit: OrgUnit, task: Pick<Place, 'dept' | 'part'>): readonly FormOfTask[] {
  const level = levelOfTask(unit, task);
  const forms = scheme.forms.filter(
    (form) => form.level === level && (task.dept === '' || form.dept === undefined || form.dept === task.dept),
  );
  return forms.map((form) => ({
    code: form.code,
    name: form.name,
    ...(form.note === undefined ? {} : { note: form.note }),
    rows: form.items.map((item) => {
      const by = item.computed === undefined ? item.by[level] : undefined;
      const heading = form.headings.get(item.code);
      return {
        item,
        ...(by === undefined ? {} : { by }),
        asked: by !== undefined && (task.part === 'schools' || task.dept === '' || by === task.dept),
        ...(heading === undefined ? {} : { heading }),
      };
    }),
  }));
}

/** Items a task asks for, in the order of its forms. */
export const itemsAsked = (forms: readonly FormOfTask[]): readonly SchemeItem[] => [
  ...new Set(forms.flatMap(({ rows }) => rows.flatMap(({ item, asked }) => (asked ? [item] : [])))),
];

/** The schools the list of `unit` holds: asked with any item schools state. */
export function schoolsOf(unit: OrgUnit, { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>): OrgUnit[] {
  const item = [...scheme.items.values()].find(({ by, computed }) => computed === undefined && by.school !== undefined);
  if (item === undefined) return [];
  const list = { dept: '', part: 'schools' } as const;
  return register.tree.units.filter(
    (school) => school.kind === 'school' && isAsked(item, school, unit, list, register),
  );
}

/** Cells of this year a task asks for. */
export function countAsked(context: Pick<RoundContext, 'scheme' | 'register'>, task: Place): number {
  const unit = context.register.unitOf(task.unit);
  if (unit === undefined) return 0;
  const items = itemsAsked(formsOfTask(context.scheme, unit, task)).length;
  return task.part === 'schools' ? items * schoolsOf(unit, context).length : items;
}
