/**
 * What of a task is worked out by formulas, in a file of its own: the language is loaded while the first cell is already
 * typed into.
 */
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { type Checker, openChecker } from './checks.ts';
import { type Computer, openComputer } from './computed.ts';

export interface Rules {
  readonly checker: Checker;
  readonly computer: Computer;
}

export const openRules = (page: TaskPage): Rules => ({ checker: openChecker(page), computer: openComputer(page) });
