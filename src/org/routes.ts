import { type Route, route } from '../platform/index.ts';
import { unitHistory } from './changes/history.ts';
import { mergeUnits } from './changes/merge-units.ts';
import { moveUnit } from './changes/move-unit.ts';
import { splitUnit } from './changes/split-unit.ts';
import { readContact } from './contact/read-contact.ts';
import { stateContact } from './contact/state-contact.ts';
import { importUnits } from './import-units.ts';
import { listUnits } from './list-units.ts';
import { downloadRegister, readRegisterOf } from './look-register.ts';
import { previewMap } from './map/preview-map.ts';
import { readMap } from './map/read-map.ts';
import { stateMap, withdrawMap } from './map/state-map.ts';
import { previewRegister } from './preview-register.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const orgRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/map', action: readMap, summary: { zh: '单位边界', en: 'Outlines of the units' } }),
  route({
    method: 'GET',
    path: '/map/preview',
    action: previewMap,
    summary: { zh: '核对边界文件', en: 'What a filed GeoJSON would show' },
  }),
  route({
    method: 'POST',
    path: '/map',
    action: stateMap,
    status: 201,
    summary: { zh: '采用边界文件', en: 'Take over outlines of the units' },
  }),
  route({
    method: 'DELETE',
    path: '/map',
    action: withdrawMap,
    summary: { zh: '撤下边界', en: 'Take the outlines away' },
  }),
  route({
    method: 'GET',
    path: '/contact',
    action: readContact,
    summary: { zh: '督导室联系方式', en: 'Whom to call at the office' },
  }),
  route({
    method: 'PUT',
    path: '/contact',
    action: stateContact,
    summary: { zh: '填写督导室联系方式', en: 'State whom to call at the office' },
  }),
  route({ method: 'GET', path: '/units', action: listUnits, summary: { zh: '单位', en: 'Units within my reach' } }),
  route({
    method: 'POST',
    path: '/units',
    action: importUnits,
    summary: { zh: '导入单位名录', en: 'Take over a register of units' },
  }),
  route({
    method: 'POST',
    path: '/units/merge',
    action: mergeUnits,
    summary: { zh: '单位合并，写明日期和依据', en: 'Merge units from a day on' },
  }),
  route({
    method: 'POST',
    path: '/units/:unit/split',
    action: splitUnit,
    summary: { zh: '单位拆分，写明日期和依据', en: 'Split a unit from a day on' },
  }),
  route({
    method: 'POST',
    path: '/units/:unit/move',
    action: moveUnit,
    summary: { zh: '单位划转，写明日期和依据', en: 'Move a unit below another from a day on' },
  }),
  route({
    method: 'GET',
    path: '/units/:unit/history',
    action: unitHistory,
    summary: { zh: '单位的沿革', en: 'What a unit was, came from and became' },
  }),
  route({
    method: 'GET',
    path: '/register',
    action: readRegisterOf,
    summary: { zh: '某日的单位名录', en: 'The register of units as it stood on a day' },
  }),
  route({
    method: 'GET',
    path: '/register/workbook',
    action: downloadRegister,
    file: ({ day, content }) => ({ name: `单位名录_${day}.xlsx`, type: XLSX, content }),
    summary: { zh: '下载单位名录', en: 'The register as a workbook' },
  }),
  route({
    method: 'GET',
    path: '/register/preview',
    action: previewRegister,
    summary: { zh: '预览上传的单位名录', en: 'What an uploaded register would change' },
  }),
];
