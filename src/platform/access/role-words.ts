/** What people call the roles. */
import type { Role } from './contract.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const WORDS: Readonly<Record<Role, Words>> = {
  reporter: { zh: '填报人', en: 'reporter' },
  approver: { zh: '审核人', en: 'approver' },
  office: { zh: '督导室工作人员', en: 'supervision office' },
  verifier: { zh: '核查人', en: 'verifier' },
  reader: { zh: '查阅人', en: 'reader' },
  schemeAdmin: { zh: '方案管理员', en: 'scheme administrator' },
  systemAdmin: { zh: '系统管理员', en: 'system administrator' },
  securityAdmin: { zh: '安全管理员', en: 'security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'audit administrator' },
};

export const ROLE_WORDS: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS));
