import type { Sentences } from '../kernel/index.ts';
import { checksEn } from './check/messages.en.ts';

interface Cell {
  readonly item: string;
  readonly of: string;
  readonly typed: string;
  readonly value: string;
  readonly unit: string;
}
interface File {
  readonly file: string;
  readonly of: string;
}

export const en = {
  'collect.pathMissing': (d: { path: string }) => `There is no "${d.path}". Check the path and the name.`,
  'collect.pathUnreadable': (d: { path: string; fault: string }) =>
    `"${d.path}" cannot be read (${d.fault}). Check its permissions and that no other program holds it.`,
  'collect.nothingUsable': (d: { path: string }) =>
    `"${d.path}" holds no usable workbook. Put this year's workbooks (.xlsx) or a table (.csv) there.`,
  'collect.csvColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} lacks the columns ${d.missing.join(', ')}. The long form has unit, item, period, value; the wide form unit and item codes.`,
  'collect.fileUnreadable': (d: { file: string; fault: string }) =>
    `${d.file} cannot be read (${d.fault}); the other files were. Check its permissions, or whether another program holds it.`,
  'collect.fileKind': (d: { file: string }) =>
    `${d.file} is neither .xlsx nor .csv and was not read. Save it as .xlsx from Excel or WPS.`,
  'collect.tooLarge': (d: { path: string; megabytes: number; limit: number }) =>
    `The workbooks in "${d.path}" take ${d.megabytes} MB, more than ${d.limit} MB. Move evidence into the folder 佐证, or split the work.`,
  'collect.roundMissing': (d: { round: string }) => `There is no round with the code "${d.round}". Check the code.`,
  'collect.roundTaken': (d: { round: string }) => `The code "${d.round}" is taken by another round. Choose another.`,
  'collect.dueBeforeOpening': (d: { opens: string; due: string }) =>
    `The due time ${d.due} lies before the opening ${d.opens}. Correct it and send it again.`,
  'collect.deedMissing': () => 'There is no such entry of the record. Open it from the list.',
  'collect.taskMissing': () => 'There is no such task, or your post does not show it. Open it from the list of tasks.',
  'collect.evidenceMissing': () =>
    'There is no such evidence, or your post may not see it. Open it from the catalogue.',
  'collect.evidenceMoved': (d: { number: string; person: string }) =>
    `${d.person} changed evidence ${d.number} after you opened it; nothing was written over. Reload and change it again.`,
  'collect.evidenceNumberTaken': (d: { number: string }) =>
    `Number ${d.number} was used before. Choose another, or leave it out to be given one.`,
  'collect.evidenceUnlinked': (d: { unknown: readonly string[] }) =>
    d.unknown.length === 0
      ? 'This evidence proves no indicator and no item. Choose at least one.'
      : `The scheme has no ${d.unknown.join(', ')}. Choose others.`,
  'collect.evidenceNumberForm': (d: { given: string }) =>
    `"${d.given}" is no evidence number. Write it as B3.1-02, or leave it out to be given one.`,
  'collect.evidenceDate': (d: { given: string }) =>
    `There is no day "${d.given}". Write it as 2025-03-01, or leave it empty.`,
  'collect.docNumberForm': (d: { given: string }) =>
    `"${d.given}" is no document number. Write it as 清府办发〔2025〕9号, or leave it empty.`,
  'collect.evidenceOnSite': (d: { name: string }) =>
    `Evidence seen on site is only listed; the file ${d.name} was not taken. Change the mode to upload it.`,
  'collect.evidenceKind': (d: { name: string }) =>
    `${d.name} is no file that is taken. Upload PDF, pictures, Word, Excel, WPS, OFD or text; unpack archives first.`,
  'collect.evidenceSecret': (d: { name: string; where: 'record' | 'name' | 'content' }) =>
    `The ${{ record: 'title or description', name: `name of the file "${d.name}"`, content: `first page of "${d.name}"` }[d.where]} carries a mark of secrecy (绝密, 机密 or 秘密); it was not taken, and what was uploaded is deleted. Secret papers must not enter this system: if it is one, make it "seen on site" and report to the office of secrecy; if not, remove the mark and upload it again.`,
  'collect.evidenceName': (d: { name: string; kind: string }) =>
    `${d.name} holds ${d.kind}, which its name does not say; it was not taken. Save it anew and upload it again.`,
  'collect.ledgerNotAsked': (d: { ledger: string; of: string }) =>
    `The ledger "${d.ledger}" is not asked of this task of ${d.of}. Open the ledger from the task's page.`,
  'collect.notAccepted': (d: { unit: string; item: string }) =>
    `"${d.unit}" has no accepted ${d.item} to correct. Check the unit and the item.`,
  'collect.figureMoved': (d: { item: string; is: string }) =>
    `${d.item} is "${d.is}" now, which is not the old value you gave. Check it and try again.`,
  'collect.correctionRefused': (d: { item: string; typed: string }) =>
    `"${d.typed}" cannot stand as ${d.item}. Put it right as the item asks.`,
  'collect.roundClosed': (d: { round: string; state: string }) =>
    `"${d.round}" is ${d.state}; nothing was saved. Ask the office to ${d.state === 'closed' ? 'correct it' : 'unlock or correct it'}.`,
  'collect.taskClosed': (d: { state: string }) =>
    `The task is ${d.state} and cannot be changed. Ask the office to return it if it has to be.`,
  'collect.editionMoved': () =>
    'The task was saved again since you read it; nothing was saved. Read it again and save.',
  'collect.workbookAstray': (d: { file: string; of: string }) =>
    `${d.file} ${d.of === '' ? 'does not say whose it is' : `is the workbook of "${d.of}", which is not yours to fill`}; nothing was imported. Use the workbook downloaded from a task of your own.`,
  'collect.sealBroken': (d: { file: string }) =>
    `The seal of ${d.file} was changed, or it did not come from this system; nothing was imported. Download the workbook again and fill that one.`,
  'collect.sealOfOther': (d: { file: string; round: string; at: string }) =>
    `${d.file} was downloaded on ${d.at} for "${d.round}" and is not this task's workbook of now. Download it again.`,
  'collect.seal.none': (d: { file: string }) =>
    `${d.file} has no seal, so nobody can tell whether it came from here; it was read by codes and names. Check it item by item.`,
  'collect.seal.older': (d: { file: string; editions: number }) =>
    `Since ${d.file} went out the task was saved ${d.editions} times. What both changed is listed apart and stays as it is here unless told.`,
  'collect.planStale': (d: { file: string }) =>
    `Something changed since ${d.file} was previewed; nothing was imported. Preview it again and confirm.`,
  'collect.entry.notAsked': (d: { item: string; of: string }) =>
    `"${d.item}" is not asked by this task${d.of === '' ? '' : ` (${d.of})`}. Check item and unit.`,

  'collect.entry.notElsewhere': (d: { item: string; round: string }) =>
    `"${d.round}" does not hold "${d.item}" as it was shown: it may have changed, or is asked otherwise. Refresh and take it over again, or type it.`,
  'collect.entry.otherDept': (d: { item: string; dept: string }) =>
    `"${d.item}" is filled by ${d.dept === '' ? 'another department' : d.dept} and was not saved. Ask that department to change it.`,
  'collect.file.unknown': (d: File) =>
    `${d.file} does not say whose it is and of which year, and was not read. Fill in the workbook as downloaded, or move the file away.`,
  'collect.file.scheme': (d: File & { got: string; asked: string }) =>
    `${d.file} belongs to the scheme "${d.got}", not to "${d.asked}", and was not read. Download the workbook again.`,
  'collect.file.year': (d: File & { got: number; asked: number }) =>
    `This workbook is ${d.of}'s of ${d.got} and was not read into ${d.asked}. Use the workbook of ${d.asked}.`,
  'collect.file.unit': (d: File & { code: string }) =>
    `This workbook belongs to "${d.of}" (${d.code}), which is not in the register, and was not read. Check the register, or move the file away.`,
  'collect.file.dept': (d: File & { dept: string }) =>
    `This workbook belongs to the department "${d.dept}" of ${d.of}, which the scheme does not have, and was not read. Download it again.`,
  'collect.file.identity': (d: File & { line: string }) =>
    `${d.file} was made for ${d.of} but its head says "${d.line}", and was not read. Let the unit download its workbook again.`,
  'collect.file.kindDiffers': (d: File & { got: string; asked: string; by: string }) =>
    `${d.of} is ${d.got} in ${d.file} and ${d.asked} in ${d.by}; ${d.by} was followed. Correct one of them.`,
  'collect.file.kindGuessed': (d: File & { kind: string }) =>
    `${d.file} does not say whether ${d.of} is a prefecture, a county or a zone (its hidden sheet luzhi is gone); it was taken for ${d.kind}. Fetch the workbook again, or state it in the column kind of a CSV.`,
  'collect.file.double': (d: File & { first: string }) =>
    `${d.file} and ${d.first} are both workbooks of ${d.of}; only ${d.first} was read. Keep one of them.`,
  'collect.file.version': (d: File & { got: string; asked: string }) =>
    `${d.file} was made for version ${d.got} of this scheme, version ${d.asked} is in use; it was read by item codes. Get the workbook of version ${d.asked}, paste the figures into it and hand that in; where there is no time, check item by item whether a definition changed.`,
  'collect.unitAbsent': (d: { of: string }) =>
    `There is no workbook of ${d.of}. Ask for it; what is missing is not taken for zero.`,
  'collect.deptAbsent': (d: { of: string; dept: string }) =>
    `There is no workbook of ${d.of}, ${d.dept}. Ask for it; what is missing is not taken for zero.`,
  'collect.ledgerAbsent': (d: { of: string; ledger: string }) =>
    `The workbook of ${d.of} has no sheet "${d.ledger}", or its heads are not known; the ledger counts as not handed in, never as zero. Put the sheet back; leave it empty if there is nothing.`,
  'collect.registerAbsent': (d: { of: string; counties: number }) =>
    `The folder has no register of units (单位名录.xlsx), so ${d.of} counts as the ${d.counties} counties whose workbooks came. A county that sent nothing cannot be named, and the totals are without it. Add the register.`,
  'collect.zoneHost': (d: { of: string; hosts: readonly string[] }) =>
    d.hosts.length === 0
      ? `Nothing says which county hosts ${d.of}; its schools are in no county's figures and not in the prefecture's totals. State it in the register (单位名录.xlsx), column 托管县.`
      : `There is no register, and the school lists of ${d.hosts.join(', ')} all name schools of ${d.of}; it was taken to be hosted by ${d.hosts[0]}. Add the register (单位名录.xlsx) with the host county.`,
  'collect.schoolsAbsent': (d: { of: string }) =>
    `There is no school list of ${d.of}. Ask for it; what is missing is not taken for zero.`,

  'collect.row.unknown': (d: { code: string; item: string }) =>
    `The scheme has no item "${[d.code, d.item].filter((each) => each !== '').join(' ')}"; the row was not read. Correct the code, or remove the row.`,
  'collect.row.code': (d: { code: string; item: string; known: string }) =>
    `The scheme has no code "${d.code}"; the row was read as "${d.item}" by its name. Change the code back to ${d.known}, or check the name.`,
  'collect.row.otherName': (d: { code: string; item: string; name: string }) =>
    `The code "${d.code}" is "${d.item}", but the name says "${d.name}"; this row was not read. Correct the code or the name.`,
  'collect.row.double': (d: { item: string; first: string }) =>
    `"${d.item}" was already stated in ${d.first}; this row was not read. Keep one of them.`,
  'collect.row.total': (d: { list: string }) =>
    `This row of "${d.list}" is a total and was not read. Totals are made from the rows; check that they agree.`,
  'collect.row.notAsked': (d: { item: string; of: string }) =>
    `"${d.item}" is not asked of ${d.of}; the value was not used. Check that it stands in the right form.`,
  'collect.column.unknown': (d: { column: string }) =>
    `The scheme has no column "${d.column}"; it was not read. Correct the head, or remove the column.`,
  'collect.column.year': (d: { column: string; got: number; asked: number }) =>
    `The head "${d.column}" speaks of ${d.got}, this column asks for ${d.asked}; it was not read. Check the values and correct the head, or fetch the form again.`,
  'collect.sheet.year': (d: { sheet: string; got: number; asked: number }) =>
    `The sheet "${d.sheet}" is of ${d.got} and cannot be taken for ${d.asked}; it was not read. Fill in the sheet of ${d.asked}.`,
  'collect.unitMismatch': (d: { item: string; asked: string; got: string }) =>
    `"${d.item}" is counted in ${d.asked}, the form says "${d.got}"; it was not read. Correct unit and value.`,
  'collect.unitConverted': (d: { item: string; asked: string; got: string; typed: string; converted: string }) =>
    `"${d.item}" is counted in ${d.asked}, the form was changed to ${d.got}${d.converted === '' ? ' and was converted' : `: ${d.typed} ${d.got} was taken as ${d.converted} ${d.asked}`}. Check the unit; if the number is in ${d.asked}, change the unit back.`,
  'collect.priorColumn': (d: { sheet: string; of: string }) =>
    `"${d.sheet}" has no column 上年值, so nothing of ${d.of} can be compared with the year before. Add it.`,
  'collect.formulaCells': (d: { count: number }) =>
    `${d.count} cells are formulas; what they show was taken. Check them.`,

  'collect.cell.text': (d: Cell) =>
    `"${d.item}" asks for a number, the cell says "${d.typed}" and was not used. Write digits only, in ${d.unit}.`,
  'collect.cell.error': (d: Cell) =>
    `The formula of "${d.item}" gives ${d.typed} and was not used. Correct the formula, or write a number.`,
  'collect.cell.uncalculated': (d: Cell) =>
    `The formula of "${d.item}" was never calculated and was not used. Open the file in Excel or WPS and save it.`,
  'collect.cell.date': (d: Cell) =>
    `"${d.item}" asks for a number, the cell is the date ${d.typed} and was not used. Format the cell as a number and fill it again.`,
  'collect.cell.percent': (d: Cell) =>
    `"${d.item}" is counted in ${d.unit}; what "${d.typed}" is worth is not clear, and it was not used. Write the number in ${d.unit}.`,
  'collect.cell.finer': (d: Cell & { step: string }) =>
    `${d.typed} of "${d.item}" is finer than ${d.step} and was not used. Check the unit and write it in ${d.unit}.`,
  'collect.cell.tooLarge': (d: Cell) =>
    `${d.typed} for “${d.item}” is too large to be true and was not used. Check the number and its unit.`,
  'collect.cell.rounded': (d: Cell) =>
    `The result ${d.typed} of the formula of "${d.item}" was rounded to ${d.value}. Check it.`,
  'collect.cell.range': (d: Cell & { limit: string; side: string }) =>
    `"${d.item}" is ${d.value} ${d.unit}, ${d.side === 'min' ? 'below the least' : 'above the most'} possible, ${d.limit} ${d.unit}. Correct it.`,
  'collect.cell.truth': (d: Cell) =>
    `"${d.item}" takes 是, 否 or 不适用; the cell says "${d.typed}" and was not used. Correct it.`,
  'collect.reason.former': (d: { was: string; years: readonly string[] }) =>
    `The explanation was written before the number was corrected. Say that it still holds, or write it anew. ${d.years.includes('now') ? 'The number' : "Last year's number"} was ${d.was}.`,
  'collect.cell.none': (d: Cell) => `"${d.item}" says "${d.typed}", taken as 0. Write 0 where there are none.`,
  'collect.cell.cleaned': (d: Cell) => `The number "${d.typed}" was taken as ${d.value}. Check it.`,

  'collect.school.unknown': (d: { code: string; name: string }) =>
    `The school "${d.name}" (${d.code}) is not known; its row was not read. Check its code.`,
  'collect.school.listedElsewhere': (d: { of: string; by: string }) =>
    `The figures of "${d.of}" are stated in the school list of ${d.by} and were not taken here. Ask ${d.by} to change them.`,
  'collect.school.double': (d: { code: string; name: string; first: number }) =>
    `The school "${d.name}" (${d.code}) already stands in row ${d.first}; this row was not read. Keep one of them.`,
  'collect.ledger.empty': (d: { column: string; ledger: string }) =>
    `This row of ${d.ledger} has no "${d.column}", so counts by it may be off. Fill it in.`,
  'collect.ledger.date': (d: { column: string; ledger: string; typed: string }) =>
    `"${d.typed}" in "${d.column}" of ${d.ledger} is no date and was not used. Write it like 2025-03-01.`,
  'collect.ledger.choice': (d: { column: string; ledger: string; typed: string; choices: readonly string[] }) =>
    `"${d.typed}" in "${d.column}" of ${d.ledger} was not used. Choose one of ${d.choices.join(', ')}.`,
  'collect.evidence.unknown': (d: { number: string }) =>
    `The catalogue has no evidence ${d.number}. Enter it there, or correct the number here.`,
  'collect.evidence.changes': (d: { number: string; fields: readonly string[] }) =>
    `Evidence ${d.number} differs from what stands here (${d.fields.join(', ')}); the workbook will hold. Put it back in the workbook if it should not.`,
  'collect.evidence.moved': (d: { number: string; fields: readonly string[]; person: string }) =>
    `Evidence ${d.number} differs from what stands here (${d.fields.join(', ')}), and ${d.person} changed it after the workbook went out: what stands here is kept and the row is not written. Open the record here to change it.`,
  'collect.evidence.ofOther': (d: { number: string }) =>
    `The evidence number ${d.number} is used by another department of the unit; the row is not written. Choose another number.`,
  'collect.evidence.withdrawn': (d: { number: string }) =>
    `Evidence ${d.number} was withdrawn and does not come back; the row is not written. File it again under another number.`,
  'collect.evidence.hasFile': (d: { number: string }) =>
    `Evidence ${d.number} has an uploaded file here and cannot become "seen on site" in the workbook; the row is not written. Open the record here and change it there, which removes the file.`,
  'collect.evidence.renumbered': (d: { number: string; now: string }) =>
    `Evidence ${d.number} has the number ${d.now} here now; the row is not written. Write ${d.now} to change that paper, or another number for another one.`,
  'collect.evidence.date': (d: { number: string; typed: string }) =>
    `The date "${d.typed}" of evidence ${d.number} is no date and was not used. Write it like 2025-03-01.`,
  'collect.evidence.secretMark': (d: { where: 'record' | 'name' | 'content' }) =>
    `The ${{ record: 'title or description', name: 'name of the file', content: 'file' }[d.where]} carries a mark of secrecy (绝密, 机密 or 秘密). Secret papers must not enter this system: if it is one, withdraw it at once and report to the office of secrecy; if not, remove the mark and upload it again, or make it "seen on site".`,
  'collect.evidence.idNumbers': (d: { where: 'record' | 'name' | 'content'; count: number }) =>
    `The ${{ record: 'title or description', name: 'name of the file', content: 'file' }[d.where]} holds ${d.count} identity-card numbers. Cover them and upload it again, or make it "seen on site"; where they have to stay, say by what rule.`,
  'collect.evidence.fileMissing': (d: { number: string; path: string }) =>
    `The file "${d.path}" of evidence ${d.number} is not in the folder. Put it there, or correct its place.`,

  'collect.csv.unit': (d: { unit: string }) =>
    `There is no unit "${d.unit}"; the row was not read. Write a name or code of the register.`,
  'collect.csv.kind': (d: { kind: string }) =>
    `There is no kind of unit "${d.kind}"; the lowest level judged was taken. Write province, prefecture, county, zone or school.`,
  'collect.csv.period': (d: { period: string }) =>
    `"${d.period}" is no period; the row was not read. Write a year like 2025, or at(2025-09-01).`,
  'collect.csv.reporter': (d: { reporter: string }) =>
    `The scheme has no department "${d.reporter}"; the row was not read. Write its code or name.`,
  ...checksEn,
} satisfies Sentences;
