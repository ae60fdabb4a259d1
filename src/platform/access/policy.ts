/** Who may keep accounts and posts, and what everybody may do with their own. */
import { holds, type Who } from './contract.ts';

/** The security administrator, and nobody else (三员分立). */
export const mayKeepAccounts = (who: Who): boolean => holds(who, ['securityAdmin']);

/** The auditor looks at who holds what; only the security administrator changes it. */
export const maySeeAccounts = (who: Who): boolean => holds(who, ['securityAdmin', 'auditAdmin']);

/** Also whoever still has to change a one-time password and so holds no post. */
export const mayKeepOwn = (): boolean => true;

/** Tokens act with the posts of their account; without any they would do nothing. */
export const mayHoldTokens = (who: Who): boolean => who.posts.length > 0;
