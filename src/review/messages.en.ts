import type { Sentences } from '../kernel/index.ts';

interface OfTask {
  readonly round: string;
  readonly unit: string;
  readonly dept?: string;
  readonly part?: string;
}
const whose = ({ unit, dept = '' }: OfTask): string => `${unit}${dept}`;
const what = ({ round, part }: OfTask): string => `"${round}"${part === 'schools' ? ' (list of schools)' : ''}`;

/** A reason as its author closed it. */
const told = (reason: string | undefined): string =>
  reason === undefined ? '.' : `: ${reason.replace(/[。．.]+$/, '')}.`;

export const en = {
  'review.notClean': (d: { figures: number }) =>
    `${d.figures} figures ask for a look, so it was not passed with the others. Open it and judge them one by one.`,
  'review.notNow': (d: { verdict: string; state: string; step: string }) =>
    `The task is ${d.step === '' ? d.state : `waiting for ${d.step}`}; "${d.verdict}" is no step from there. Reload and go on from the state it has.`,
  'review.editionMoved': () => 'Something changed since you looked; nothing was done. Look again and confirm.',
  'review.ownWork': (d: { person: string }) =>
    `${d.person} filled in part of this task and cannot agree to it. Another person has to.`,
  'review.roundClosed': (d: { round: string; state: string }) =>
    `"${d.round}" is ${d.state}; nothing was done. ${d.state === 'closed' ? 'What is wrong is put right as a correction.' : 'The office has to unlock it first.'}`,
  'review.ownStep': (d: { person: string }) =>
    `${d.person} took the step before and cannot take this one too. Another person has to.`,
  'review.fieldUnknown': (d: { item: string; of: string }) =>
    `The task holds no "${d.item}" of ${d.of}; nothing was returned. Check it, or say it in the reason of the whole.`,
  'review.fieldTwice': (d: { item: string; of: string }) =>
    `"${d.item}" of ${d.of} is returned twice. Make one reason of the two.`,
  'review.returnsStand': (d: { count: number; items: readonly string[] }) =>
    `${d.count} returned figures were not put right (${d.items.join(', ')}${d.count > d.items.length ? ' …' : ''}); nothing was submitted. Correct them, or give the reason beside the figure if it is right.`,
  'review.figureMoved': (d: { item: string }) =>
    `"${d.item}" was stated anew since you looked; it was not accepted. Look at the new value first.`,
  'review.roundNotNow': (d: { move: string; state: string }) =>
    `The round is ${d.state}; "${d.move}" is not possible from there. Reload first.`,
  'review.lockChecksStand': (d: { errors: number }) =>
    `${d.errors} places in the accepted answers must be corrected; each is named below. Return them first, or lock knowingly with unresolved.`,
  'review.tasksUnfinished': (d: { count: number; units: readonly string[] }) =>
    `${d.count} tasks are not accepted (${d.units.join(', ')}${d.count > d.units.length ? ' …' : ''}); the round was not locked. Finish them, or lock and leave them behind knowingly.`,
  'review.dueEarlier': (d: { due: string; was: string }) =>
    `The new due time ${d.due} has passed, or is not after ${d.was}; nothing was extended. Give a later one.`,
  'review.reasonWanted': () => 'Say why, so that the other side can put it right.',
  'review.checksStand': (d: { errors: number; unexplained: number }) =>
    `${d.errors} places have to be corrected and ${d.unexplained} explained; nothing was submitted. Correct them, or give the reason beside the figure.`,
  'review.notExceptable': (d: { item: string }) =>
    `This about "${d.item}" cannot be let pass. Fill in what is empty and correct what is mistyped; only a check of the scheme that a true figure fails can be an exception.`,
  'review.findingGone': (d: { item: string }) =>
    `As it stands "${d.item}" has no such error; nothing was asked. Wait until the figure is saved and look again.`,
  'review.exceptionWaits': (d: { item: string; person: string }) =>
    `${d.person} has asked for an exception for "${d.item}"; it waits to be decided. It can be asked again once a figure changes.`,
  'review.exceptionMissing': () => 'There is no such request for an exception. Open it from the list of exceptions.',
  'review.exceptionDecided': (d: { item: string; person: string }) =>
    `${d.person} has decided the request for "${d.item}"; nothing was done again. Reload to see it.`,
  'review.exceptionLapsed': (d: { item: string }) =>
    `A figure behind "${d.item}" was changed after the request, which has lapsed; nothing was decided. If the exception is still needed, it has to be asked for anew.`,
  'review.ownException': (d: { person: string }) =>
    `${d.person} asked for this exception or filled in figures of the task, and cannot decide it. Another scheme administrator has to.`,
  'review.nobodyToAsk': (d: { item: string; of: string }) =>
    `Nobody filled "${d.item}" of ${d.of}, or who did holds no post now; nothing was sent. Of a computed figure, open one it is made from and ask there.`,
  'review.notWithFiller': (d: { of: string }) =>
    `${d.of} has handed in; nobody was reminded. Reload to see where it stands.`,
  'review.nobodyFills': (d: { of: string }) =>
    `Nobody holds a post to fill for ${d.of} now; nobody was reminded. The security administrator has to name somebody first.`,
  'review.remindedToday': (d: { of: string; person: string }) =>
    `${d.person} has reminded ${d.of} within a day; nothing was sent again. If it is urgent, copy the notice for the chat, or call.`,
  'review.wordsWanted': () => 'Say what is to be looked at again.',
  'review.questionMissing': () => 'There is no such question, or it was not put to you. Open it from your messages.',
  'review.answerWanted': () => 'Say what came of looking again.',
  'review.wordsTooLong': (d: { length: number; most: number }) =>
    `${d.length} characters are more than ${d.most}; nothing was sent. Say it in fewer.`,
  'review.nothingFilled': () => 'Nothing was filled in yet, so nothing was submitted. Fill in the task first.',
  'notice.task.submit': (d: OfTask) => `${whose(d)} has submitted ${what(d)}. Review it.`,
  'notice.task.approve': (d: OfTask) => `${what(d)} of ${whose(d)} has passed the step before. Review it.`,
  'notice.task.accept': (d: OfTask) => `${what(d)} of ${whose(d)} was accepted.`,
  'notice.task.return': (d: OfTask & { reason?: string }) =>
    `${what(d)} of ${whose(d)} was returned${told(d.reason)} Correct it and submit it again.`,
  'notice.task.remind': (d: OfTask & { day: string; left: number; person: string }) =>
    `${d.person} reminds ${whose(d)}: ${what(d)} is due on ${d.day}${d.left === 0 ? ', filled in and not submitted. Submit it soon.' : `, and ${d.left} figures are not filled in yet. Fill them in and submit.`}`,
  'notice.task.withdraw': (d: OfTask) => `${whose(d)} took ${what(d)} back.`,
  'notice.task.extend': (d: { round: string; day: string; reason: string }) =>
    `"${d.round}" is now due on ${d.day}: ${d.reason}.`,
  'notice.figure.ask': (d: { unit: string; name: string; person: string; words: string }) =>
    `${d.person} asks to look again at "${d.name}" of ${d.unit}: ${d.words}`,
  'notice.figure.answer': (d: { unit: string; name: string; person: string; words: string }) =>
    `${d.person} has looked again at "${d.name}" of ${d.unit}: ${d.words}`,
  'notice.section.submit': (d: { round: string; unit: string; name: string }) =>
    `${d.unit} has submitted section "${d.name}" of "${d.round}". Review it.`,
  'notice.section.approve': (d: { round: string; unit: string; name: string }) =>
    `Section "${d.name}" of ${d.unit} in "${d.round}" has passed the step before. Review it.`,
  'notice.section.accept': (d: { round: string; unit: string; name: string }) =>
    `Section "${d.name}" of ${d.unit} in "${d.round}" was accepted.`,
  'notice.section.return': (d: { round: string; unit: string; name: string; reason?: string }) =>
    `Section "${d.name}" of ${d.unit} in "${d.round}" was returned${told(d.reason)} Change it and submit it again.`,
  'notice.section.withdraw': (d: { round: string; unit: string; name: string }) =>
    `${d.unit} took section "${d.name}" of "${d.round}" back.`,
  'notice.report.ask': (d: { round: string; person: string; to: string; reason: string }) =>
    `${d.person} asks to ${d.to === '送审' ? 'send the report' : 'sign the report'} of "${d.round}" with open problems: ${d.reason}. Open it, look at what is open, and confirm.`,
  'notice.exception.ask': (d: { round: string; unit: string; name: string; reason: string }) =>
    `${d.unit} asks for an exception for "${d.name}" in "${d.round}": ${d.reason}. Decide it.`,
  'notice.exception.grant': (d: { round: string; unit: string; name: string; reason: string }) =>
    `The exception for "${d.name}" of ${d.unit} in "${d.round}" was granted: ${d.reason}. It no longer keeps you from submitting.`,
  'notice.exception.refuse': (d: { round: string; unit: string; name: string; reason: string }) =>
    `The exception for "${d.name}" of ${d.unit} in "${d.round}" was refused: ${d.reason}. Correct the figure and submit.`,
  'notice.due.soon': (d: { round: string; unit: string; ahead: number }) =>
    `"${d.round}" of ${d.unit} is due in ${d.ahead} day(s) and not submitted yet. Fill it in.`,
  'notice.due.passed': (d: { round: string; unit: string }) =>
    `"${d.round}" of ${d.unit} is past its due time and not submitted. Submit it soon.`,
  'notice.round.lock': (d: { round: string; reason: string }) =>
    `"${d.round}" was locked: ${d.reason}. Ask the office for changes.`,
  'notice.round.unlock': (d: { round: string; reason: string }) =>
    `"${d.round}" was unlocked: ${d.reason}. Filling goes on.`,
  'notice.round.close': (d: { round: string; reason: string }) => `"${d.round}" was closed: ${d.reason}.`,
  'notice.mail.subject': (d: { count: number }) => `Luzhi: ${d.count} notice(s)`,
  'notice.mail.head': (d: { count: number }) => `You have ${d.count} unread notice(s):`,
  'notice.mail.foot': (d: { home: string }) =>
    `Sign in at ${d.home}. This letter was sent by the system; do not answer it.`,
} satisfies Sentences;
