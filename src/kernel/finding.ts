/**
 * One result of a check: a stable code, where it is, and the data its sentence is made from. It holds no sentence:
 * `messages.zh.ts` and `messages.en.ts` of its stage say it, once. Checks return all findings and never throw.
 */
export type Severity = 'error' | 'warn' | 'hint';

/** Where a finding points; only what is known is filled. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  /** `F7`. */
  readonly cell?: string;
  readonly line?: number;
  /** `items.gpbEduExp.unit` in a scheme. */
  readonly path?: string;
  /** `body`, `footer1`: a part of a Word file. */
  readonly part?: string;
  /** From 0, in reading order of the part. */
  readonly paragraph?: number;
  /** UTF-16 offset in the paragraph's text. */
  readonly offset?: number;
  readonly unit?: string;
  readonly item?: string;
  readonly indicator?: string;
  readonly slot?: string;
}

export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Finding<Code extends string = string> {
  /** `stage.noun.fault`, or a check id of the domain such as `YOY-4`. */
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Place;
  /** The words that are wrong, as they stand. */
  readonly quote?: string;
  readonly data: FindingData;
}

/** What people call the three levels. */
export const SEVERITY_ZH: Readonly<Record<Severity, string>> = { error: '须改正', warn: '须说明', hint: '提醒' };

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warn: 1, hint: 2 };

export const bySeverity = (a: Finding, b: Finding): number => ORDER[a.severity] - ORDER[b.severity];
export const isError = (finding: Finding): boolean => finding.severity === 'error';
