import type { Words } from '../../shell/language.tsx';
import type { zh } from './words.zh.ts';

export const en: Words<typeof zh> = {
  title: 'Exceptions',
  note: 'What a unit says is true although a check of the scheme forbids it is decided here. A grant holds for these very figures; once one of them changes it has lapsed.',
  waiting: (n) => (n === 0 ? 'Nothing to decide' : `${n} to decide`),
  line: (n, unit, name) =>
    n === 1
      ? `${unit} asks for an exception (特殊情况处理) of "${name}"; it waits for your decision`
      : `${n} exceptions (特殊情况处理) wait for your decision; the first is "${name}" of ${unit}`,
  none: 'No unit has asked for an exception (特殊情况处理) yet. Requests come to your messages.',
  decided: 'Dealt with',
  states: { waits: 'To decide', granted: 'Granted', refused: 'Refused', lapsed: 'Lapsed' },
  item: 'Item',
  of: (year) => String(year),
  unit: 'Unit',
  missing: 'empty',
  reason: 'Reason given',
  document: 'Document number',
  by: (person, on) => `${person}, ${on}`,
  granted: 'Why granted',
  refused: 'Why refused',
  lapsed: 'A figure was changed after the request, which has lapsed. If it is still needed, the filler asks anew.',
  mine: 'You asked for it; another scheme administrator has to decide.',
  grant: 'Grant',
  refuse: 'Refuse',
  grantBody:
    'The check no longer keeps the task from being submitted. Filler, reviewers and verifiers see that it was let pass, with the reason, your name and the day.',
  refuseBody: 'The filler has to correct the figure before submitting, and is sent your reason.',
  whyGrant: 'Why it is granted (required)',
  whyRefuse: 'Why it is refused (required)',
  doneGranted: 'Granted. Who asked is told.',
  doneRefused: 'Refused. Who asked is sent the reason.',
};
