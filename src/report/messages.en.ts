import type { Sentences } from '../kernel/index.ts';
import type { BindingsFault } from './problems.ts';

/** Places of a report that one lack leaves empty. */
interface Hole {
  readonly why: string;
  readonly missing: string;
  readonly places: number;
  readonly labels: readonly string[];
  readonly total?: number;
  readonly reported?: number;
  readonly accepted?: boolean;
}

/** What helps; where it is no lack, filing again does not. */
const REMEDY: Readonly<Record<string, string>> = {
  'divided-by-zero': 'Check the figure that is 0',
  'not-comparable': 'Have both years filed on one basis',
};

const BINDINGS_FAULT: Readonly<Record<BindingsFault, (at: string) => string>> = {
  long: (at) => `${at} characters are too many`,
  yaml: (at) => `${at === '' ? 'it' : `line ${at}`} is no YAML`,
  missing: (at) => `${at} is missing`,
  unknown: (at) => `there is no key "${at}"`,
  shape: (at) => (at === '' ? 'it holds no keys with values' : `"${at}" has the wrong form`),
};

const REGISTERED_NAMES: Readonly<Record<string, string>> = {
  number: 'document number',
  signatory: 'signatory',
  signedOn: 'date of signature',
  publishedOn: 'day of publication',
  publishedIn: 'place of publication',
  sentOn: 'day of sending',
  sentTo: 'recipient',
};

