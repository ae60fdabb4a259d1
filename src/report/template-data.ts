/** The data a bound template carries, read back with the same care as any other file from outside. */
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { TemplateData } from './contract.ts';
import { ReportProblem } from './problems.ts';

const Shape = Type.Object({
  template: Type.String(),
  scheme: Type.String(),
  version: Type.String(),
  slots: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      value: Type.String(),
      format: Type.String(),
      in: Type.Optional(Type.String()),
      printed: Type.Optional(Type.String()),
    }),
  ),
  blocks: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      when: Type.Optional(Type.String()),
      each: Type.Optional(Type.String()),
    }),
  ),
});

/** Throws `report.templateUnbound` when the part is not ours or was damaged. */
export function parseTemplateData(text: string, file: string): TemplateData {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw ReportProblem.templateUnbound({ file });
  }
  if (!Value.Check(Shape, read)) throw ReportProblem.templateUnbound({ file });
  return read as TemplateData;
}
