import type { Words } from '../../shell/language.tsx';
import type { map as zh } from './words.zh.ts';

export const map: Words<typeof zh> = {
  title: (what) => `${what} on the map`,
  label: (what, n) => `${what}, a map of ${n} units; darker where more points are lost`,
  lost: 'Share of points lost',
  asTable: 'As a table',
  asChart: 'As a map',
  unit: 'Unit',
  lostPoints: 'Lost',
  of: 'Of',
  noOutline: 'no outline',
  pending: 'missing figures',
  hint: 'Click a county for its reasons',
};
