/** Answers about accounts, posts and one's own keys, as types alone. */
import type { Answered } from '../action/answered.ts';
import type { addAccount } from './accounts/add-account.ts';
import type { listAccounts } from './accounts/list-accounts.ts';
import type { resetPassword } from './accounts/reset-password.ts';
import type { readOwn } from './own/read-own.ts';
import type { listSessions } from './own/sessions.ts';
import type { addToken, listTokens } from './own/tokens.ts';
import type { offerTotp } from './own/totp.ts';
import type { previewPeople } from './people/preview-people.ts';
import type { handOverPosts } from './posts/hand-over-posts.ts';

export type AccountList = Answered<typeof listAccounts>;
export type AccountAdded = Answered<typeof addAccount>;
export type PasswordReset = Answered<typeof resetPassword>;
export type PeoplePreview = Answered<typeof previewPeople>;
export type PostsHanded = Answered<typeof handOverPosts>;
export type OwnAccount = Answered<typeof readOwn>;
export type SessionList = Answered<typeof listSessions>;
export type TokenList = Answered<typeof listTokens>;
export type TokenAdded = Answered<typeof addToken>;
export type TotpOffer = Answered<typeof offerTotp>;
