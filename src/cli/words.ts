/** Words of the line read as numbers, moments and lists. */
import { parseDate } from '../kernel/index.ts';
import type { Invocation } from './command.ts';
import { CliProblem } from './problems.ts';

/** Throws `cli.numberUnreadable`. */
export function wholeNumber({ text }: Invocation, option: string): number | undefined {
  const given = text(option);
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw CliProblem.numberUnreadable({ option: `--${option}`, given });
  return Number(given);
}

/** `read,write` => `['read', 'write']` */
export const listed = (given: string): readonly string[] => given.split(/[,，]/).map((word) => word.trim());

/** A day in China at its beginning or its end, or a moment as it is written. Throws `cli.dateUnreadable`. */
export function momentOf(given: string, edge: 'begin' | 'end'): string {
  if (parseDate(given) !== undefined) return `${given}T${edge === 'begin' ? '00:00:00' : '23:59:59'}+08:00`;
  if (/^\d{4}-\d\d-\d\dT/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw CliProblem.dateUnreadable({ given });
}
