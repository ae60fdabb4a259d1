import { expect, test } from 'vitest';
import { loadScheme, resolveScheme, wayOf } from './index.ts';

const steps = (level: 'prefecture' | 'county', part: 'forms' | 'schools') =>
  wayOf(loadScheme('schemes/duty-2025'), level, part).steps.map(({ name, role, next }) => [name, role, next]);

test('a scheme that says nothing goes the usual way: the unit’s approver, then the office of the evaluee', () => {
  const text = 'docs/examples/small-scheme';
  expect(wayOf(loadScheme(text), 'county', 'forms').steps).toMatchObject([
    { code: 'awaitingUnitApproval', role: 'approver', at: 'own', next: 'submitted', backTo: 'filler' },
    { code: 'submitted', role: 'office', at: 'evaluee', next: 'accepted', backTo: 'filler' },
  ]);
});

test('duty-2025: bureaus sign, counties go over their own office and government, the city reviews', () => {
  expect(steps('prefecture', 'forms')).toEqual([
    ['部门审签', 'approver', 'cityReview'],
    ['市督导室复核', 'office', 'accepted'],
  ]);
  expect(steps('county', 'forms')).toEqual([
    ['县督导室初审', 'office', 'governmentApproval'],
    ['县政府审定', 'approver', 'cityReview'],
    ['市督导室复核', 'office', 'accepted'],
  ]);
});

test('a way that names the kind of task goes before one for both', () => {
  const text = `
scheme: two-ways
name: 两种流程
year: 2025
levels: [county]
total: "0"
indicators: { A: { name: 情况, rule: { type: information } } }
approval:
  both: { level: county, steps: [{ step: one, name: 一审, role: office }] }
  schools: { level: county, part: schools, steps: [{ step: two, name: 二审, role: verifier, at: evaluee }] }
`;
  const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text }]);
  if (scheme === undefined) expect.unreachable(JSON.stringify(findings));
  expect(wayOf(scheme, 'county', 'forms').steps[0]?.code).toBe('one');
  expect(wayOf(scheme, 'county', 'schools').steps[0]?.code).toBe('two');
  expect(wayOf(scheme, 'prefecture', 'forms').steps[0]?.code).toBe('awaitingUnitApproval');
});
