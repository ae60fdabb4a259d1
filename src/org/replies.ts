/** Answers of this stage's routes, as types alone. */
import type { Answered } from '../platform/index.ts';
import type { unitHistory } from './changes/history.ts';
import type { readContact } from './contact/read-contact.ts';
import type { listUnits } from './list-units.ts';
import type { readRegisterOf } from './look-register.ts';
import type { previewMap } from './map/preview-map.ts';
import type { readMap } from './map/read-map.ts';
import type { previewRegister } from './preview-register.ts';

export type UnitList = Answered<typeof listUnits>;
export type OfficeContact = Answered<typeof readContact>;
export type MapShown = Answered<typeof readMap>;
export type MapPreview = Answered<typeof previewMap>;
export type UnitHistory = Answered<typeof unitHistory>;
export type RegisterOnDay = Answered<typeof readRegisterOf>;
export type RegisterPreview = Answered<typeof previewRegister>;
