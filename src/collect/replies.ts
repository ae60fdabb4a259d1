/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { readDeed } from './deed/read-deed.ts';
import type { figureHistory } from './entry/figure-history.ts';
import type { saveFigures } from './entry/save-figures.ts';
import type { fileEvidence } from './evidence/file-evidence.ts';
import type { listCatalogue } from './evidence/look.ts';
import type { placeByName } from './evidence/place-by-name.ts';
import type { readLedgers } from './ledger/read-ledgers.ts';
import type { saveRows } from './ledger/save-rows.ts';
import type { listMyRounds, listMyTasks } from './round/look.ts';
import type { readFindings, readTask } from './round/read-task.ts';
import type { importWorkbook } from './workbook/import-workbook.ts';
import type { previewWorkbook } from './workbook/preview-workbook.ts';

export type RoundList = Answered<typeof listMyRounds>;
export type TaskList = Answered<typeof listMyTasks>;
export type TaskPage = Answered<typeof readTask>;
export type TaskFindings = Answered<typeof readFindings>;
export type FigureHistory = Answered<typeof figureHistory>;
export type SavedFigures = Answered<typeof saveFigures>;
export type LedgersPage = Answered<typeof readLedgers>;
export type SavedRows = Answered<typeof saveRows>;
export type Catalogue = Answered<typeof listCatalogue>;
export type FiledEvidence = Answered<typeof fileEvidence>;
export type PlacedNames = Answered<typeof placeByName>;
export type WorkbookPreview = Answered<typeof previewWorkbook>;
export type WorkbookImported = Answered<typeof importWorkbook>;
export type DeedFigures = Answered<typeof readDeed>;
