import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'mail.settings': () =>
    'The mail settings cannot be read. Write LUZHI_SMTP_URL as smtps://user:password@host:465 and an address in LUZHI_MAIL_FROM.',
  'mail.refused': (d: { status: number }) =>
    `The mail server refused the letter (${d.status}). Check the address and the mail settings.`,
  'mail.away': (d: { fault: string }) =>
    `The mail server cannot be reached (${d.fault}); it is tried again later. Check LUZHI_SMTP_URL.`,
} satisfies Sentences;
