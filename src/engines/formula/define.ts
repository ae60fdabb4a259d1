/**
 * How a function is declared. What it takes is data, so counting, types, dimensions and gaps are looked after once,
 * outside; what is left in `run` is the mathematics. Functions that walk units or bend time build themselves.
 */
import type { Dimension, FindingData, Gap, Rational } from '../../kernel/index.ts';
import type { FormulaNames, FormulaType, Group } from './contract.ts';
import type { Expression } from './expression.ts';
import type { Node, Place } from './syntax.ts';

export interface Argument {
  readonly type: FormulaType;
  /** `same`: one dimension for all arguments so marked; a dimension: exactly that; left out: any. */
  readonly dimension?: 'same' | Dimension;
}

export interface PlainFunction {
  readonly names: readonly [english: string, chinese: string];
  readonly takes: readonly Argument[];
  /** The last argument may come many times. */
  readonly many?: boolean;
  readonly gives: FormulaType;
  /** `same`: that of the arguments marked so; left out: a pure number. */
  readonly dimension?: 'same';
  /** Arguments by kind, each list in order; gives a number, a truth or a text as `gives` says, or a gap. */
  run(values: Arguments): Rational | boolean | string | Gap;
}

export interface Arguments {
  readonly numbers: readonly Rational[];
  readonly truths: readonly boolean[];
  readonly texts: readonly string[];
}

/** What a function that builds itself may ask of the compiler. */
export interface Builder {
  readonly names: FormulaNames;
  build(node: Node, names?: FormulaNames): Expression | undefined;
  /** Reports at a place and gives undefined, so that callers can return it. */
  refuse(code: string, at: Place, data: FindingData): undefined;
  wants(expression: Expression | undefined, type: FormulaType, at: Place): Expression | undefined;
  group(node: Node): Group | undefined;
}

export interface BuildingFunction {
  readonly names: readonly [english: string, chinese: string];
  /** Least and most arguments. */
  readonly count: readonly [number, number];
  build(args: readonly Node[], builder: Builder, at: Place): Expression | undefined;
}

export type FunctionDefinition = PlainFunction | BuildingFunction;

export const defineFunction = (definition: PlainFunction): PlainFunction => definition;
export const defineForm = (definition: BuildingFunction): BuildingFunction => definition;
