/** Scoring rules of reference types, compiled: every formula is of the kind its place wants, every number is exact. */
import type { CompiledFormula } from '../engines/formula/index.ts';
import {
  add,
  compare,
  equal,
  multiply,
  parseDecimal,
  parseUnit,
  printExact,
  type Rational,
  type Unit,
  unitDefinition,
  ZERO,
} from '../kernel/index.ts';
import { parseAmount } from './amount.ts';
import type { RuleFile, SimpleRuleFile } from './contract.ts';
import type { FormulaDesk } from './formulas.ts';
import type { Notes, Path } from './notes.ts';
import type { ScoringRule } from './scheme.ts';

type SimpleRule = Exclude<ScoringRule, { type: 'parts' }>;

export function parsePoints(text: string, path: Path, notes: Notes): Rational | undefined {
  const points = parseDecimal(text);
  if (points === undefined) notes.add('error', 'decimal.form', path, { text });
  else if (points.num < 0n) notes.add('error', 'points.negative', path, { text });
  else return points;
  return undefined;
}

/** An amount that stands beside `value`: a bare number, or one with a unit of the same family. */
function amountBeside(
  text: string,
  value: CompiledFormula | undefined,
  path: Path,
  notes: Notes,
): Rational | undefined {
  const amount = parseAmount(text);
  if (amount === undefined) notes.add('error', 'amount.form', path, { text });
  else if (amount.dimension !== undefined && value !== undefined && amount.dimension !== value.dimension) {
    notes.add('error', 'formula.dimension', path, { wanted: value.dimension, got: amount.dimension }, text);
  } else return amount.exact;
  return undefined;
}

/** `40元/人`: an amount where a formula is wanted, as people write it first. A rate is written so. */
function unitBehind(
  text: string,
): { readonly exact: Rational; readonly number: string; readonly unit: Unit } | undefined {
  const [, number = '', named = ''] = /^(\d+(?:\.\d+)?) ?([^\d\s.].*)$/.exec(text) ?? [];
  const [exact, unit] = [parseDecimal(number), parseUnit(named)];
  return exact === undefined || unit === undefined || unit === '%' ? undefined : { exact, number, unit };
}

const whole = <T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T | undefined =>
  Object.values(parts).includes(undefined) ? undefined : (parts as T);

