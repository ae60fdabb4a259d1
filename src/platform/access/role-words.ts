/** What people call the roles. */
import type { Role } from './contract.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const WORDS: Readonly<Record<Role, Words>> = {
  reporter: { zh: '填报人', en: 'filler' },
  approver: { zh: '审定人', en: 'approver' },
  office: { zh: '督导室', en: 'supervision office' },
  verifier: { zh: '核查人', en: 'verifier' },
  reader: { zh: '领导', en: 'leader' },
  schemeAdmin: { zh: '方案管理员', en: 'scheme administrator' },
  systemAdmin: { zh: '系统管理员', en: 'system administrator' },
  securityAdmin: { zh: '安全管理员', en: 'security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'audit administrator' },
};

export const ROLE_WORDS: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS));
