import { expect, test } from 'vitest';
import { isSamePrint } from './same-print.ts';

test.each([
  ['优秀', '合格'],
  ['比上年增长3.2%', '比上年下降3.2%'],
  ['86.42亿元', '86.24亿元'],
  ['86.42', '86.43'],
  ['110,205.16', '110,205.19'],
  ['无', ''],
  ['12 项', '12 项，另有 1 项'],
  ['1.0259', '1.02'],
])('“%s” and “%s” are two figures', (was, is) => {
  expect(isSamePrint(was, is)).toBe(false);
});

test.each([
  ['无', '无一票否决情形'],
  ['未达到 抽查全部达标，每项扣 0.5 分，得 1 分。', '未达到：抽查全部达标，每项扣 0.5 分，得 1 分。'],
  ['26879.3055', '26879.305'],
  ['1.02', '1.020'],
  ['110205.16', '110,205.16'],
  ['优秀 ', '优秀'],
])('“%s” and “%s” are one figure in two wordings', (was, is) => {
  expect(isSamePrint(was, is)).toBe(true);
});
