import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayWith, type UnitCode } from '../kernel/index.ts';
import { buildOrgTree, levelOf, messages, type OrgRow, type UnitKind } from './index.ts';

const row = (code: string, kind: UnitKind, parent?: string, more: Partial<OrgRow> = {}): OrgRow => ({
  code: code as UnitCode,
  name: `${code}名`,
  kind,
  attributes: {},
  at: { file: '单位名录.xlsx' },
  ...(parent === undefined ? {} : { parent }),
  ...more,
});

test('no units at all end the action with a sentence', () => {
  expect(() => buildOrgTree([])).toThrow(expect.objectContaining({ code: 'org.empty' }));
});

test('an unknown parent, an unknown host, a double code and a cycle are each said, and no unit is lost', () => {
  const { tree, findings } = buildOrgTree([
    row('P', 'prefecture'),
    row('A', 'county', 'P'),
    row('B', 'county', 'nowhere'),
    row('C', 'county', 'D'),
    row('D', 'county', 'C'),
    row('Z', 'zone', 'P', { host: 'nobody' }),
    row('A', 'county', 'P', { name: '另一个' }),
  ]);
  expect(findings.map(({ code, at }) => [code, at.unit])).toEqual([
    ['org.unit.double', 'A'],
    ['org.unit.parentUnknown', 'B'],
    ['org.unit.cycle', 'C'],
    ['org.unit.hostUnknown', 'Z'],
  ]);
  expect(tree.units.map(({ code }) => code).sort()).toEqual(['A', 'B', 'C', 'D', 'P', 'Z']);
  expect(tree.find('B')?.parent).toBe('P');
  for (const table of [messages.zh, messages.en]) {
    const say = sayWith(table);
    for (const finding of findings) expect(say(finding)).not.toContain('undefined');
  }
});

test('children come after their parent, in the order of the register', () => {
  const { tree } = buildOrgTree([
    row('S', 'school', 'B'),
    row('B', 'county', 'P'),
    row('A', 'county', 'P'),
    row('P', 'prefecture'),
  ]);
  expect(tree.units.map(({ code }) => code)).toEqual(['P', 'B', 'S', 'A']);
});

test('two schools of one name are found by code only', () => {
  const twins = [row('1', 'school', 'A', { name: '中心小学' }), row('2', 'school', 'A', { name: '中心小学' })];
  const { tree } = buildOrgTree([row('A', 'county'), ...twins]);
  expect(tree.find('中心小学')).toBeUndefined();
  expect(tree.find('2')?.code).toBe('2');
  expect(tree.find('A名')?.code).toBe('A');
});

test('equals without anyone above them stand below a unit made for them, one alone is the root', () => {
  expect(buildOrgTree([row('A', 'county'), row('B', 'county')]).tree.root).toMatchObject({
    kind: 'prefecture',
    name: '全部单位',
  });
  expect(buildOrgTree([row('A', 'county'), row('S', 'school', 'A')]).tree.root.code).toBe('A');
});

test('a zone is judged at the level of counties', () => {
  const { tree } = buildOrgTree([row('P', 'prefecture'), row('Z', 'zone', 'P')]);
  expect(tree.units.map(levelOf)).toEqual(['prefecture', 'county']);
});

test('a register of one long chain, and one that bites its tail, are still a tree', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => row(`u${i}`, 'county', i === 0 ? undefined : `u${i - 1}`));
  expect(buildOrgTree(chain).tree.units.at(-1)?.code).toBe('u49999');
  const ring = chain.map((each, i) => (i === 0 ? { ...each, parent: 'u49999' } : each));
  expect(buildOrgTree(ring).findings.map(({ code, at }) => [code, at.unit])).toEqual([['org.unit.cycle', 'u0']]);
});

test('any rows make a tree in which every unit stands once and is reached from the root', () => {
  const kinds: UnitKind[] = ['province', 'prefecture', 'county', 'zone', 'school'];
  const some = fc.record({
    code: fc.nat(12),
    parent: fc.option(fc.nat(14), { nil: undefined }),
    kind: fc.constantFrom(...kinds),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), (all) => {
      const rows = all.map(({ code, parent, kind }) =>
        row(`u${code}`, kind, parent === undefined ? undefined : `u${parent}`),
      );
      const { tree } = buildOrgTree(rows);
      const listed = tree.units.map(({ code }) => code as string);
      expect(new Set(listed).size).toBe(listed.length);
      for (const { code } of rows) expect(listed).toContain(code);
    }),
  );
});
