/** Who writes a section, who reads it, and before whom its figures lie open. */
import { mayOpenTask, type RoundContext } from '../../collect/index.ts';
import { maySeeResult } from '../../evaluate/index.ts';
import { holds, type Who } from '../../platform/index.ts';
import type { SectionPlace } from './place.ts';

/** The reporters of the department that writes it. */
export const mayWriteSection = (who: Who, { unit, dept }: SectionPlace): boolean =>
  holds(who, ['reporter'], unit, dept);

/** Whoever opens a task of the same department opens its sections. */
export const mayReadSection = (who: Who, place: SectionPlace, context: RoundContext): boolean =>
  mayOpenTask(who, place, context);

/** Anyone with business in the tenant may ask which there are; what they get is cut by `mayReadSection`. */
export const mayAskSections = (who: Who): boolean =>
  holds(who, ['reporter', 'approver', 'office', 'verifier', 'reader']);

/**
 * Whether figures of a section may be shown with what they were made from. A bureau reads the totals its text prints,
 * like everybody who reads the report; what single counties stated, ledgers and points are not its to look into, and an
 * expression in a text must open no door the result's page keeps shut.
 */
export const maySeeBehind = (who: Who, { unit }: SectionPlace): boolean => maySeeResult(who, unit);
