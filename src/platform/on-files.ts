/** What needs no database: sentences, and the links of the audit chain. */
import { en as accessEn } from './access/messages.en.ts';
import { zh as accessZh } from './access/messages.zh.ts';
import { en as auditEn } from './audit/messages.en.ts';
import { zh as auditZh } from './audit/messages.zh.ts';
import { en as backupEn } from './backup/messages.en.ts';
import { zh as backupZh } from './backup/messages.zh.ts';
import { en as embeddedEn } from './embedded/messages.en.ts';
import { zh as embeddedZh } from './embedded/messages.zh.ts';
import { en as filesEn } from './files/messages.en.ts';
import { zh as filesZh } from './files/messages.zh.ts';
import { en as mailEn } from './mail/messages.en.ts';
import { zh as mailZh } from './mail/messages.zh.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { en as systemEn } from './system/messages.en.ts';
import { zh as systemZh } from './system/messages.zh.ts';

export { type AuditRow, digestOf, isSealedBy, linkOf, olderLinkOf, START as CHAIN_START } from './audit/chain.ts';

export const messages = {
  zh: { ...zh, ...accessZh, ...auditZh, ...backupZh, ...embeddedZh, ...filesZh, ...mailZh, ...systemZh },
  en: { ...en, ...accessEn, ...auditEn, ...backupEn, ...embeddedEn, ...filesEn, ...mailEn, ...systemEn },
};
