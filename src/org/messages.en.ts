import type { Sentences } from '../kernel/index.ts';

export const en = {
  'org.empty': () => 'There are no units. Provide a register (单位名录), or name the units in the figures.',
  'org.registerColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} lacks the columns ${d.missing.join(', ')}. Add the heads 代码, 名称, 类型, 上级, 托管县.`,
  'org.registerRefused': (d: { faults: number }) =>
    `The register has ${d.faults} faults and was not taken over. Correct each and import it again.`,
  'org.unitUnreadable': (d: { row: number; code: string; kind: string }) =>
    `Code "${d.code}" or kind "${d.kind}" of unit ${d.row} cannot be read. The kind is 省, 市, 县, 功能区 or 学校.`,
  'org.unitMissing': (d: { unit: string; on: string }) =>
    `The register of ${d.on} has no unit ${d.unit}. Check the code and the date.`,
  'org.unitChangedLater': (d: { unit: string; begins: string }) =>
    `${d.unit} changes again on ${d.begins}, so it cannot be changed before that day. Take a later day.`,
  'org.unitAsked': (d: { unit: string; round: string }) =>
    `${d.unit} has tasks in "${d.round}", which is not closed. Change it when that round is closed.`,
  'org.unitCounted': (d: { unit: string; round: string; asOf: string }) =>
    `"${d.round}" has counted ${d.unit} as it stood on ${d.asOf}. Take a day after that.`,
  'org.rootStays': (d: { unit: string }) =>
    `${d.unit} stands above the whole register and is not merged, split or moved. Choose a unit below it.`,
  'org.levelsDiffer': (d: { unit: string; other: string }) =>
    `${d.unit} and ${d.other} are not of one level and cannot be merged or split. Choose units of one level.`,
  'org.codeUnreadable': (d: { code: string }) =>
    `"${d.code}" is no code of a unit. Write one of GB/T 2260, or one of your own.`,
  'org.nameMissing': (d: { code: string }) => `${d.code} is a new unit without a name. Name it.`,
  'org.namedTwice': (d: { code: string }) => `${d.code} is named twice. Name it once.`,
  'org.mergesAlone': (d: { unit: string }) => `Nothing is merged into ${d.unit}. Name the units that are.`,
  'org.notBelow': (d: { unit: string; over: string }) =>
    `${d.unit} neither stands below ${d.over} nor is hosted by it. Choose from what it has.`,
  'org.unplaced': (d: { unit: string; count: number; first: readonly string[] }) =>
    `${d.count} units of ${d.unit} are left without a place: ${d.first.join(', ')}${d.count > d.first.length ? ' and others' : ''}. Give each to one of the units it is split into.`,
  'org.parentBelow': (d: { unit: string; parent: string }) =>
    `${d.parent} is not of a level above ${d.unit} and cannot stand over it. Choose a unit of a higher level.`,
  'org.alreadyThere': (d: { unit: string; parent: string }) =>
    `${d.unit} stands below ${d.parent} already; nothing was changed.`,
  'org.mapTooLarge': (d: { file: string; megabytes: number }) =>
    `${d.file} has ${d.megabytes} MB, more than 20 MB. Use simplified outlines.`,
  'org.mapEmpty': (d: { file: string }) =>
    `${d.file} holds no outline of a unit of the register; nothing was saved. Its features name units by code or adcode.`,
  'org.map.unreadable': () => 'This is no GeoJSON FeatureCollection and was not read. Use a file of outlines.',
  'org.map.notPolygon': (d: { row: number; code: string; name: string }) =>
    `Feature ${d.row} (${d.code}${d.name}) is no polygon or has wrong coordinates; it was left out.`,
  'org.map.noCode': (d: { row: number; name: string }) =>
    `Feature ${d.row}${d.name === '' ? '' : ` (${d.name})`} names no unit (code or adcode); it was left out.`,
  'org.map.unknown': (d: { row: number; code: string; name: string }) =>
    `Feature ${d.row} (${d.code}${d.name}) is no county or zone of the register; it was left out.`,
  'org.map.double': (d: { row: number; code: string }) =>
    `The code ${d.code} stands twice; feature ${d.row} was left out.`,
  'org.map.tooFine': (d: { points: number; most: number }) =>
    `The outlines have ${d.points} points, more than ${d.most}; none was taken. Use simplified outlines.`,
  'org.contactPhone': (d: { given: string }) =>
    `"${d.given}" does not look like a telephone number and was not saved. Write it as 0000-1234567.`,
  'org.contactNameless': () => 'A place alone was not saved. Add a name or a telephone number.',
  'org.contactMoved': (d: { person: string }) =>
    `${d.person} changed the contact after you opened it; nothing was written over. Reload and change it again.`,
  'org.map.lacks': (d: { count: number; names: string }) =>
    `${d.count} units have no outline: ${d.names}. The map leaves them out; the table does not.`,
  'org.row.unreadable': (d: { row: string; code: string; name: string; kind: string }) =>
    `Row ${d.row} of the register (code "${d.code}", name "${d.name}", kind "${d.kind}") was not read. The kind is 省, 市, 县, 功能区 or 学校.`,
  'org.unit.double': (d: { unit: string; code: string; first: string }) =>
    `The code ${d.code} stands twice, for ${d.first} and ${d.unit}; only the first is taken. Correct one of them.`,
  'org.unit.parentUnknown': (d: { unit: string; parent: string }) =>
    `The unit above ${d.unit}, "${d.parent}", is not in the register or its name is not unique. Add it, or write its code.`,
  'org.unit.hostUnknown': (d: { unit: string; host: string }) =>
    `The host county of ${d.unit}, "${d.host}", is not in the register. Add it, or write its code.`,
  'org.unit.cycle': (d: { unit: string; parent: string }) =>
    `${d.unit} stands below ${d.parent}, which stands below ${d.unit}. Correct one of the two.`,
} satisfies Sentences;
