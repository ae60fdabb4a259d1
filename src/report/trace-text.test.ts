import { expect, test } from 'vitest';
import type { SlotTrace } from './contract.ts';
import { speakTrace } from './trace-text.ts';

const slot: SlotTrace = {
  slot: 's001',
  label: '差异系数',
  occurrence: 0,
  printed: '0.125',
  formula: 'cv',
  inputs: [
    {
      item: 'cv',
      name: '差异系数',
      unit: '881223',
      period: 'calendar(2025)',
      value: { value: '0.125', unit: '1' },
      shown: '0.125',
      coverage: { of: 3, reported: 2, missing: ['881223a'], sumOfReported: { value: '1', unit: '1' } },
      leftOut: [{ why: 'no-weight', units: ['881223a', '881223b'] }],
    },
  ],
  cells: [],
  evidence: [],
};

test('units that are missing or left out are called by their names', () => {
  const said = speakTrace(slot, { '881223': '云屏县', '881223a': '甲小学', '881223b': '乙小学' });
  expect(said).toContain('3 个单位中 2 个已报，缺 甲小学');
  expect(said).toContain('未计入　2 所学校学生数为0：甲小学、乙小学');
});

test('a figure taken over says from which round, version and person', () => {
  const source = { kind: 'round', round: 'county-2025', name: '2025年度市评县', version: 3, person: '李晨' } as const;
  const inputs = slot.inputs.map((input) => ({ ...input, source }));
  expect(speakTrace({ ...slot, inputs }, {})).toContain('　沿用“2025年度市评县”第 3 版，李晨');
});
