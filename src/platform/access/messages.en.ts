import type { Sentences } from '../../kernel/index.ts';
import { ROLE_WORDS } from './role-words.ts';

const role = (code: string): string => ROLE_WORDS.get(code)?.en ?? code;

export const en = {
  'access.signInRefused': () =>
    'Login or password is wrong; you are not signed in. Check both and try again; several wrong ones in a row pause the sign-in for up to half an hour, and the security administrator can reset a forgotten password.',
  'access.totpWanted': () => 'This account uses one-time codes. Enter the six digits your telephone shows.',
  'access.totpForeign': () =>
    'The one-time codes of this account were set up on another machine and cannot be opened here. Ask the security administrator to remove them, sign in, and set them up again.',
  'access.totpRefused': () =>
    'The one-time code is wrong or was used before. Wait for the next one, and check the clock of your telephone.',
  'access.personWanted': (d: { persons: readonly string[] }) =>
    `This account is shared by ${d.persons.join(', ')}. Choose your name and enter your PIN.`,
  'access.noPersonLeft': () =>
    'Everybody who shared this account has left. Ask the security administrator to register a new person.',
  'access.pinRefused': (d: { person: string }) =>
    `The PIN of ${d.person} is wrong; you are not signed in. Check it and enter it again.`,
  'access.pinBlocked': (d: { person: string }) =>
    `The PIN of ${d.person} was entered wrongly too often and is blocked. Ask the security administrator for a new one.`,
  'access.tenantWanted': (d: { tenants: readonly string[] }) =>
    `You hold posts in several regions: ${d.tenants.join(', ')}. Choose the one to sign in to.`,
  'access.noPost': () =>
    'Your account holds no post today and cannot sign in. Ask the security administrator about the dates of your post.',
  'access.oidcAway': () =>
    'The identity provider does not answer. Try again in a while, or sign in with your password.',
  'access.oidcRefused': () =>
    'The identity provider did not confirm you, or this sign-in is too old. Go back to the sign-in page and start again.',
  'access.identityUnknown': () =>
    'The identity provider confirmed you, but no account has this identity. Ask the security administrator to register it.',
  'access.accountLocked': (d: { minutes: number }) =>
    `Too many wrong passwords in a row: the account is paused. Try again in ${d.minutes} minutes.`,
  'access.oldPasswordWrong': () => 'The old password is wrong; nothing was changed. Check it and send it again.',
  'access.noPassword': () =>
    'This account signs in by an identity provider and has no password. Change it with the provider.',
  'access.passwordShort': (d: { least: number }) =>
    `The new password is too short. Use at least ${d.least} characters; a sentence will do.`,
  'access.passwordLong': (d: { most: number }) => `The new password is too long. Use at most ${d.most} characters.`,
  'access.passwordIsLogin': () =>
    'The new password contains the login and is easily guessed. Choose one without the login.',
  'access.passwordCommon': () =>
    'The new password is a common one and easily guessed. Choose one nobody else would think of.',
  'access.passwordSame': () => 'The new password is the old one. Choose another.',
  'access.pinCommon': () =>
    'This PIN is too simple and easily guessed. Choose six digits that neither run on nor repeat.',
  'access.totpCodeWrong': () =>
    'The code does not fit the secret; one-time codes were not switched on. Check the clock of your telephone and enter the code it shows now.',
  'access.sessionUnknown': () => 'There is no such session, or it has ended. Reload the list of sessions.',
  'access.tokenUnknown': () => 'There is no such token, or it was revoked. Reload the list of tokens.',
  'access.peopleColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} lacks the columns ${d.missing.join(', ')}. Download the empty list and keep its heads.`,
  'access.peopleMany': (d: { count: number; most: number }) =>
    `The list has ${d.count} people; at most ${d.most} are taken at once. Divide it.`,
  'access.people.empty': (d: { row: number; heads: readonly string[] }) =>
    `Row ${d.row} lacks ${d.heads.join(', ')} and was not read. Fill it in.`,
  'access.people.login': (d: { row: number; login: string }) =>
    `The login "${d.login}" in row ${d.row} cannot be one. Use 2 to 64 letters, digits or Chinese signs.`,
  'access.people.double': (d: { row: number; login: string; first: number }) =>
    `The login "${d.login}" in row ${d.row} stands in row ${d.first} too. Make them differ.`,
  'access.people.role': (d: { row: number; role: string }) =>
    `The post "${d.role}" in row ${d.row} is not known. Write 填报人, 审定人, 督导室, 核查人 or 领导.`,
  'access.people.mail': (d: { row: number; mail: string }) =>
    `The address "${d.mail}" in row ${d.row} is none. Correct it or leave it out.`,
  'access.people.unit': (d: { row: number; unit: string }) =>
    `The unit "${d.unit}" in row ${d.row} is not in the register, or its name is not unique. Check it, or write its code.`,
  'access.people.taken': (d: { row: number; login: string }) =>
    `The login "${d.login}" in row ${d.row} has an account already. Take another, or give that account a post.`,
  'access.loginForm': (d: { login: string }) =>
    `The login "${d.login}" does not fit. Use 2 to 64 letters or digits, with dots, underscores and hyphens between them.`,
  'access.loginTaken': (d: { login: string }) => `The login "${d.login}" is taken. Choose another.`,
  'access.identityTaken': () => 'Another account has this identity. Check the identifier.',
  'access.accountUnknown': () =>
    'There is no such account, or this region does not keep it. Reload the list of accounts.',
  'access.accountClosed': (d: { name: string }) =>
    `The account of ${d.name} is closed and cannot be changed. Open a new one.`,
  'access.accountElsewhere': (d: { name: string }) =>
    `The account of ${d.name} is kept by another region. Ask the security administrator there.`,
  'access.personTaken': (d: { person: string }) =>
    `This account already has a person named ${d.person}. Add something to tell them apart.`,
  'access.personUnknown': () => 'This account has no such person, or they have left. Reload the list of persons.',
  'access.unitUnknown': (d: { unit: number }) => `There is no unit number ${d.unit}. Enter it in the register first.`,
  'access.postUnknown': () => 'There is no such post, or it has ended. Reload the list of posts.',
  'access.postInPast': (d: { day: string; today: string }) =>
    `The day ${d.day} lies before today, ${d.today}; past posts cannot be changed. Name today or a later day.`,
  'access.handOverToSelf': () => 'The posts would go to the account that holds them. Choose another account.',
  'access.adminsSeparate': (d: { role: string; held: string }) =>
    `The account is ${role(d.held)} and cannot be ${role(d.role)} as well: the three administrators are separate. Give the post to another account.`,
  'access.adminHoldsNoBusiness': (d: { role: string; held: string }) =>
    `The account is ${role(d.held)} and cannot be ${role(d.role)} as well: administrators do no business. Give the post to another account.`,
  'access.alreadyFounded': () =>
    'This region has a security administrator already and is not set up twice. Let the administrator open accounts.',
  'access.lastSecurityAdmin': () =>
    'This is the last security administrator of the region and cannot be closed or ended. Appoint another first.',
} satisfies Sentences;
