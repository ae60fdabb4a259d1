/** Numbers as a finding shows them. */
import { type Interval, middle, type NumberMention } from '../../../engines/prose/index.ts';
import { divide, printDecimal, unitDefinition } from '../../../kernel/index.ts';

export const shown = ({ digits, unit }: NumberMention): string => `${digits}${unit}`;

/** What one number is of another, as they are printed. */
export const shareOf = (part: NumberMention, whole: NumberMention): string =>
  `${printDecimal(divide(divide(part.value, whole.value), unitDefinition('%').inBase), 2)}%`;

/** The middle of what rounding allows. */
export const percent = (value: Interval): string =>
  `${printDecimal(divide(middle(value), unitDefinition('%').inBase), 2)}%`;
