/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { findAnything } from './find.ts';

export type SearchAnswer = Answered<typeof findAnything>;
