/** `luzhi compare`: an edited report read back by its controls. */
export { type Comparison, compareWords as compareReports } from '../engines/word/index.ts';
