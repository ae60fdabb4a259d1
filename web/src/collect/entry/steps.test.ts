import { expect, test } from 'vitest';
import type { Said } from './cells.ts';
import { openSteps, type Step } from './steps.ts';

const said = (typed: string): Said => ({ typed, reason: '', nature: undefined, reasonHolds: undefined });

/** Cells as they stand, and what one does to them. */
function desk() {
  const cells = new Map<string, string>();
  const steps = openSteps((key) => said(cells.get(key) ?? ''));
  const carry = (step: Step | undefined): void => {
    for (const { key, said: of } of step ?? []) cells.set(key, of.typed);
  };
  return {
    cells,
    type(key: string, text: string): void {
      steps.note([{ key, said: said(cells.get(key) ?? '') }]);
      cells.set(key, text);
    },
    undo: () => carry(steps.undo()),
    redo: () => carry(steps.redo()),
  };
}

test('where nothing was done there is nothing to go back to', () => {
  const { cells, undo, redo } = desk();
  undo();
  redo();
  expect(cells.size).toBe(0);
});

test('step by step back and forth; what is typed anew ends the way forth', () => {
  const { cells, type, undo, redo } = desk();
  type('a', '1');
  type('a', '2');
  undo();
  undo();
  expect(cells.get('a')).toBe('');
  redo();
  expect(cells.get('a')).toBe('1');
  type('a', '3');
  redo();
  expect(cells.get('a')).toBe('3');
});

test('what came from the server meanwhile stands again after back and forth', () => {
  const { cells, type, undo, redo } = desk();
  type('a', '1');
  cells.set('a', '1.00');
  undo();
  redo();
  expect(cells.get('a')).toBe('1.00');
});
