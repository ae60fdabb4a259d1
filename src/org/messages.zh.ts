import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'org.empty': () => '没有任何单位。请提供单位名录，或在填报数据中写明单位。',
  'org.registerColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} 缺少${d.missing.map((head) => `“${head}”`).join('、')}列。请按“代码、名称、类型、上级、托管县”补上表头。`,
  'org.registerRefused': (d: { faults: number }) => `名录有${d.faults}处须改正，没有导入。请逐处改正后再导入。`,
  'org.unitUnreadable': (d: { row: number; code: string; kind: string }) =>
    `第${d.row}个单位的代码“${d.code}”或类型“${d.kind}”写法不对。类型应为省、市、县、功能区或学校。`,
  'org.unitMissing': (d: { unit: string; on: string }) => `${d.on} 的名录中没有单位 ${d.unit}。请核对单位代码和日期。`,
  'org.unitChangedLater': (d: { unit: string; begins: string }) =>
    `${d.unit} 在 ${d.begins} 还有一次变更，不能在它之前再改。请把日期改在它之后。`,
  'org.unitAsked': (d: { unit: string; round: string }) =>
    `${d.unit} 在“${d.round}”中还有填报任务，这一轮还没有结束。请在这一轮结束后再变更。`,
  'org.unitCounted': (d: { unit: string; round: string; asOf: string }) =>
    `“${d.round}”已按 ${d.asOf} 的区划计算过 ${d.unit}。请把变更日期改在这一天之后。`,
  'org.rootStays': (d: { unit: string }) => `${d.unit} 是名录的最上级，不能合并、拆分或划转。请改选下级单位。`,
  'org.levelsDiffer': (d: { unit: string; other: string }) =>
    `${d.unit}和${d.other}不是同一级，不能合并或拆分。请选同级的单位。`,
  'org.codeUnreadable': (d: { code: string }) => `“${d.code}”不能作单位代码。请按 GB/T 2260 或本地编码填写。`,
  'org.nameMissing': (d: { code: string }) => `${d.code} 是新单位，缺少名称。请写明名称。`,
  'org.namedTwice': (d: { code: string }) => `${d.code} 写了两次。请只写一次。`,
  'org.mergesAlone': (d: { unit: string }) => `${d.unit} 没有别的单位并入。请写明并入的单位。`,
  'org.notBelow': (d: { unit: string; over: string }) =>
    `${d.unit} 不在${d.over}之下，也不由它托管。请从它的下级中选。`,
  'org.unplaced': (d: { unit: string; count: number; first: readonly string[] }) =>
    `${d.unit}的下级中有 ${d.count} 个没有写明归属：${d.first.join('、')}${d.count > d.first.length ? '等' : ''}。请逐个归入拆分后的单位。`,
  'org.parentBelow': (d: { unit: string; parent: string }) =>
    `${d.parent} 的级别不高于${d.unit}，不能作它的上级。请选上一级单位。`,
  'org.alreadyThere': (d: { unit: string; parent: string }) => `${d.unit} 已经在${d.parent}之下，没有改动。`,
  'org.mapTooLarge': (d: { file: string; megabytes: number }) =>
    `${d.file} 有 ${d.megabytes} MB，超过 20 MB。请换用简化过的边界文件。`,
  'org.mapEmpty': (d: { file: string }) =>
    `${d.file} 中没有本名录单位的边界，没有保存。请核对要素的 code 或 adcode 是否为单位代码。`,
  'org.map.unreadable': () => '不是 GeoJSON 要素集（FeatureCollection），没有读取。请换用边界数据文件。',
  'org.map.notPolygon': (d: { row: number; code: string; name: string }) =>
    `第 ${d.row} 个要素（${d.code}${d.name}）不是多边形，或坐标不对，没有采用。`,
  'org.map.noCode': (d: { row: number; name: string }) =>
    `第 ${d.row} 个要素${d.name === '' ? '' : `（${d.name}）`}没有写单位代码（code 或 adcode），没有采用。`,
  'org.map.unknown': (d: { row: number; code: string; name: string }) =>
    `第 ${d.row} 个要素（${d.code}${d.name}）不是名录中的县或功能区，没有采用。`,
  'org.map.double': (d: { row: number; code: string }) => `代码 ${d.code} 出现两次，第 ${d.row} 个要素没有采用。`,
  'org.map.tooFine': (d: { points: number; most: number }) =>
    `边界共有 ${d.points} 个点，超过 ${d.most} 个，没有采用。请换用简化过的边界文件。`,
  'org.contactPhone': (d: { given: string }) =>
    `“${d.given}”不像电话号码，没有保存。请写成 0000-1234567 的样子，有几个的用顿号分开。`,
  'org.contactNameless': () => '只写了地点，没有保存。请写上联系人或电话。',
  'org.contactMoved': (d: { person: string }) => `您打开后${d.person}改过联系方式，没有覆盖。请刷新后再改。`,
  'org.map.lacks': (d: { count: number; names: string }) =>
    `还有 ${d.count} 个单位没有边界：${d.names}。地图上不显示这些单位，表格照常。`,
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
