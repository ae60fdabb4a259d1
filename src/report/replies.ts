/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { fileEditedReport } from './filed/file-edited.ts';
import type { listSections, readSection } from './sections/look.ts';
import type { saveSection } from './sections/save-section.ts';
import type { settleProposal } from './sections/settle-proposal.ts';
import type { submitSection } from './sections/take-section-step.ts';

export type { SectionBody, SectionPiece } from './sections/contract.ts';
export type SectionList = Answered<typeof listSections>;
export type SectionPage = Answered<typeof readSection>;
export type SavedSection = Answered<typeof saveSection>;
export type SteppedSection = Answered<typeof submitSection>;
export type SettledProposal = Answered<typeof settleProposal>;
export type EditedReport = Answered<typeof fileEditedReport>;
