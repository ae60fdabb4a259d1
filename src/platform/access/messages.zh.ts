import type { Sentences } from '../../kernel/index.ts';
import { ROLE_WORDS } from './role-words.ts';

const role = (code: string): string => ROLE_WORDS.get(code)?.zh ?? code;

export const zh = {
  'access.signInRefused': () =>
    '登录名或密码不对，没有登录。请核对后再试；连续多次输错会暂停登录，最长半小时，忘记密码请联系安全管理员重置。',
  'access.totpWanted': () => '本账号开启了动态码。请输入手机上显示的六位动态码。',
  'access.totpForeign': () =>
    '本账号的动态码是在另一台机器上开启的，这里打不开。请联系安全管理员解除动态码，登录后重新开启。',
  'access.totpRefused': () => '动态码不对，或已经用过。请等下一个动态码出现后再输入，并核对手机时间。',
  'access.personWanted': (d: { persons: readonly string[] }) =>
    `本账号由${d.persons.join('、')}共用。请选择本人姓名并输入本人的PIN码。`,
  'access.noPersonLeft': () => '本账号的经办人都已离岗，不能登录。请联系安全管理员登记新的经办人。',
  'access.pinRefused': (d: { person: string }) => `${d.person}的PIN码不对，没有登录。请核对后再输入。`,
  'access.pinBlocked': (d: { person: string }) =>
    `${d.person}的PIN码连续输错多次，已停用。请联系安全管理员重新设置PIN码。`,
  'access.tenantWanted': (d: { tenants: readonly string[] }) =>
    `您在多个地区任职：${d.tenants.join('、')}。请选择这次要登录的地区。`,
  'access.noPost': () => '您的账号目前没有岗位，不能登录。请联系安全管理员确认岗位的起止日期。',
  'access.oidcAway': () => '统一身份认证服务没有应答。请稍后再试，或用密码登录。',
  'access.oidcRefused': () => '统一身份认证没有通过，或这次登录已经过期。请回到登录页重新登录。',
  'access.identityUnknown': () => '统一身份认证已通过，但这个身份没有对应的账号。请联系安全管理员为您的账号登记身份。',
  'access.accountLocked': (d: { minutes: number }) => `密码连续输错，账号暂停使用。请在${d.minutes}分钟后再试。`,
  'access.oldPasswordWrong': () => '原密码不对，没有改动。请核对原密码后再提交。',
  'access.noPassword': () => '本账号由统一身份认证登录，没有密码。请在统一身份认证平台修改。',
  'access.passwordShort': (d: { least: number }) => `新密码太短。请使用${d.least}个以上的字符，一句话也可以。`,
  'access.passwordLong': (d: { most: number }) => `新密码太长。请使用不超过${d.most}个字符。`,
  'access.passwordIsLogin': () => '新密码里含有登录名，容易被猜到。请换一个不含登录名的密码。',
  'access.passwordCommon': () => '新密码太常见，容易被猜到。请换一个别人想不到的密码。',
  'access.passwordSame': () => '新密码与原密码相同。请换一个新的密码。',
  'access.pinCommon': () => '这个PIN码太简单，容易被猜到。请换六位不连续、不重复的数字。',
  'access.totpCodeWrong': () => '动态码与密钥对不上，没有开启。请核对手机时间，输入当前显示的动态码。',
  'access.sessionUnknown': () => '没有这个登录，或它已经结束。请刷新登录列表。',
  'access.tokenUnknown': () => '没有这个接口令牌，或它已经停用。请刷新令牌列表。',
  'access.peopleColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} 缺少${d.missing.map((head) => `“${head}”`).join('、')}列。请下载人员名单样表，按样表的表头填写。`,
  'access.peopleMany': (d: { count: number; most: number }) =>
    `名单有 ${d.count} 人，一次最多 ${d.most} 人。请分成几份导入。`,
  'access.people.empty': (d: { row: number; heads: readonly string[] }) =>
    `第 ${d.row} 行没有填${d.heads.join('、')}，没有读取。请补上。`,
  'access.people.login': (d: { row: number; login: string }) =>
    `第 ${d.row} 行的登录名“${d.login}”不合要求。请使用2至64个字母、数字或汉字。`,
  'access.people.double': (d: { row: number; login: string; first: number }) =>
    `第 ${d.row} 行的登录名“${d.login}”与第 ${d.first} 行相同。请改成不同的登录名。`,
  'access.people.role': (d: { row: number; role: string }) =>
    `第 ${d.row} 行的岗位“${d.role}”不认识。请填填报人、审定人、督导室、核查人、领导等岗位。`,
  'access.people.mail': (d: { row: number; mail: string }) => `第 ${d.row} 行的邮箱“${d.mail}”写法不对。请改正或留空。`,
  'access.people.unit': (d: { row: number; unit: string }) =>
    `第 ${d.row} 行的单位“${d.unit}”不在名录中，或有重名。请核对，或改填单位代码。`,
  'access.people.taken': (d: { row: number; login: string }) =>
    `第 ${d.row} 行的登录名“${d.login}”已有账号。请换一个，或直接给已有账号任命岗位。`,
  'access.loginForm': (d: { login: string }) =>
    `登录名“${d.login}”不合要求。请使用2至64个字母、数字或汉字，中间可以有点、下划线和连字符。`,
  'access.loginTaken': (d: { login: string }) => `登录名“${d.login}”已经有人使用。请换一个登录名。`,
  'access.identityTaken': () => '这个统一身份已经登记在另一个账号上。请核对身份标识。',
  'access.accountUnknown': () => '没有这个账号，或它不由本地区管理。请刷新账号列表。',
  'access.accountClosed': (d: { name: string }) => `${d.name}的账号已停用，不能再改动。请另开账号。`,
  'access.accountElsewhere': (d: { name: string }) => `${d.name}的账号由另一个地区管理。请联系那里的安全管理员。`,
  'access.personTaken': (d: { person: string }) => `本账号已有名为${d.person}的经办人。请在姓名后加以区分。`,
  'access.personUnknown': () => '本账号没有这位经办人，或其已离岗。请刷新经办人列表。',
  'access.unitUnknown': (d: { unit: number }) => `没有编号为${d.unit}的单位。请先在单位名录中登记。`,
  'access.postUnknown': () => '没有这个岗位，或它已经结束。请刷新岗位列表。',
  'access.postInPast': (d: { day: string; today: string }) =>
    `日期${d.day}早于今天${d.today}，过去的岗位不能改动。请填写今天或以后的日期。`,
  'access.handOverToSelf': () => '移交人与接收人是同一个账号。请选择另一个账号接收。',
  'access.adminsSeparate': (d: { role: string; held: string }) =>
    `该账号已是${role(d.held)}，不能同时担任${role(d.role)}（三员分立）。请把岗位交给另一个账号。`,
  'access.adminHoldsNoBusiness': (d: { role: string; held: string }) =>
    `该账号已是${role(d.held)}，不能同时担任${role(d.role)}：管理员不办业务。请把岗位交给另一个账号。`,
  'access.alreadyFounded': () => '本地区已有安全管理员，不能再次初始化。请由安全管理员开设账号。',
  'access.lastSecurityAdmin': () => '这是本地区最后一位安全管理员，不能停用或结束岗位。请先任命另一位安全管理员。',
} satisfies Sentences;
