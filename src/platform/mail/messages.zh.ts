import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'mail.settings': () =>
    '邮件设置读不出来。LUZHI_SMTP_URL 请写成 smtps://用户:口令@服务器:465，LUZHI_MAIL_FROM 请写发件邮箱。',
  'mail.refused': (d: { status: number }) => `邮件服务器拒收（${d.status}）。请核对收件人邮箱和邮件服务器设置。`,
  'mail.away': (d: { fault: string }) => `连不上邮件服务器（${d.fault}），稍后再发。请核对 LUZHI_SMTP_URL。`,
} satisfies Sentences;
