/** The fictional prefecture 清江市: `luzhi sample DIR [--planted]`. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { buildSample, type SampleFile } from './build.ts';
export { type SampleOptions, sampleFiles, writeSample } from './write.ts';

export const messages = { zh, en };
