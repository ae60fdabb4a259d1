/** Rules of this stage that the screens apply too. */
export type { Run } from '../engines/word/index.ts';
export { isSigned, REGISTERED, type Registered, registeredBy, STATIONS, type Station } from './filed/stations.ts';
export { isDocumentNumber } from './office-marks.ts';
export { type Page, type PagePiece, paginate } from './reading/paginate.ts';
export { type Beside, besideOf, doubledIn } from './studio/beside.ts';
export type { Decision } from './studio/contract.ts';
export { BLANK_STATES, type BlankState, isSure, keepsOpen, stateOfBlank } from './studio/states.ts';
