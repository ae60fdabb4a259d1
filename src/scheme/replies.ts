/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { checkDraft } from './check-draft.ts';
import type { diffPublished } from './diff-published.ts';
import type { listDepartments } from './list-departments.ts';
import type { listSchemes } from './list-schemes.ts';
import type { lookAtPaper } from './paper/look-at-paper.ts';
import type { readScheme } from './read-scheme.ts';

export type SchemeList = Answered<typeof listSchemes>;
export type SchemePage = Answered<typeof readScheme>;
export type DepartmentList = Answered<typeof listDepartments>;
export type SchemeDraft = Answered<typeof checkDraft>;
export type SchemeDiff = Answered<typeof diffPublished>;
export type SchemePaper = Answered<typeof lookAtPaper>;
