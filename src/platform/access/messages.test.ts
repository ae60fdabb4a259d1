import { expect, test } from 'vitest';
import { AccessProblem, messages } from './index.ts';

/** Found in a list of people, row by row. */
const ROWS = ['double', 'empty', 'login', 'mail', 'role', 'taken', 'unit'].map((fault) => `access.people.${fault}`);

test('every problem and every fault of a list has a sentence in both languages, and none is left over', () => {
  const codes = [...Object.keys(AccessProblem).map((name) => `access.${name}`), ...ROWS];
  expect(Object.keys(messages.zh).sort()).toEqual(codes.toSorted());
  expect(Object.keys(messages.en).sort()).toEqual(codes.toSorted());
});

test('roles are called by their names', () => {
  const both = { role: 'auditAdmin', held: 'securityAdmin' };
  expect(messages.zh['access.adminsSeparate'](both)).toContain('已是安全管理员，不能同时担任审计管理员');
  expect(messages.en['access.adminsSeparate'](both)).toContain('is security administrator and cannot be audit');
});
