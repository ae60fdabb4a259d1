/** Who writes reports, and who reads them. */
import { byOnePost, holds, type Who } from '../../platform/index.ts';

/** The office of the evaluee composes, edits and registers. */
export const mayWriteReport = (who: Who, evaluee: number): boolean => holds(who, ['office'], evaluee);

/** A draft is read inside the office that writes it, and by those above it and those who lead. */
export const mayReadReports = (who: Who): boolean =>
  byOnePost(who, (alone) => alone.reach === '*' && holds(alone, ['office', 'verifier', 'reader']));

/** Templates belong to the whole tenant; its own office keeps them. */
export const mayKeepTemplates = (who: Who): boolean =>
  byOnePost(who, (alone) => alone.reach === '*' && holds(alone, ['office']));
