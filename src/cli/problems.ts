/** What goes wrong at the door itself. */
import { problem, problems } from '../kernel/index.ts';

export const CliProblem = problems('cli', {
  unknownCommand: problem<{ given: string; known: readonly string[] }>(2),
  argumentCount: problem<{ usage: string; least: number; most: number; got: number }>(2),
  optionMissing: problem<{ usage: string; option: string }>(2),
  optionUnknown: problem<{ usage: string; option: string }>(2),
  fileMissing: problem<{ file: string }>(),
  fileUnreadable: problem<{ file: string; fault: string }>(),
  notWritable: problem<{ file: string; fault: string }>(),
  dateUnreadable: problem<{ given: string }>(2),
  yearDiffers: problem<{ given: string; scheme: number }>(2),
  kindUnknown: problem<{ file: string }>(2),
  textEncoding: problem<{ file: string }>(),
  portUnreadable: problem<{ given: string }>(2),
  /** `fault` as the system names it: EADDRINUSE, EACCES. */
  portTaken: problem<{ port: number; fault: string }>(),
  /** `given` is empty where it is a secret. */
  settingUnreadable: problem<{ setting: string; given: string; example: string }>(2),
  settingMissing: problem<{ setting: string; by: string }>(2),
  hostUnreadable: problem<{ given: string }>(2),
  fileTaken: problem<{ file: string }>(2),
  dataMissing: problem<{ folder: string }>(2),
  levelUnknown: problem<{ given: string; known: readonly string[] }>(2),
  numberUnreadable: problem<{ option: string; given: string }>(2),
  unitUnknown: problem<{ given: string }>(2),
  serverWanted: problem<{ missing: string }>(2),
  serverUnreadable: problem<{ given: string }>(2),
  /** `fault` as the system names it: ECONNREFUSED, ENOTFOUND. */
  serverAway: problem<{ server: string; fault: string }>(),
  /** An answer that is none of ours: another program or a proxy spoke. */
  serverStrange: problem<{ server: string; status: number }>(),
  /** What the server refused, in its own words. */
  serverRefused: problem<{ status: number; code: string; detail: string; detailEn: string }>(),
  /** None within reach, or several: unit, department and part as they were given. */
  taskUnknown: problem<{ given: string }>(2),
  reportNone: problem<{ round: string }>(),
});
