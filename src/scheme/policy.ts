/** Who may publish what is asked, and who may read it. */
import { holds, type Who } from '../platform/index.ts';

export const mayPublish = (who: Who): boolean => holds(who, ['schemeAdmin']);
/** What is asked is no secret to those who are asked. */
export const mayReadSchemes = (who: Who): boolean => who.posts.length > 0;
