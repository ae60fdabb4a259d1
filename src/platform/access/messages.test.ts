import { expect, test } from 'vitest';
import { AccessProblem, messages } from './index.ts';

test('every problem has a sentence in both languages, and none is left over', () => {
  const codes = Object.keys(AccessProblem).map((name) => `access.${name}`);
  expect(Object.keys(messages.zh).sort()).toEqual(codes.toSorted());
  expect(Object.keys(messages.en).sort()).toEqual(codes.toSorted());
});

test('roles are called by their names', () => {
  const both = { role: 'auditAdmin', held: 'securityAdmin' };
  expect(messages.zh['access.adminsSeparate'](both)).toContain('已是安全管理员，不能同时担任审计管理员');
  expect(messages.en['access.adminsSeparate'](both)).toContain('is security administrator and cannot be audit');
});
