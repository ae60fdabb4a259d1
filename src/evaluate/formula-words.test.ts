import { expect, test } from 'vitest';
import { loadScheme } from '../scheme/index.ts';
import { formulaWords } from './formula-words.ts';

const scheme = loadScheme('schemes/duty-2025');

test('names stand for codes, and what is quoted or a function stays', () => {
  expect(formulaWords('trainingFunds / publicFundsBudget', scheme)).toBe('教师培训经费 ÷ 学校年度公用经费预算总额');
  expect(formulaWords('SUMOVER(counties, supervisionBudget, NOT(zoneUnit))', scheme)).toBe(
    'SUMOVER(counties, 教育督导经费预算, NOT(功能区))',
  );
  expect(formulaWords('IF(trainingFunds >= 1, "trainingFunds", \'a / b\')', scheme)).toBe(
    'IF(教师培训经费 ≥ 1, "trainingFunds", \'a / b\')',
  );
});
