import { type Route, route } from '../platform/index.ts';
import { importUnits } from './import-units.ts';

export const orgRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/units',
    action: importUnits,
    summary: { zh: '导入单位名录', en: 'Take over a register of units' },
  }),
];
