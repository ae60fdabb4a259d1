/** Who comes in, as whom, and who keeps the accounts. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { addAccount } from './accounts/add-account.ts';
export { closeAccount } from './accounts/close-account.ts';
export { type Founded, foundAdministrators } from './accounts/found-administrators.ts';
export { listAccounts } from './accounts/list-accounts.ts';
export { addPerson, removePerson, setPin } from './accounts/persons.ts';
export { resetPassword } from './accounts/reset-password.ts';
export { civilDay } from './civil-day.ts';
export * from './contract.ts';
export { type ComingBack, type Oidc, type OidcSettings, openOidc } from './oidc/oidc.ts';
export type { Entering, SignedIn } from './open-session.ts';
export { accountOf, knowOperator } from './operator.ts';
export { changePassword } from './own/change-password.ts';
export { changePin } from './own/change-pin.ts';
export { listSessions, revokeSession, revokeSessions } from './own/sessions.ts';
export { setLanguage } from './own/set-language.ts';
export { addToken, listTokens, revokeToken } from './own/tokens.ts';
export { disableTotp, enableTotp, offerTotp } from './own/totp.ts';
export { checkPassword, hashPassword, oneTimePassword } from './password.ts';
export { endPost } from './posts/end-post.ts';
export { givePost } from './posts/give-post.ts';
export { handOverPosts } from './posts/hand-over-posts.ts';
export { AccessProblem } from './problems.ts';
export { ROLE_WORDS } from './role-words.ts';
export { accessRoutes } from './routes.ts';
export { findSession, type Session } from './session.ts';
export { type SignIn, signIn } from './sign-in.ts';
export { signOut } from './sign-out.ts';
export { ENDED_CHANNEL } from './tell-ended.ts';
export { type FoundToken, findToken, scopesAllow } from './tokens.ts';
export { countForeignTotp, lockTotpSecrets } from './totp.store.ts';
export { openVault, type Vault } from './vault.ts';

export const messages = { zh, en };
