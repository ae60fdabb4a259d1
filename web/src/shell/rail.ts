/** What the rail leads to, by role. What a role may not use is absent, not grey. */
import type { Role } from '../../../src/platform/access/contract.ts';
import type { IconName } from '../parts/icon.tsx';
import type { zh } from './words.zh.ts';

export interface RailEntry {
  readonly word: keyof typeof zh.rail;
  readonly icon: IconName;
  readonly to: string;
  readonly roles: readonly Role[];
  /** Roles that have it only where their post reaches every unit: the office of the city, not that of a county. */
  readonly wide?: readonly Role[];
  /** Stands in the bottom bar of a phone. */
  readonly onPhone?: true;
}

const WORKING: readonly Role[] = ['reporter', 'approver', 'office', 'verifier', 'reader'];

export const REPORT_READERS = { roles: [], wide: ['office', 'verifier', 'reader'] } as const;

export const RAIL: readonly RailEntry[] = [
  {
    word: 'home',
    icon: 'home',
    to: '/',
    roles: [...WORKING, 'schemeAdmin', 'systemAdmin', 'securityAdmin', 'auditAdmin'],
    onPhone: true,
  },
  {
    word: 'scheme',
    icon: 'scheme',
    to: '/scheme',
    roles: ['office', 'approver', 'verifier', 'schemeAdmin', 'systemAdmin'],
  },
  { word: 'collect', icon: 'collect', to: '/collect', roles: ['reporter', 'approver', 'office'] },
  { word: 'evidence', icon: 'evidence', to: '/evidence', roles: ['reporter', 'approver', 'office', 'verifier'] },
  { word: 'review', icon: 'review', to: '/review', roles: ['approver', 'office', 'verifier'] },
  { word: 'evaluate', icon: 'evaluate', to: '/evaluate', roles: ['office', 'verifier', 'reader'], onPhone: true },
  { word: 'report', icon: 'report', to: '/report', ...REPORT_READERS, onPhone: true },
  { word: 'exceptions', icon: 'review', to: '/exceptions', roles: ['schemeAdmin'] },
  { word: 'inbox', icon: 'inbox', to: '/inbox', roles: [...WORKING, 'schemeAdmin'], onPhone: true },
  {
    word: 'admin',
    icon: 'admin',
    to: '/admin',
    roles: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    wide: ['office'],
  },
];
