/** The tables as the migrations leave them, for typed SQL. */
import type { AccessTables } from './tables/access.ts';
import type { AnswersTables } from './tables/answers.ts';
import type { OutcomeTables } from './tables/outcome.ts';
import type { RecordTables } from './tables/record.ts';
import type { YearTables } from './tables/year.ts';

export interface Tables extends AccessTables, YearTables, AnswersTables, OutcomeTables, RecordTables {}