function resolveSimple(
  file: SimpleRuleFile,
  of: Rational,
  path: Path,
  desk: FormulaDesk,
  notes: Notes,
): SimpleRule | undefined {
  const number = (text: string, key: string, dimension?: string) =>
    desk.compile(text, [...path, key], { type: 'number', ...(dimension === undefined ? {} : { dimension }) });
  const points = (text: string, key: string | number, ...more: (string | number)[]) =>
    parsePoints(text, [...path, key, ...more], notes);

  switch (file.type) {
    case 'threshold':
      return whole({ type: file.type, met: desk.compile(file.met, [...path, 'met'], { type: 'truth' }) });
    case 'stepDown': {
      const value = number(file.value, 'value');
      const step = amountBeside(file.step, value, [...path, 'step'], notes);
      if (step !== undefined && step.num <= 0n) notes.add('error', 'rule.step', [...path, 'step'], { text: file.step });
      return whole({
        type: file.type,
        value,
        target: targetBeside(file.target, value),
        direction: file.direction ?? 'atLeast',
        step,
        take: points(file.take, 'take'),
      });
    }
    case 'proportional': {
      const value = number(file.value, 'value');
      return whole({
        type: file.type,
        value,
        target: targetBeside(file.target, value),
        direction: file.direction ?? 'atLeast',
      });
    }
    case 'banded': {
      const value = number(file.value, 'value');
      const bands = file.bands.flatMap((band, index) => {
        const from = amountBeside(band.from, value, [...path, 'bands', index, 'from'], notes);
        const got = points(band.points, 'bands', index, 'points');
        if (got !== undefined && compare(got, of) > 0) {
          notes.add('error', 'bands.points', [...path, 'bands', index, 'points'], {
            points: band.points,
            of: printExact(of) ?? '',
          });
        }
        return from === undefined || got === undefined
          ? []
          : [{ from, points: got, ...(band.word === undefined ? {} : { word: band.word }) }];
      });
      const wrong = bands.findIndex(
        ({ from }, index) => index > 0 && compare(from, bands[index - 1]?.from ?? from) >= 0,
      );
      if (wrong > 0)
        notes.add('error', 'bands.order', [...path, 'bands', wrong, 'from'], { from: file.bands[wrong]?.from ?? '' });
      return whole({ type: file.type, value, bands });
    }
    case 'ranking': {
      const each = file.points.map((text, index) => points(text, 'points', index));
      const value = number(file.value, 'value');
      if (each.length === 0) notes.add('error', 'rule.empty', [...path, 'points'], { type: file.type });
      return whole({
        type: file.type,
        value,
        direction: file.direction ?? 'atLeast',
        points: each.flatMap((one) => one ?? []),
      });
    }
    case 'list':
      return whole({ type: file.type, elements: elements(file.elements), take: points(file.take, 'take') });
    case 'share':
      return whole({ type: file.type, elements: elements(file.elements) });
    case 'growth': {
      const atLeast = file.atLeast === undefined ? ZERO : parseAmount(file.atLeast)?.exact;
      if (atLeast === undefined) notes.add('error', 'amount.form', [...path, 'atLeast'], { text: file.atLeast ?? '' });
      return whole({
        type: file.type,
        value: number(file.value, 'value'),
        atLeast,
        strictly: file.strictly ?? false,
        direction: file.direction ?? 'up',
      });
    }
    case 'countCapped': {
      const most = points(file.most, 'most');
      if (most !== undefined && compare(most, of) > 0)
        notes.add('error', 'bands.points', [...path, 'most'], { points: file.most, of: printExact(of) ?? '' });
      return whole({ type: file.type, value: number(file.value, 'value'), each: points(file.each, 'each'), most });
    }
    case 'deduct':
      return whole({
        type: file.type,
        value: number(file.value, 'value'),
        each: points(file.each, 'each'),
        ...(file.of === undefined ? {} : { of: file.of }),
      });
    case 'judged':
      return whole({ type: file.type, value: number(file.value, 'value') });
    case 'information':
      return { type: file.type };
  }

  function targetBeside(text: string, value: CompiledFormula | undefined): CompiledFormula | undefined {
    const unit = unitBehind(text);
    if (unit !== undefined) {
      const base = printExact(multiply(unit.exact, unitDefinition(unit.unit).inBase)) ?? '';
      notes.add('error', 'target.unit', [...path, 'target'], { text, base, number: unit.number, unit: unit.unit });
      return undefined;
    }
    const target = number(text, 'target');
    if (target === undefined || value === undefined || target.uses.length === 0 || target.dimension === value.dimension)
      return target;
    notes.add(
      'error',
      'formula.dimension',
      [...path, 'target'],
      { wanted: value.dimension, got: target.dimension },
      text,
    );
    return undefined;
  }

  function elements(files: readonly { name: string; met: string }[]) {
    if (files.length === 0) notes.add('error', 'rule.empty', [...path, 'elements'], { type: file.type });
    return files.flatMap(({ name, met }, index) => {
      const formula = desk.compile(met, [...path, 'elements', index, 'met'], { type: 'truth' });
      return formula === undefined ? [] : [{ name, met: formula }];
    });
  }
}

/** `of`: points of the leaf. */
export function resolveRule(
  file: RuleFile,
  of: Rational,
  path: Path,
  desk: FormulaDesk,
  notes: Notes,
): ScoringRule | undefined {
  if (file.type !== 'parts') return resolveSimple(file, of, path, desk, notes);
  const parts = file.parts.flatMap((part, index) => {
    const at = [...path, 'parts', index];
    const points = parsePoints(part.points, [...at, 'points'], notes);
    const rule = resolveSimple(part.rule, points ?? of, [...at, 'rule'], desk, notes);
    const unit = unitOfPart(part.unit, rule, [...at, 'unit'], notes);
    if (points === undefined || rule === undefined) return [];
    return [{ name: part.name, points, rule, ...(unit === undefined ? {} : { unit }) }];
  });
  const sum = parts.map(({ points }) => points).reduce(add, ZERO);
  if (parts.length === file.parts.length && !equal(sum, of)) {
    notes.add('error', 'points.parts', [...path, 'parts'], { sum: printExact(sum) ?? '', of: printExact(of) ?? '' });
  }
  return { type: 'parts', parts };
}

/** Only of the family of what the rule compares: 0.9 persons a hundred would read as 90 %. */
function unitOfPart(
  text: string | undefined,
  rule: SimpleRule | undefined,
  path: Path,
  notes: Notes,
): Unit | undefined {
  if (text === undefined) return undefined;
  const unit = parseUnit(text);
  if (unit === undefined) {
    notes.add('error', 'unit.unknown', path, { unit: text });
    return undefined;
  }
  const { dimension } = unitDefinition(unit).family;
  const got = rule !== undefined && 'value' in rule ? rule.value.dimension : dimension;
  if (got !== dimension) notes.add('error', 'formula.dimension', path, { wanted: got, got: dimension }, text);
  return unit;
}
