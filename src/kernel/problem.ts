/**
 * A problem ends an action. It is declared once per stage with a stable code and typed data; its sentence lives in
 * the stage's messages and says what to do. Anything else that is thrown is a bug.
 */
import type { FindingData, Place } from './finding.ts';

/** 2: wrong use of a command; 3: could not be done, nothing written. */
export type ExitStatus = 2 | 3;

/** What HTTP answers when nothing more fitting is declared: understood, and not possible as it stands. */
const UNPROCESSABLE = 422;

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly exit: ExitStatus;
  /** HTTP status. */
  readonly status: number;
  readonly data: FindingData;
  readonly at: Place;

  constructor(code: string, { exit, status }: Declared<FindingData>, data: FindingData, at: Place = {}) {
    super(code);
    this.code = code;
    this.exit = exit;
    this.status = status;
    this.data = data;
    this.at = at;
  }
}

export interface Declared<Data extends FindingData> {
  readonly exit: ExitStatus;
  readonly status: number;
  /** Never set; carries the type of the data to the maker. */
  readonly _data?: (data: Data) => void;
}

export const problem = <Data extends FindingData>(
  exit: ExitStatus = 3,
  status: number = UNPROCESSABLE,
): Declared<Data> => ({ exit, status });

// biome-ignore lint/suspicious/noExplicitAny: the data type of each row is recovered by `Makers`.
type Table = Readonly<Record<string, Declared<any>>>;
type Makers<T extends Table> = {
  readonly [Name in keyof T]: T[Name] extends Declared<infer Data> ? (data: Data, at?: Place) => Problem : never;
};

/** `problems('collect', { wrongUnit: problem<{ item: string }>() }).wrongUnit({ item })` => code `collect.wrongUnit`. */
export function problems<T extends Table>(stage: string, table: T): Makers<T> {
  const makers = Object.entries(table).map(([name, declared]) => [
    name,
    (data: FindingData, at?: Place) => new Problem(`${stage}.${name}`, declared, data, at),
  ]);
  return Object.fromEntries(makers) as Makers<T>;
}
