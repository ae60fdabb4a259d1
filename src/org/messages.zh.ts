import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'org.empty': () => '没有任何单位。请提供单位名录，或在填报数据中写明单位。',
  'org.registerColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} 缺少${d.missing.map((head) => `“${head}”`).join('、')}列。请按“代码、名称、类型、上级、托管县”补上表头。`,
  'org.registerRefused': (d: { faults: number }) => `名录有${d.faults}处须改正，没有导入。请逐处改正后再导入。`,
  'org.unitUnreadable': (d: { row: number; code: string; kind: string }) =>
    `第${d.row}个单位的代码“${d.code}”或类型“${d.kind}”写法不对。类型应为省、市、县、功能区或学校。`,
  'org.row.unreadable': (d: { row: string; code: string; name: string; kind: string }) =>
    `名录第${d.row}行（代码“${d.code}”，名称“${d.name}”，类型“${d.kind}”）缺项或写法不对，没有读取。类型应为省、市、县、功能区或学校。`,
  'org.unit.double': (d: { unit: string; code: string; first: string }) =>
    `代码 ${d.code} 出现两次：“${d.first}”和“${d.unit}”，只取前者。请改正其中一个代码。`,
  'org.unit.parentUnknown': (d: { unit: string; parent: string }) =>
    `${d.unit}的上级“${d.parent}”不在名录中，或有重名。请补上该单位，或改写为上级的代码。`,
  'org.unit.hostUnknown': (d: { unit: string; host: string }) =>
    `${d.unit}的托管县“${d.host}”不在名录中。请补上该县，或改写为它的代码。`,
  'org.unit.cycle': (d: { unit: string; parent: string }) =>
    `${d.unit}的上级是${d.parent}，而${d.parent}又在${d.unit}之下。请改正其中一个上级。`,
} satisfies Sentences;
