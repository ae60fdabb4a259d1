/**
 * The checks of the written report a scheme may name, with what holds where it says nothing: one table, read by the
 * scheme's own check and by 校核. A parameter is a number or words with spaces between; `tells` are the words a
 * scheme's own sentence may put in braces.
 */
import { parseDecimal, type Severity } from '../kernel/index.ts';
import type { CheckFile } from './contract.ts';
import type { Notes } from './notes.ts';

export interface TextCheck {
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
  readonly tells: readonly string[];
}

const check = (severity: Severity, tells: string, params: TextCheck['params'] = {}): TextCheck => ({
  severity,
  params,
  tells: tells.split(' ').filter((word) => word !== ''),
});

export const TEXT_CHECKS: ReadonlyMap<string, TextCheck> = new Map([
  ['YOY-4', check('error', 'now base expected stated')],
  ['YOY-5', check('error', 'now before stated')],
  ['YOY-6', check('error', 'word other')],
  ['YOY-7', check('hint', '')],
  ['YOY-10', check('error', 'stated right')],
  ['XF-1', check('error', 'total parts count')],
  ['XF-4', check('error', 'parts sum')],
  ['XF-5', check('error', 'name first second')],
  ['XF-6', check('error', 'total parts sum')],
  ['XF-7', check('error', 'stated names')],
  ['UN-1', check('error', 'name first second')],
  ['UN-5', check('error', 'stated', { most: '2000' })],
  ['UN-7', check('hint', 'count')],
  ['RT-2', check('error', 'name stated', { most: '60' })],
  ['RT-3', check('error', 'part whole stated expected')],
  ['RT-4', check('warn', 'stated')],
  ['RT-5', check('error', 'name stated')],
  ['RT-6', check('error', 'part whole stated expected')],
  ['CM-4', check('warn', 'part whole')],
  ['TM-1', check('error', 'from to')],
  ['TM-2', check('warn', 'stated year')],
  ['TM-3', check('warn', 'stated year')],
  ['TM-4', check('error', '')],
  ['TX-1', check('error', 'around count')],
  ['TX-2', check('warn', 'place home')],
  ['TX-3', check('warn', 'name')],
  ['TX-4', check('error', 'right')],
  ['TX-5', check('warn', 'count limit', { most: '5000' })],
  ['TX-6', check('warn', 'problem')],
  ['TX-7', check('error', 'claim leaves why')],
  ['TX-8', check('hint', 'phrase', { words: '兴黔富民 四新 四化' })],
  ['TX-9', check('error', 'from to')],
  ['TX-10', check('warn', 'words')],
]);

/** A text check the report has no rule for, a parameter its rule does not take, a value it cannot use. */
export function checkText(id: string, { params = {}, items, says }: CheckFile, notes: Notes): void {
  const path = ['checks', id];
  const known = TEXT_CHECKS.get(id);
  if (known === undefined) {
    notes.add('error', 'check.text', path, { check: id, known: [...TEXT_CHECKS.keys()] });
    return;
  }
  if (items !== undefined) notes.add('error', 'check.textItems', [...path, 'items'], { check: id });
  for (const [name, value] of Object.entries(params)) {
    const usual = known.params[name];
    if (usual === undefined)
      notes.add('error', 'check.textParam', [...path, 'params', name], {
        check: id,
        param: name,
        known: Object.keys(known.params),
      });
    else if (parseDecimal(usual) !== undefined && !((parseDecimal(value)?.num ?? 0n) > 0n))
      notes.add('error', 'check.textNumber', [...path, 'params', name], { check: id, param: name, value });
  }
  for (const [, name = ''] of (says ?? '').matchAll(/\{([^{}]*)\}/g)) {
    if (!known.tells.includes(name))
      notes.add('error', 'check.textTells', [...path, 'says'], { check: id, name, known: known.tells });
  }
}
