import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'server.bodyUnreadable': () => '请求的内容不是完整的 JSON，没有处理。请按接口说明重新提交。',
  'server.keyUnreadable': (d: { most: number }) =>
    `Idempotency-Key 应为不超过${d.most}个的字母、数字或符号。请换一个键再提交。`,
  'server.editionUnreadable': () => 'If-Match 应为读取时 ETag 给出的版本号。请重新读取后再提交。',
  'server.editionsDiffer': (d: { header: number }) =>
    `If-Match 说的是版本 ${d.header}，内容里写的是另一个，没有处理。请重新读取后只写一处。`,
  'server.textUnstorable': () => '内容中有不能保存的字符（如空字符）。请删去后再提交。',
  'server.requestUnreadable': () => '请求不合 HTTP 的写法，没有处理。请检查所用的程序。',
  'server.signInFirst': () => '尚未登录，或登录已过期。请登录后再试。',
  'server.foreignOrigin': () => '请求来自别的网站，没有处理。请在本系统的页面上操作。',
  'server.csrfMissing': () => '请求缺少本次登录的校验码，没有处理。请刷新页面后再试。',
  'server.scopeMissing': (d: { action: string }) => `所用令牌的范围不含这件事（${d.action}）。请另建范围相符的令牌。`,
  'server.operatorOnly': () => '运行指标只供运维人员查看。请在本机访问，或使用指标令牌。',
  'server.notFound': () => '没有这个地址。请核对接口说明中的路径。',
  'server.tooSlow': () => '请求在限定时间内没有传完，已断开。请检查网络后再试。',
  'server.bodyTooLarge': (d: { most: number }) =>
    `提交的内容超过${Math.floor(d.most / 1_000_000)} MB，没有接收。请拆分或压缩后再提交。`,
  'server.mediaType': () => '不接收这种内容类型。请按接口说明提交 JSON 或文件。',
  'server.hostUnknown': () => '本系统不以这个网址提供服务。请改用管理员公布的网址。',
  'server.tooMany': () => '短时间内请求过多。请稍候一分钟再试。',
  'server.headersTooLarge': () => '请求头过长，没有处理。请清除浏览器中本站的数据后再试。',
  'server.bug': () => '系统出了差错，已记入运行日志，您的操作没有生效。请稍后再试，仍不行请把请求编号告诉管理员。',
  'server.databaseAway': () => '数据库暂时连接不上，您的操作没有生效。请稍后再试。',
  'server.busy': () => '同时办理的人较多，暂时接不下。请稍候再试。',
  'server.diskFull': () => '服务器的磁盘已满或不可写，您的操作没有生效。请告诉管理员腾出空间后再试。',
} satisfies Sentences;
