/** Of whom: registers read and written, and the tree they make. */

export { successionsBetween } from './changes/changes.store.ts';
export { mergeUnits } from './changes/merge-units.ts';
export { type Past, pastsOf } from './changes/pasts.ts';
export { splitUnit } from './changes/split-unit.ts';
export { importUnits } from './import-units.ts';
export * from './on-files.ts';
export { keepRegister, loadRegister, type Register, registerAt, registerEdition } from './register.store.ts';
export { orgRoutes } from './routes.ts';
export { unitsSeen } from './units-seen.ts';
