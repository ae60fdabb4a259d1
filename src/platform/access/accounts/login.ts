/** Logins: letters, digits and Chinese, kept in small letters so that two differ in more than their case. */
import { AccessProblem } from '../problems.ts';

const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}[\p{L}\p{N}]$/u;

/** As it is kept, whatever keyboard it was typed on (ＬＩ is li). */
export const foldLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Of a login as it is kept. */
export const isLogin = (login: string): boolean => LOGIN.test(login);

/** Throws `access.loginForm`. */
export function parseLogin(text: string): string {
  const login = foldLogin(text);
  if (!isLogin(login)) throw AccessProblem.loginForm({ login: text });
  return login;
}
