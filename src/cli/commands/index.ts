/** Every command by its words. */
import type { Command } from '../command.ts';
import { auditVerify } from './audit.ts';
import { backup, restore } from './backup.ts';
import { bind } from './bind.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { evaluate } from './evaluate.ts';
import { lint } from './lint.ts';
import { report } from './report.ts';
import { sample } from './sample.ts';
import { schemeCheck, schemeDiff } from './scheme.ts';
import { serve } from './serve.ts';
import { slots } from './slots.ts';
import { trace } from './trace.ts';
import { verify } from './verify.ts';

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['audit verify', auditVerify],
  ['backup', backup],
  ['restore', restore],
  ['demo', demo],
  ['sample', sample],
  ['scheme check', schemeCheck],
  ['scheme diff', schemeDiff],
  ['evaluate', evaluate],
  ['report', report],
  ['serve', serve],
  ['slots', slots],
  ['bind', bind],
  ['lint', lint],
  ['compare', compare],
  ['trace', trace],
  ['verify', verify],
]);
