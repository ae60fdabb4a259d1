/** Checks of a scheme: a rule that must hold, or a named check that a stage carries out. */
import type { CheckFile, Level } from './contract.ts';
import type { FormulaDesk, SchemeNames } from './formulas.ts';
import type { Notes } from './notes.ts';
import type { SchemeCheck } from './scheme.ts';
import { checkText } from './text-checks.ts';

/** Every check a scheme may name, and the stage that carries it out. */
export const CHECK_KINDS: ReadonlyMap<string, 'collect' | 'evaluate' | 'report'> = new Map([
  ['holds', 'evaluate'],
  ['required', 'collect'],
  ['zeroOrMissing', 'collect'],
  ['percentEntry', 'collect'],
  ['range', 'collect'],
  ['jump', 'collect'],
  ['unitSlip', 'collect'],
  ['natureMixed', 'collect'],
  ['evidenceMissing', 'collect'],
  ['evidenceDate', 'collect'],
  ['identityNumber', 'collect'],
  ['sumOfParts', 'evaluate'],
  ['countySum', 'evaluate'],
  ['perStudentAgrees', 'evaluate'],
  ['percentSum', 'evaluate'],
  ['notBelowPrior', 'evaluate'],
  ['priorDiffers', 'evaluate'],
  ['thresholdEdge', 'evaluate'],
  ['scoreStated', 'evaluate'],
  ['text', 'report'],
]);

export function resolveCheck(
  id: string,
  file: CheckFile,
  levels: readonly Level[],
  names: SchemeNames,
  desk: FormulaDesk,
  notes: Notes,
): SchemeCheck | undefined {
  const path = ['checks', id];
  const kind = file.kind ?? 'holds';
  if (!CHECK_KINDS.has(kind))
    notes.add('error', 'check.kind', [...path, 'kind'], { kind, known: [...CHECK_KINDS.keys()] });
  if (kind === 'holds' && file.rule === undefined) notes.add('error', 'check.ruleMissing', path, { check: id });
  if (kind !== 'holds' && file.rule !== undefined)
    notes.add('error', 'check.ruleUnused', [...path, 'rule'], { check: id, kind });
  if (kind === 'text') checkText(id, file, notes);
  const rule = file.rule === undefined ? undefined : desk.compile(file.rule, [...path, 'rule'], { type: 'truth' });
  const items = (file.items ?? []).flatMap((name, index) => {
    const item = names.items.get(name)?.code;
    if (item === undefined && !names.broken.has(name))
      notes.add('error', 'name.unknown', [...path, 'items', index], { kind: 'item', name });
    return item ?? [];
  });
  if (file.rule !== undefined && rule === undefined) return undefined;
  return {
    id,
    severity: file.severity,
    when: file.when,
    kind,
    ...(rule === undefined ? {} : { rule }),
    levels: file.levels ?? levels,
    items,
    params: { ...file.params },
    ...(file.says === undefined ? {} : { says: file.says }),
  };
}

const FILLED = /\{([^{}]*)\}/g;

/** What a sentence wants filled in. */
export const namesIn = (says: string): readonly string[] => [...says.matchAll(FILLED)].map(([, name = '']) => name);

/** Every `{item}` of a check's sentence must be an item, or it would be printed as it stands. */
export function checkSentence(id: string, says: string, names: SchemeNames, notes: Notes): void {
  for (const name of namesIn(says)) {
    if (names.items.has(name) || names.broken.has(name)) continue;
    notes.add('error', 'name.unknown', ['checks', id, 'says'], { kind: 'item', name });
  }
}
