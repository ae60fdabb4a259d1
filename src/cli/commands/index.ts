/** Every command by its words. */
import type { Command } from '../command.ts';
import { auditVerify } from './audit.ts';
import { backup, restore } from './backup.ts';
import { bind } from './bind.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { evaluate } from './evaluate.ts';
import { evidenceAdd } from './evidence.ts';
import { importWorkbook } from './import.ts';
import { lint } from './lint.ts';
import { report } from './report.ts';
import { reportBundle, reportCorrect } from './report-bundle.ts';
import { reportCompose, reportGet } from './report-filed.ts';
import { results } from './results.ts';
import { roundClose, roundList, roundLock, roundOpen, roundUnlock } from './round.ts';
import { sample } from './sample.ts';
import { schemeCheck, schemeDiff } from './scheme.ts';
import { schemeImport } from './scheme-import.ts';
import { serve } from './serve.ts';
import { slots } from './slots.ts';
import { taskList } from './task.ts';
import { taskAccept, taskApprove, taskReturn, taskSubmit, taskWithdraw } from './task-step.ts';
import { tokenCreate, tokenList, tokenRevoke } from './token.ts';
import { trace } from './trace.ts';
import { userAdd, userDisable, userList, userPassword } from './user.ts';
import { verify } from './verify.ts';
import { workbooks } from './workbooks.ts';

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['audit verify', auditVerify],
  ['backup', backup],
  ['restore', restore],
  ['demo', demo],
  ['sample', sample],
  ['scheme check', schemeCheck],
  ['scheme import', schemeImport],
  ['scheme diff', schemeDiff],
  ['workbooks', workbooks],
  ['evaluate', evaluate],
  ['report', report],
  ['serve', serve],
  ['slots', slots],
  ['bind', bind],
  ['lint', lint],
  ['compare', compare],
  ['trace', trace],
  ['verify', verify],
  ['user list', userList],
  ['user add', userAdd],
  ['user password', userPassword],
  ['user disable', userDisable],
  ['token list', tokenList],
  ['token create', tokenCreate],
  ['token revoke', tokenRevoke],
  ['round list', roundList],
  ['round open', roundOpen],
  ['round lock', roundLock],
  ['round unlock', roundUnlock],
  ['round close', roundClose],
  ['task list', taskList],
  ['task submit', taskSubmit],
  ['task withdraw', taskWithdraw],
  ['task approve', taskApprove],
  ['task accept', taskAccept],
  ['task return', taskReturn],
  ['evidence add', evidenceAdd],
  ['import', importWorkbook],
  ['results', results],
  ['report compose', reportCompose],
  ['report get', reportGet],
  ['report correct', reportCorrect],
  ['report bundle', reportBundle],
]);
