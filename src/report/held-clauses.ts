/** 一票否决 and 降等 as problems of a report: what decides its grade is told before anything that cost points. */
import type { UnitResult } from '../evaluate/on-files.ts';
import type { NamedProblem } from './lost-points.ts';

export function heldClauses({ vetoes, downgrades, grade }: UnitResult): readonly Omit<NamedProblem, 'ordinal'>[] {
  const tell = (kind: string) => (clause: { readonly code: string; readonly name: string }) => ({
    codes: [clause.code],
    title: clause.name,
    problem: `触发${kind}情形：${clause.name}，等次定为${grade}。`,
    measure: `对“${clause.name}”情形立即整改、依规追究责任，整改结果专题报告。`,
  });
  return [...vetoes.map(tell('一票否决')), ...downgrades.map(tell('降等'))];
}
