/** Accounts, posts and one's own keys over HTTP. Signing in and out sets cookies and is the server's own. */
import { type Route, route } from '../action/route.ts';
import { addAccount } from './accounts/add-account.ts';
import { closeAccount } from './accounts/close-account.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { addPerson, removePerson, setPin } from './accounts/persons.ts';
import { resetPassword } from './accounts/reset-password.ts';
import { listTokensOf, revokeTokensOf } from './accounts/tokens-of.ts';
import { changePassword } from './own/change-password.ts';
import { changePin } from './own/change-pin.ts';
import { readOwn } from './own/read-own.ts';
import { revokeSessions } from './own/sessions.ts';
import { setLanguage } from './own/set-language.ts';
import { addToken, listTokens, revokeToken } from './own/tokens.ts';
import { disableTotp, enableTotp, offerTotp } from './own/totp.ts';
import { downloadPeopleForm, previewPeople } from './people/preview-people.ts';
import { endPost } from './posts/end-post.ts';
import { givePost } from './posts/give-post.ts';
import { handOverPosts } from './posts/hand-over-posts.ts';
import type { Vault } from './vault.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const accessRoutes = (vault: Vault): readonly Route[] => [
  route({
    method: 'GET',
    path: '/accounts',
    action: listAccounts,
    summary: { zh: '账号、岗位和经办人', en: 'Accounts with their posts and persons' },
  }),
  route({
    method: 'POST',
    path: '/accounts',
    action: addAccount,
    status: 201,
    summary: { zh: '开设账号，给出一次性密码', en: 'Open an account; its one-time password is in the answer' },
  }),
  route({
    method: 'GET',
    path: '/accounts/preview',
    action: previewPeople,
    summary: { zh: '预览上传的人员名单', en: 'People of an uploaded list, before accounts are opened' },
  }),
  route({
    method: 'GET',
    path: '/accounts/form',
    action: downloadPeopleForm,
    file: (content) => ({ name: '人员名单.xlsx', type: XLSX, content }),
    summary: { zh: '人员名单样表', en: 'An empty list of people' },
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/close',
    action: closeAccount,
    summary: { zh: '停用账号', en: 'Close an account' },
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/password-reset',
    action: resetPassword,
    summary: { zh: '重置密码，给出一次性密码', en: 'Reset a password; the one-time password is in the answer' },
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/posts',
    action: givePost,
    status: 201,
    summary: { zh: '任命岗位', en: 'Give a post' },
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/persons',
    action: addPerson,
    status: 201,
    summary: { zh: '为共用账号添加经办人', en: 'Add a person to a shared account' },
  }),
  route({
    method: 'PUT',
    path: '/accounts/:account/persons/:person/pin',
    action: setPin,
    summary: { zh: '重新设置经办人PIN码', en: 'Set the PIN of a person anew' },
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/persons/:person',
    action: removePerson,
    summary: { zh: '经办人离岗', en: 'A person leaves a shared account' },
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/tokens',
    action: listTokensOf,
    summary: { zh: '某账号的令牌', en: 'Tokens of an account' },
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/tokens/revoke',
    action: revokeTokensOf,
    summary: { zh: '吊销某账号的全部令牌', en: 'Revoke every token of an account' },
  }),
  route({
    method: 'POST',
    path: '/posts/:post/end',
    action: endPost,
    summary: { zh: '结束岗位', en: 'End a post' },
  }),
  route({
    method: 'POST',
    path: '/posts/hand-over',
    action: handOverPosts,
    summary: { zh: '岗位移交', en: 'Hand posts over to another account' },
  }),
  route({
    method: 'GET',
    path: '/own',
    action: readOwn,
    summary: { zh: '本人的账号', en: "One's own account" },
  }),
  route({
    method: 'POST',
    path: '/own/password',
    action: changePassword,
    summary: { zh: '修改本人密码，结束所有登录', en: "Change one's own password and end every session" },
  }),
  route({
    method: 'POST',
    path: '/own/language',
    action: setLanguage,
    summary: { zh: '本人所用语言（通知、邮件）', en: 'The language one is written to in' },
  }),
  route({
    method: 'POST',
    path: '/own/pin',
    action: changePin,
    summary: { zh: '修改本人PIN码', en: "Change one's own PIN" },
  }),
  route({
    method: 'POST',
    path: '/own/totp/offer',
    action: offerTotp,
    summary: { zh: '取得动态码密钥', en: 'Get a secret for one-time codes' },
  }),
  route({
    method: 'POST',
    path: '/own/totp/enable',
    action: enableTotp(vault),
    summary: { zh: '开启动态码', en: 'Switch one-time codes on' },
  }),
  route({
    method: 'POST',
    path: '/own/totp/disable',
    action: disableTotp,
    summary: { zh: '关闭动态码', en: 'Switch one-time codes off' },
  }),
  route({
    method: 'POST',
    path: '/sessions/revoke',
    action: revokeSessions,
    summary: { zh: '结束一个账号的所有登录', en: 'End every session of an account' },
  }),
  route({
    method: 'GET',
    path: '/tokens',
    action: listTokens,
    summary: { zh: '本人的接口令牌', en: "One's own tokens" },
  }),
  route({
    method: 'POST',
    path: '/tokens',
    action: addToken,
    status: 201,
    summary: { zh: '开设接口令牌', en: 'Make a token; its secret is in the answer' },
  }),
  route({
    method: 'DELETE',
    path: '/tokens/:token',
    action: revokeToken,
    summary: { zh: '停用接口令牌', en: 'Revoke a token' },
  }),
];