export const en = {
  'report.bindingsUnreadable': (d: { fault: BindingsFault; at: string }) =>
    `The bindings file cannot be read: ${BINDINGS_FAULT[d.fault](d.at)}. Correct it after the format's page.`,
  'report.fillCount': (d: { at: string; blanks: number; fills: number }) =>
    `"${d.at}" marks ${d.blanks} blanks but has ${d.fills} fills. Give one fill a blank.`,
  'report.tableWithoutRows': (d: { heads: readonly string[] }) =>
    `The table "${d.heads.join(', ')}" has no each. Say what its rows are.`,
  'report.templateUnbound': (d: { file: string }) =>
    `${d.file} has no bindings. Find its blanks with luzhi slots and bind them with luzhi bind.`,
  'report.schemeDiffers': (d: { template: string; given: string }) =>
    `The template is bound to scheme ${d.template}, the scheme given is ${d.given}. Use the same, or bind again.`,
  'report.traceMissing': (d: { file: string }) =>
    `${d.file} was not found. Make the report with luzhi report … --trace.`,
  'report.slotUnknown': (d: { slot: string; known: readonly string[] }) =>
    `The report has no slot "${d.slot}". There are ${d.known.slice(0, 12).join(', ')} and others.`,
  'report.numberForm': (d: { given: string }) =>
    `"${d.given}" is no document number. Write it as 清政函〔2026〕3号: agency code, year in six-corner brackets, number without 第 or leading zero.`,
  'report.signatoryForm': (d: { given: string }) =>
    `--signatory "${d.given}" does not read as a name. Give the name of who signs; part several with 、.`,
  'report.dateForm': (d: { given: string }) => `--date "${d.given}" is not a date. Write it as 2026-01-15.`,
  'report.copiesForm': (d: { given: string }) =>
    `--copies-to "${d.given}" holds digits, letters or other signs. Name the offices in Chinese, parted by ， or 、.`,
  'report.noEvaluee': (d: { scheme: string }) =>
    `No unit in the figures is judged by scheme ${d.scheme}. Check kinds and parents in the register of units.`,
  'report.templateUnset': () => 'The round has no template for its reports. Upload a bound one and set it.',
  'report.missing': () => 'There is no such report. Open it from the list.',
  'report.filed': (d: { state: string }) => `The report is ${d.state} and is not changed any more. Issue a correction.`,
  'report.discardForeign': (d: { person: string }) => `This report was made by ${d.person}, who alone can discard it.`,
  'report.discardSent': (d: { state: string }) =>
    `The report has been sent for approval (${d.state} now) and is kept. Send it back to the draft, or make a correction.`,
  'report.notSigned': (d: { state: string }) =>
    `The report is ${d.state} and needs no correction. Return the figure to its reporter and compose again.`,
  'report.sectionMissing': () =>
    'There is no such section, or your post does not open it. Open one from the list of sections.',
  'report.sectionNotNow': (d: { section: string; state: string; step: string }) =>
    `Section "${d.section}" is now at "${d.step === '' ? d.state : d.step}", so this cannot be done. Reload and go on from there.`,
  'report.sectionMoved': (d: { section: string }) =>
    `Section "${d.section}" was changed since you looked at it; nothing was done. Look again, then decide.`,
  'report.sectionRoundClosed': (d: { round: string; state: string }) =>
    `"${d.round}" is ${d.state}; the section was not changed. Ask the office to unlock it where it must be.`,
  'report.sectionOwnWork': (d: { section: string; person: string }) =>
    `${d.person} wrote section "${d.section}" or took the step before, and may not agree to it. Another person has to.`,
  'report.sectionReasonWanted': (d: { section: string }) =>
    `A return of section "${d.section}" needs its reason. Say what is to be changed.`,
  'report.sectionEmpty': (d: { section: string }) =>
    `Section "${d.section}" has no text yet and was not submitted. Write it first.`,
  'report.sectionChecksStand': (d: { section: string; errors: number }) =>
    `Section "${d.section}" has ${d.errors} error(s) and was not submitted. Mend them, then submit it.`,
  'report.sectionProposalMissing': (d: { section: string }) =>
    `Section "${d.section}" has no proposed text, or somebody has dealt with it since you looked. Reload.`,
  'report.section.gap': (d: { label: string; why: string; missing: string }) =>
    `The slot "${d.label}" cannot be printed: ${d.why}${d.missing === '' ? '' : ` (${d.missing})`}. It fills itself once the figure is accepted; where there will be none, change the sentence.`,
  'report.section.withheld': (d: { label: string }) =>
    `The slot "${d.label}" is made from single counties, ledgers or points, which your post does not open. The office has to check the sentence.`,
  'report.section.long': (d: { section: string; words: number; most: number }) =>
    `Section "${d.section}" has ${d.words} characters, over its ${d.most}. Shorten it.`,
  'report.section.short': (d: { section: string; words: number; least: number }) =>
    `Section "${d.section}" has only ${d.words} characters of the ${d.least} wanted. Add to it, or say that there is no more.`,
  'report.section.placeMissing': (d: { section: string; place: string }) =>
    `Section "${d.section}" is accepted, but the template has no place "${d.place}", so it is not in the report. Add the place to the template's bindings.`,
  'report.consentOwn': (d: { person: string }) =>
    `${d.person} cannot consent to an own correction. Name who agreed at the reporting unit.`,
  'report.wayUnknown': (d: { from: string; to: string }) =>
    `The report is ${d.from}; it cannot become ${d.to} from there. Go station by station.`,
  'report.signatureWanted': () => 'Registering a signature takes number, signatory and date. Add what is missing.',
  'report.dayToCome': (d: { field: string; on: string }) =>
    `The ${REGISTERED_NAMES[d.field]}, ${d.on}, has yet to come. Give the day it was done.`,
  'report.dayBefore': (d: { field: string; on: string; before: string }) =>
    `The ${REGISTERED_NAMES[d.field]}, ${d.on}, is before ${d.before}, the step before it. Check both days.`,
  'report.registrationFiled': () =>
    'The report is filed; what was registered is not changed any more. A mistake is put right by a correction of its own.',
  'report.registrationEarly': (d: { field: string }) =>
    `The ${REGISTERED_NAMES[d.field]} is not registered yet and cannot be put right. Register that step first.`,
  'report.registrationSame': () => 'This is what is registered already. Put right what was written wrongly.',
  'report.reasonWanted': (d: { errors: number }) =>
    `${d.errors} places still have to be corrected. Say why the report goes for approval or is signed all the same.`,
  'report.secondPersonWanted': (d: { errors: number }) =>
    `${d.errors} places still have to be corrected: somebody other than its author and whoever asked has to confirm.`,
  'report.nobodyToConfirm': (d: { author: string }) =>
    `Somebody of the office other than its author (${d.author}) and you has to confirm, and there is nobody. Have the security administrator add a person of the office, or let the author ask and confirm yourself.`,
  'report.templateMissing': () => 'There is no such template, or your post does not see it. Open one from the list.',
  'report.templateBlank': (d: { file: string }) =>
    `${d.file} holds no blanks to fill (XX, XXX.XX, 20XX and the like). Check whether it is the right file.`,
  'report.blankUnknown': () => 'The template has no such place. Reload and try again.',
  'report.decisionMoved': (d: { person: string }) =>
    `${d.person} has just changed this place. The latest is shown; look at it and decide again.`,
  'report.decisionUnresolved': (d: { value: string; format: string }) =>
    `“${d.value}” printed as “${d.format}” gives no figure under this scheme. Choose another item or format.`,
  'report.blanksOpen': (d: { open: number; wrong: number }) =>
    `${d.open} places are still undecided and ${d.wrong} still wrong. Decide them before saving the template.`,
  'report.remarkMissing': () => 'There is no such comment. Reload and try again.',
  'report.remarkClosed': () => 'This comment is closed. Reopen it, or write a new one.',
  'report.remarkOpen': () => 'This comment is still open.',
  'report.nothingToRestore': () => 'These figures are as they were in the version before; there is nothing to restore.',
  'report.pdfAbsent': () =>
    'LibreOffice is not installed on the server, so no PDF can be made here. Download the Word file and save it as PDF.',
  'report.pdfLate': (d: { seconds: number }) =>
    `No PDF came out within ${d.seconds} seconds. Try again later, or download the Word file and save it as PDF.`,
  'report.pdfUnavailable': () =>
    'LibreOffice was not found, so no PDF was made. Install it, or save as PDF from Word or WPS.',
  'report.pdfFailed': (d: { seconds: number }) =>
    `LibreOffice made no PDF within ${d.seconds} s. Save as PDF from Word or WPS.`,
  'report.slot.unresolved': (d: { label: string; expression: string; scheme: string }) =>
    `"${d.expression}" of slot "${d.label}" does not resolve in scheme ${d.scheme}. Bind it to an item that exists.`,
  'report.slot.format': (d: { label: string; format: string; expression: string }) =>
    `Slot "${d.label}" cannot print "${d.expression}" as "${d.format}". Choose another unit or form.`,
  'report.slot.unknown': (d: { slot: string }) =>
    `The template holds slot ${d.slot} without a binding. Bind the template again.`,
  'report.slot.gap': (d: Hole) =>
    `${d.total === undefined ? '' : `${d.reported} of ${d.total} counties have ${d.accepted ? 'been accepted' : 'filed'}. `}${d.places} places of the report ("${d.labels.join('", "')}") cannot be printed: ${d.why}${d.missing === '' ? '' : ` (${d.missing})`}. ${REMEDY[d.why] ?? (d.accepted ? 'Have it filed and accepted' : 'Have it filed')} and make the report again.`,
  'report.block.undecided': (d: { label: string; missing: string; accepted?: boolean }) =>
    `The condition of "${d.label}" is undecided${d.missing === '' ? '' : ` (missing ${d.missing})`}; it was left out. Have it filed${d.accepted ? ' and accepted' : ''} and make the report again.`,
  'report.block.unknownList': (d: { label: string; list: string }) =>
    `"${d.label}" repeats over "${d.list}", which is no list. Use counties, zones, problems, measures, leaves, evidence or data.`,
  'TX-1': (d: { fault: string; count: number; around: string }) =>
    d.fault === 'blank'
      ? `${d.count} blank(s) left: "${d.around}". Fill or delete.`
      : d.fault === 'alias'
        ? `"${d.around}" reads like a placeholder name. Fill in the name, or confirm that it is kept back.`
        : d.fault === 'deleted'
          ? `"${d.around}" seems to have lost a word. Check it against the original.`
          : `"${d.around}" seems to hold a substituted word. Decide and correct.`,
  'TM-1': (d: { from: number; to: number; fault: string }) =>
    d.fault === 'equal'
      ? `"${d.from}—${d.to}" begins and ends in one year. Check the title of the paper.`
      : d.fault === 'backwards'
        ? `"${d.from}—${d.to}" ends before it begins. Check the years.`
        : `"${d.from}${d.to}" has lost its dash. Write ${d.from}—${d.to}年.`,
  'TX-9': (d: { from: number | string; to: number | string; of?: string }) =>
    d.of === 'numbers'
      ? `A range of numbers takes a wave. Write ${d.from}～${d.to}.`
      : `A range of years takes an em dash. Write ${d.from}—${d.to}年.`,
  'TM-3': (d: { stated: number; year: number }) =>
    `${d.stated} is before the evaluation year ${d.year}; it may be left from an older text. Check it.`,
  'TM-4': () => 'The calendar has no such day. Check the date.',
  'TM-2': (d: { stated: number; year: number }) =>
    `The notice is numbered in ${d.stated}, the report is of ${d.year}. Check the document number.`,
  'CM-4': (d: { part: string; whole: string }) =>
    `"${d.part}" and "${d.whole}" stand in one sentence with different dates. Say the date of each.`,
  'YOY-4': (d: { now: string; base: string; expected: string; stated: string; far: boolean }) =>
    `${d.now} and ${d.base} give ${d.expected}; the text says ${d.stated}. ${d.far ? 'They lie far apart: check the units first.' : 'Check and correct.'}`,
  'YOY-5': (d: { now: string; before: string; stated: string }) =>
    `${d.now} and ${d.before} do not differ by ${d.stated}. Check the three numbers.`,
  'YOY-6': (d: { word: string; other: string }) =>
    `"${d.word}" and "${d.other}" point in opposite directions. Use the word that fits${/^[-－−]/.test(d.other) ? ' and drop the minus sign' : ''}.`,
  'YOY-7': () =>
    "A growth on a comparable base cannot be recomputed from last year's published number. State the base.",
  'YOY-10': (d: { stated: string; right: string }) =>
    d.right === '%'
      ? `An amount changes by %, the text says ${d.stated}. Correct it.`
      : `A rate changes by percentage points (个百分点), the text says ${d.stated}. Correct it.`,
  'RT-3': (d: { part: string; whole: string; stated: string; expected: string }) =>
    `${d.part} is ${d.expected} of ${d.whole}; ${d.stated} divides by the rest. Write ${d.expected}.`,
  'RT-6': (d: { part: string; whole: string; stated: string; expected: string }) =>
    `${d.part} is ${d.expected} of ${d.whole}; the text says ${d.stated}. Check the three numbers.`,
  'XF-1': (d: { total: string; parts: string; count: number }) =>
    d.count === 1
      ? `The part ${d.parts} is more than its total ${d.total}. Check the units and the numbers.`
      : `The ${d.count} parts (${d.parts}) do not add up to ${d.total}. Check them.`,
  'XF-4': (d: { parts: string; sum: string }) => `${d.parts} add up to ${d.sum}, not 100%. Check the shares.`,
  'RT-5': (d: { name: string; stated: string }) => `${d.name} of ${d.stated} is over 100%. Check both sides.`,
  'RT-2': (d: { name: string; stated: string; students: string }) =>
    d.students === ''
      ? `${d.name} ${d.stated} cannot be. Check both sides.`
      : `${d.name} is written ${d.stated}. 师生比 is 1:${d.students}, 生师比 is ${d.students}:1; correct it.`,
  'RT-4': (d: { stated: string }) =>
    `"${d.stated}" gives a ratio as a share. Write X:Y, or call it the share of vocational intake.`,
  'XF-5': (d: { name: string; first: string; second: string }) =>
    `"${d.name}" is ${d.first} above and ${d.second} here. Make them agree.`,
  'UN-1': (d: { name: string; first: string; second: string }) =>
    `"${d.name}" is ${d.first} above and ${d.second} here, ten thousand times apart. Check the unit.`,
  'UN-5': (d: { stated: string }) => `${d.stated} is more people than a prefecture has. Check 人 against 万人.`,
  'XF-6': (d: { total: string; parts: string; sum: string }) =>
    `${d.total} is not the sum of its parts (${d.parts}), which is ${d.sum}. Check the points of each part.`,
  'XF-7': (d: { stated: number; names: number }) =>
    `The number is ${d.stated}, the list has ${d.names} names. Check the list.`,
  'TX-4': (d: { right: string }) =>
    `Write the document number as "${d.right}": six-corner brackets, no 第, no leading zero.`,
  'TX-5': (d: { count: number; limit: number }) => `The text has ${d.count} characters, over ${d.limit}. Shorten it.`,
  'TX-6': (d: { problem: string }) => `"${d.problem}" has no next step. Add the measure.`,
  'TX-7': (d: { claim: string; leaves: readonly string[] }) =>
    `"${d.claim}" contradicts the data: ${d.leaves.join(', ')}. Say what is true.`,
  'TX-2': (d: { place: string; home: string }) =>
    `${d.place} stands in a text about ${d.home}: it may come from elsewhere. Check it.`,
  'TX-3': (d: { name: string }) =>
    `The rest is masked and the name "${d.name}" is not. Mask it too, or fill in the rest.`,
  'TX-10': (d: { what: string; words: string }) =>
    d.what === 'person'
      ? `The text names a person ("${d.words}"). Make sure that may be published, or write the post instead.`
      : d.what === 'secret'
        ? `"${d.words}" marks what is not for the public. Check and remove it.`
        : `${d.what === 'identity' ? 'An identity number' : 'A telephone number'} stands here (${d.words}). Remove it.`,
  'TX-8': (d: { phrase: string }) => `${d.phrase} is one province's phrase. Check that it fits here.`,
  'UN-7': (d: { fault: string; count: number }) =>
    d.fault === 'punctuation'
      ? `${d.count} half-width marks between Chinese characters. Make them full-width.`
      : d.fault === 'digits'
        ? `${d.count} numbers in full-width digits. Make them half-width.`
        : d.fault === 'split'
          ? `${d.count} numbers are split by spaces. Delete the spaces.`
          : `${d.count} spaces between numbers and units. Delete them.`,
  'report.numbering.skip': (d: { written: string; expected: number; last: string }) =>
    `"${d.written}" ${d.last === '' ? 'has no item 1 before it' : `follows "${d.last}"; item ${d.expected} is missing`}. Add it or renumber.`,
  'report.numbering.form': (d: { written: string; right: string }) =>
    `Number "${d.written}" should be written "${d.right}".`,
  'report.word.doubled': (d: { word: string }) =>
    `"${d.word}" is written twice in a row, as if what was filled in repeats the words beside it. Delete one.`,
  'report.figure.differs': (d: { name: string; stated: string; right: string; doubtful?: boolean }) =>
    d.doubtful === true
      ? `This looks like "${d.name}": the text says ${d.stated}, the data ${d.right}. Correct it if it is the same figure; otherwise say what it counts.`
      : `"${d.name}" is ${d.stated} in the text and ${d.right} in the data. Put it back, or have the unit correct its figure.`,
  'report.unit.other': (d: { name: string; data: string }) =>
    `The text is about ${d.name}, the data are of ${d.data}; its numbers were not held against them. Use the data of its own unit, or check title and signature.`,
  'report.bundleUnreadable': (d: { file: string }) =>
    `${d.file} is no bundle of Luzhi, or its manifest cannot be read. Check the file.`,
  'report.bundleDamaged': (d: { file: string; part: string }) =>
    `The bundle ${d.file} is damaged${d.part === '' ? '' : ` (${d.part})`}: not copied whole, or changed after it was sealed. Nothing was verified. Copy it again or ask the sender.`,
  'report.bundleMissing': () => 'There is no such bundle, or your post may not see it. Seal the report again.',
  'bundle.seal.broken': () =>
    'The manifest is not what its seal says; it was changed. Ask the sender for the bundle again.',
  'bundle.content.missing': (d: { name: string }) =>
    `${d.name} is missing, so nothing can be recomputed. Ask the sender for the bundle again.`,
  'bundle.content.changed': (d: { name: string }) =>
    `${d.name} differs from its checksum in the manifest. Ask the sender.`,
  'bundle.content.foreign': (d: { name: string }) =>
    `${d.name} is not in the manifest; it was put in later. Ask the sender.`,
  'bundle.content.useless': (d: { name: string; fault: string }) =>
    `${d.name} cannot be read, so what is recomputed from it was not (${d.fault}). Ask the sender.`,
  'bundle.scheme.differs': (d: { scheme: string }) =>
    `The scheme ${d.scheme} in the bundle is not the one of the manifest; nothing was recomputed. Ask the sender.`,
  'bundle.rules.other': (d: { made: number; here: number }) =>
    `The bundle was made by version ${d.made} of the rules, this program has ${d.here}; nothing was recomputed. Verify it with a program of that version.`,
  'bundle.result.differs': (d: { unit: string; indicator: string; was: string; is: string }) =>
    `${d.unit}${d.indicator === '' ? ', sum and grade' : `, ${d.indicator}`}: the bundle says ${d.was}, the data gives ${d.is}. Ask the sender.`,
  'bundle.figure.differs': (d: { label: string; was: string; is: string; where: string }) =>
    `"${d.label}" is "${d.was}" in ${d.where}; the data gives "${d.is}". Ask the sender.`,
  'bundle.issued.differs': (d) =>
    `A paragraph of the issued copy differs: it says “${d.was}”, issued from the report it says “${d.is}”. Ask who handed it in.`,
  'bundle.audit.unreadable': (d: { line: number }) => `Line ${d.line} of the record cannot be read. Ask the sender.`,
  'bundle.audit.gap': (d: { line: number; seq: string }) =>
    `Line ${d.line} of the record has number ${d.seq}: rows were removed or slipped in before it. Ask the sender.`,
  'bundle.audit.changed': (d: { line: number; action: string; about: string }) =>
    `Line ${d.line} of the record (${d.action} ${d.about}) does not fit its link; it was changed. Ask the sender.`,
  'bundle.audit.head': () =>
    'The end of the record is not the one the manifest names: rows were removed or added. Ask the sender.',
} satisfies Sentences;
