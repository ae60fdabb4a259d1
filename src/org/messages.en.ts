import type { Sentences } from '../kernel/index.ts';

export const en = {
  'org.empty': () => 'There are no units. Provide a register (单位名录), or name the units in the figures.',
  'org.registerColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} lacks the columns ${d.missing.join(', ')}. Add the heads 代码, 名称, 类型, 上级, 托管县.`,
  'org.registerRefused': (d: { faults: number }) =>
    `The register has ${d.faults} faults and was not taken over. Correct each and import it again.`,
  'org.unitUnreadable': (d: { row: number; code: string; kind: string }) =>
    `Code "${d.code}" or kind "${d.kind}" of unit ${d.row} cannot be read. The kind is 省, 市, 县, 功能区 or 学校.`,
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
