/** 清江市 in the middle of its year, on the store. */
export { loadSampleYear } from './load.ts';
