/** How far a task is, and what keeps it from being submitted. */
import { REASON_LENGTH } from '../../../../src/collect/pure.ts';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import { type Cell, EMPTY, type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { kindOf } from '../speak.ts';
import type { Form } from './form-rows.ts';
import { foundAt, markOf } from './found.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface Tally {
  readonly forms: ReadonlyMap<string, Progress>;
  readonly all: Progress;
  readonly returned: readonly Place[];
  /** In the order of the forms; `required` and nothing else said is counted as empty. */
  readonly places: readonly (Place & { readonly form: string; readonly finding: Finding; readonly isEmpty: boolean })[];
  readonly errors: number;
  readonly warns: number;
  readonly hints: number;
  readonly empty: number;
  readonly lacking: number;
}

export const hasReason = (reason: string): boolean => [...reason.trim()].length >= REASON_LENGTH;

export function tallyOf(now: Snapshot): Tally {
  const { page } = now;
  const items = new Map<string, Item>(page.items.map((item) => [item.code, item]));
  const subjects = page.part === 'schools' ? page.schools : [page.unit];
  const owedAt = owedOf(page);
  const forms = new Map<string, Progress>();
  const returned: Place[] = [];
  const places: Tally['places'][number][] = [];
  for (const form of page.forms) {
    let [done, of] = [0, 0];
    for (const subject of subjects) {
      for (const row of asked(form)) {
        const item = items.get(row.item);
        if (item === undefined) continue;
        const place: Place = { subject: subject.code, item: item.code, year: 'now' };
        const cell = now.cells.get(keyOf(place)) ?? EMPTY;
        of += 1;
        if (cell.typed !== '') done += 1;
        if (cell.returned !== null) returned.push(place);
        const found = foundAt(now, item, subject);
        const finding = (found.length === 0 ? undefined : markOf(found)) ?? owedAt(place, item, cell);
        if (finding === undefined) continue;
        const isEmpty = kindOf(page, finding.code) === 'required' && cell.typed === '';
        places.push({ ...place, form: form.code, finding, isEmpty });
      }
    }
    forms.set(form.code, { done, of });
  }
  const count = (severity: Finding['severity']): number =>
    places.filter(({ finding, isEmpty }) => !isEmpty && finding.severity === severity).length;
  const sum = [...forms.values()].reduce((all, each) => ({ done: all.done + each.done, of: all.of + each.of }), {
    done: 0,
    of: 0,
  });
  return {
    forms,
    all: sum,
    returned,
    places,
    errors: count('error'),
    warns: count('warn'),
    hints: count('hint'),
    empty: places.filter(({ isEmpty }) => isEmpty).length,
    lacking: lackingOf(page, now.others),
  };
}

/**
 * Of a form nobody has begun the checks say nothing yet, and still it cannot be submitted: what is required is known
 * without them. Of lists of schools only cells of rows that were filed are required, which the server tells.
 */
function owedOf(page: TaskPage): (place: Place, item: Item, cell: Cell) => Finding | undefined {
  const check = page.part === 'forms' ? page.checks.find(({ kind }) => kind === 'required') : undefined;
  if (check?.levels.includes(page.unit.level) !== true) return () => undefined;
  const { id: code, severity, items } = check;
  const isOwed = ({ code: item, required }: Item): boolean => required && (items.length === 0 || items.includes(item));
  return (place, item, { typed }) =>
    isOwed(item) && typed === ''
      ? { code, severity, at: { unit: place.subject, item: item.code }, data: { item: item.name, of: page.unit.name } }
      : undefined;
}

const asked = (form: Form): Form['rows'] => form.rows.filter((row) => row.asked);

function lackingOf(page: TaskPage, others: readonly Finding[]): number {
  const missing = others.find(({ code }) => kindOf(page, code) === 'evidenceMissing');
  return missing === undefined ? 0 : Number(missing.data.count);
}
