import type { Sentences } from '../kernel/index.ts';
import { checksZh } from './check/messages.zh.ts';

interface Cell {
  /** Name of the item, and of the unit it is about. */
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
/** Any other state is a step of the approval. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  draft: '填报中',
  returned: '已退回',
  accepted: '已通过',
  locked: '已锁定',
};
const some = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

export const zh = {
  'collect.pathMissing': (d: { path: string }) => `找不到“${d.path}”。请检查路径和文件名。`,
  'collect.pathUnreadable': (d: { path: string; fault: string }) =>
    `无法读取“${d.path}”（${d.fault}）。请检查读取权限，或确认文件没有被其他程序占用。`,
  'collect.nothingUsable': (d: { path: string }) =>
    `“${d.path}”中没有可用的填报表。请放入本年度的填报表（.xlsx）或数据表（.csv）。`,
  'collect.csvColumns': (d: { file: string; missing: readonly string[] }) =>
    `${d.file} 缺少列：${some(d.missing)}。长表要有 unit、item、period、value 四列；宽表要有 unit 列和以数据项代码为名的列。`,
  'collect.fileUnreadable': (d: { file: string; fault: string }) =>
    `无法读取 ${d.file}（${d.fault}），其余文件已照常读取。请检查读取权限，或确认文件没有被其他程序占用。`,
  'collect.fileKind': (d: { file: string }) =>
    `${d.file} 不是 .xlsx 或 .csv 文件，没有读取。请在 Excel 或 WPS 中另存为 .xlsx 后再提供。`,
  'collect.tooLarge': (d: { path: string; megabytes: number; limit: number }) =>
    `“${d.path}”中的填报表共 ${d.megabytes} MB，超过 ${d.limit} MB。请把佐证材料移到“佐证”文件夹，或分批处理。`,
  'collect.roundMissing': (d: { round: string }) => `没有代码为“${d.round}”的评价轮次。请核对代码。`,
  'collect.roundTaken': (d: { round: string }) => `代码“${d.round}”已有评价轮次。请换一个代码。`,
  'collect.dueBeforeOpening': (d: { opens: string; due: string }) =>
    `截止时间 ${d.due} 早于开始时间 ${d.opens}。请改正后再提交。`,
  'collect.deedMissing': () => '没有这条操作记录。请从操作记录列表中打开。',
  'collect.taskMissing': () => '没有这项填报任务，或您的岗位看不到它。请从任务列表中打开。',
  'collect.evidenceMissing': () => '没有这份佐证材料，或您的岗位看不到。请从佐证材料目录中打开。',
  'collect.evidenceMoved': (d: { number: string; person: string }) =>
    `您打开后${d.person}改过佐证 ${d.number}，没有覆盖。请刷新后再改。`,
  'collect.evidenceNumberTaken': (d: { number: string }) => `编号 ${d.number} 已用过。请换一个编号，或不填由系统编号。`,
  'collect.evidenceUnlinked': (d: { unknown: readonly string[] }) =>
    d.unknown.length === 0
      ? '这份材料没有对应的指标或数据项。请至少选一项。'
      : `方案中没有 ${d.unknown.join('、')}。请改选指标或数据项。`,
  'collect.evidenceNumberForm': (d: { given: string }) =>
    `编号“${d.given}”的写法不对。请写成“B3.1-02”的样子，不填由系统编号。`,
  'collect.evidenceDate': (d: { given: string }) =>
    `日历上没有“${d.given}”这一天。请写成 2025-03-01 的样子，没有日期请留空。`,
  'collect.docNumberForm': (d: { given: string }) =>
    `文号“${d.given}”的写法不对。请写成“清府办发〔2025〕9号”的样子，没有文号请留空。`,
  'collect.evidenceOnSite': (d: { name: string }) =>
    `“现场查阅”的材料只登记目录，不收文件 ${d.name}。要上传请把方式改为“上传”。`,
  'collect.evidenceKind': (d: { name: string }) =>
    `${d.name} 不是可收的文件。请上传 PDF、图片、Word、Excel、WPS、OFD 或文本；压缩包请解压后分别上传。`,
  'collect.evidenceSecret': (d: { name: string; where: 'record' | 'name' | 'content' }) =>
    `${{ record: '材料的名称或说明', name: `文件名“${d.name}”`, content: `文件“${d.name}”首页` }[d.where]}有密级标志（绝密、机密或秘密），没有收存，上传的内容已即时删除。涉密材料不得进入本系统：确属涉密的，请改为“现场查阅”，并报告保密工作机构；不涉密的，请去掉标志后重新上传。`,
  'collect.evidenceName': (d: { name: string; kind: string }) =>
    `${d.name} 的内容是 ${d.kind}，与文件名不符，没有收。请用原来的程序另存后再上传。`,
  'collect.ledgerNotAsked': (d: { ledger: string; of: string }) =>
    `台账“${d.ledger}”不由 ${d.of} 的这项任务填报。请从任务页打开台账。`,
  'collect.notAccepted': (d: { unit: string; item: string }) =>
    `单位“${d.unit}”的 ${d.item} 没有已通过的数，不能更正。请核对单位和数据项。`,
  'collect.figureMoved': (d: { item: string; is: string }) =>
    `${d.item}现在是“${d.is}”，与您写的原值不同，没有更正。请核对后再试。`,
  'collect.correctionRefused': (d: { item: string; typed: string }) =>
    `“${d.typed}”不能作为${d.item}。请按这项的要求改正。`,
  'collect.roundClosed': (d: { round: string; state: string }) =>
    `“${d.round}”${d.state === 'closed' ? '已结束' : '已锁定'}，没有保存。确需修改的，请联系督导室${d.state === 'closed' ? '按更正办理' : '解锁或按更正办理'}。`,
  'collect.taskClosed': (d: { state: string }) =>
    `这项任务现在是“${STATE_NAMES[d.state] ?? '审核中'}”，不能改动。如需修改，请联系督导室退回。`,
  'collect.editionMoved': () => '您读取之后这项任务又保存过，没有保存。请重新读取后再保存。',
  'collect.workbookAstray': (d: { file: string; of: string }) =>
    `${d.file} ${d.of === '' ? '看不出属于哪个单位' : `是“${d.of}”的填报表，不由您填报`}，没有导入。请用从自己的填报任务中下载的填报表。`,
  'collect.sealBroken': (d: { file: string }) =>
    `${d.file} 的签名页被改过，或不是从本系统下载的，没有导入。请重新下载填报表，把数据填进去再上传。`,
  'collect.sealOfOther': (d: { file: string; round: string; at: string }) =>
    `${d.file} 是 ${d.at} 为“${d.round}”下载的，不是这项任务现在的填报表，没有导入。请重新下载后填写。`,
  'collect.seal.none': (d: { file: string }) =>
    `${d.file} 没有签名页，不能确认是从本系统下载的，已按代码和名称读取。请逐项核对后再确认。`,
  'collect.seal.older': (d: { file: string; editions: number }) =>
    `${d.file} 下载后，这项任务又保存过 ${d.editions} 次。两边都改过的数据单独列出，默认保留系统里的数。`,
  'collect.planStale': (d: { file: string }) => `预览 ${d.file} 之后数据有变动，没有导入。请重新预览后再确认。`,
  'collect.entry.notAsked': (d: { item: string; of: string }) =>
    `“${d.item}”不在这项任务的填报范围内${d.of === '' ? '' : `（${d.of}）`}。请核对数据项和单位。`,

  'collect.entry.notElsewhere': (d: { item: string; round: string }) =>
    `“${d.round}”中现在没有刚才看到的“${d.item}”：可能已改，或两轮的口径不同。请刷新后再沿用，或直接填写。`,
  'collect.entry.otherDept': (d: { item: string; dept: string }) =>
    `“${d.item}”由${d.dept === '' ? '别的部门' : d.dept}填报，没有保存。需要改动请联系该部门。`,
  'collect.file.unknown': (d: File) =>
    `${d.file} 中看不出单位和年度，没有读取。请用下载的填报表填写，或把无关的文件移走。`,
  'collect.file.scheme': (d: File & { got: string; asked: string }) =>
    `${d.file} 是方案“${d.got}”的填报表，本次用的是“${d.asked}”，没有读取。请重新下载填报表。`,
  'collect.file.year': (d: File & { got: number; asked: number }) =>
    `这份填报表属于 ${d.of} ${d.got}年度，不能写入 ${d.asked}年度，没有读取。请用 ${d.asked}年度的填报表。`,
  'collect.file.unit': (d: File & { code: string }) =>
    `这份填报表属于“${d.of}”（${d.code}），不在单位名录中，没有读取。请核对名录，或移走此文件。`,
  'collect.file.dept': (d: File & { dept: string }) =>
    `这份填报表属于 ${d.of} 的部门“${d.dept}”，方案中没有这个部门，没有读取。请重新下载填报表。`,
  'collect.file.identity': (d: File & { line: string }) =>
    `${d.file} 内部记录的单位是 ${d.of}，表头写的是“${d.line}”，没有读取。请由该单位重新下载填报表填写。`,
  'collect.file.kindDiffers': (d: File & { got: string; asked: string; by: string }) =>
    `${d.of} 在 ${d.file} 中是${d.got}，在 ${d.by} 中是${d.asked}，已按 ${d.by}。请改正其中一处。`,
  'collect.file.kindGuessed': (d: File & { kind: string }) =>
    `${d.file} 没有写明 ${d.of} 是市、县还是功能区（隐藏的 luzhi 工作表不在了），已按${d.kind}处理。请用重新下载的填报表，或在 CSV 的 kind 列写明。`,
  'collect.file.double': (d: File & { first: string }) =>
    `${d.file} 与 ${d.first} 都是 ${d.of} 的填报表，只读取了 ${d.first}。请只保留一份。`,
  'collect.file.version': (d: File & { got: string; asked: string }) =>
    `${d.file} 是本方案版本 ${d.got} 的填报表，现用版本 ${d.asked}；已按数据项代码读取。请领取版本 ${d.asked} 的填报表，把数字粘贴过去重交；来不及的，请逐项核对口径有无变化。`,
  'collect.unitAbsent': (d: { of: string }) => `没有 ${d.of} 的填报表。请补报，缺的数据不会按0计算。`,
  'collect.deptAbsent': (d: { of: string; dept: string }) =>
    `没有 ${d.of} ${d.dept} 的填报表。请补报，缺的数据不会按0计算。`,
  'collect.ledgerAbsent': (d: { of: string; ledger: string }) =>
    `${d.of} 的填报表中没有工作表“${d.ledger}”，或其表头认不出，按未交处理，不计为0。请补上这张表；没有内容的保留空表。`,
  'collect.registerAbsent': (d: { of: string; counties: number }) =>
    `文件夹中没有单位名录（单位名录.xlsx），${d.of}只按交来的填报表算作 ${d.counties} 个县（市、区）。没交表的单位看不出，合计中没有它的数。请放入单位名录。`,
  'collect.zoneHost': (d: { of: string; hosts: readonly string[] }) =>
    d.hosts.length === 0
      ? `没有写明 ${d.of} 由哪个县托管，它的学校没有计入任何县，也没有计入全市合计。请在单位名录（单位名录.xlsx）的“托管县”一列写明。`
      : `没有单位名录，而 ${d.hosts.join('、')} 的学校名单中都有 ${d.of} 的学校，已按由 ${d.hosts[0]} 托管处理。请放入单位名录（单位名录.xlsx），写明托管县。`,
  'collect.schoolsAbsent': (d: { of: string }) => `没有 ${d.of} 的学校名单。请补报，缺的数据不会按0计算。`,

  'collect.row.unknown': (d: { code: string; item: string }) =>
    `方案中没有数据项“${[d.code, d.item].filter((each) => each !== '').join(' ')}”，这一行没有读取。请改正代码，或删去此行。`,
  'collect.row.code': (d: { code: string; item: string; known: string }) =>
    `方案中没有代码“${d.code}”，已按名称作为“${d.item}”读取。请把代码改回 ${d.known}，或核对名称。`,
  'collect.row.otherName': (d: { code: string; item: string; name: string }) =>
    `代码“${d.code}”是“${d.item}”，名称却是“${d.name}”，这一行没有读取。请核对后改正代码或名称。`,
  'collect.row.double': (d: { item: string; first: string }) =>
    `“${d.item}”在 ${d.first} 已经填过，此处没有读取。请只保留一行。`,
  'collect.row.total': (d: { list: string }) =>
    `“${d.list}”的这一行是合计，没有读取。合计由各行相加得出，请核对是否相符。`,
  'collect.row.notAsked': (d: { item: string; of: string }) =>
    `“${d.item}”不由 ${d.of} 填报，此数没有使用。请确认填在了正确的表里。`,
  'collect.column.unknown': (d: { column: string }) =>
    `方案中没有“${d.column}”这一列，没有读取。请改正表头，或删去此列。`,
  'collect.column.year': (d: { column: string; got: number; asked: number }) =>
    `表头“${d.column}”是 ${d.got}年的数，这一列要 ${d.asked}年的，没有读取。请核对数据后改正表头，或重新下载填报表。`,
  'collect.sheet.year': (d: { sheet: string; got: number; asked: number }) =>
    `工作表“${d.sheet}”写的是 ${d.got}年度，不能写入 ${d.asked}年度，没有读取。请用 ${d.asked}年度的表填写。`,
  'collect.unitMismatch': (d: { item: string; asked: string; got: string }) =>
    `“${d.item}”以${d.asked}计，表中为“${d.got}”，没有读取。请在表中改正单位和数值。`,
  'collect.unitConverted': (d: { item: string; asked: string; got: string; typed: string; converted: string }) =>
    `“${d.item}”以${d.asked}计，表中单位改成了${d.got}${d.converted === '' ? '，已换算' : `：${d.typed} ${d.got}按 ${d.converted} ${d.asked}采用`}。请核对单位；填的是${d.asked}数的，把单位改回${d.asked}。`,
  'collect.priorColumn': (d: { sheet: string; of: string }) =>
    `“${d.sheet}”没有“上年值”一列，${d.of} 的同比无法判定。请补上该列和数据。`,
  'collect.formulaCells': (d: { count: number }) => `${d.count} 格是公式，已取其显示值，请核对。`,

  'collect.cell.text': (d: Cell) => `“${d.item}”要填数字，此格是“${d.typed}”，没有使用。请只填数字，以${d.unit}计。`,
  'collect.cell.error': (d: Cell) => `“${d.item}”此格的公式结果是 ${d.typed}，没有使用。请改正公式，或直接填数字。`,
  'collect.cell.uncalculated': (d: Cell) =>
    `“${d.item}”此格的公式没有计算过，没有使用。请用 Excel 或 WPS 打开文件后保存，再提供。`,
  'collect.cell.date': (d: Cell) =>
    `“${d.item}”要填数字，此格是日期 ${d.typed}，没有使用。请把单元格格式改为数值后重填。`,
  'collect.cell.percent': (d: Cell) =>
    `“${d.item}”以${d.unit}计，此格写作“${d.typed}”，看不出是多少，没有使用。请按${d.unit}填写数字。`,
  'collect.cell.finer': (d: Cell & { step: string }) =>
    `“${d.item}”的 ${d.typed} 小数位太多，比 ${d.step} 还细，没有使用。请核对单位后按${d.unit}填写。`,
  'collect.cell.tooLarge': (d: Cell) => `“${d.item}”的 ${d.typed} 大得不可能属实，没有使用。请核对数字和单位。`,
  'collect.cell.rounded': (d: Cell) => `“${d.item}”的公式结果 ${d.typed} 已四舍五入为 ${d.value}。请核对。`,
  'collect.cell.range': (d: Cell & { limit: string; side: string }) =>
    `“${d.item}”填了 ${d.value}${d.unit}，${d.side === 'min' ? '小于最小值' : '大于最大值'} ${d.limit}${d.unit}。请核对后改正。`,
  'collect.cell.truth': (d: Cell) => `“${d.item}”只能填“是”“否”或“不适用”，此格是“${d.typed}”，没有使用。请改正。`,
  'collect.reason.former': (d: { was: string; years: readonly string[] }) =>
    `说明写于改数之前，请确认仍然适用或改写。${d.years.includes('now') ? '原数' : '原上年数'}为 ${d.was}。`,
  'collect.cell.none': (d: Cell) => `“${d.item}”填的是“${d.typed}”，已记为0。没有此项请直接填0。`,
  'collect.cell.cleaned': (d: Cell) => `已整理数字的写法：“${d.typed}”记为 ${d.value}。请核对。`,

  'collect.school.unknown': (d: { code: string; name: string }) =>
    `学校“${d.name}”（${d.code}）不在名录中，这一行没有读取。请核对学校代码。`,
  'collect.school.listedElsewhere': (d: { of: string; by: string }) =>
    `“${d.of}”的数由${d.by}的学校名单填报，没有采用。需要改动请联系${d.by}。`,
  'collect.school.double': (d: { code: string; name: string; first: number }) =>
    `学校“${d.name}”（${d.code}）在第${d.first}行已经填过，此行没有读取。请只保留一行。`,
  'collect.ledger.empty': (d: { column: string; ledger: string }) =>
    `${d.ledger}这一条没有填“${d.column}”，涉及该列的计数可能不准。请补填。`,
  'collect.ledger.date': (d: { column: string; ledger: string; typed: string }) =>
    `${d.ledger}的“${d.column}”写作“${d.typed}”，不是日期，没有使用。请写成 2025-03-01 的样子。`,
  'collect.ledger.choice': (d: { column: string; ledger: string; typed: string; choices: readonly string[] }) =>
    `${d.ledger}的“${d.column}”写作“${d.typed}”，没有使用。请从下列选择：${d.choices.join('、')}。`,
  'collect.evidence.unknown': (d: { number: string }) =>
    `佐证材料目录中没有编号 ${d.number}。请在目录中登记，或改正此处的编号。`,
  'collect.evidence.changes': (d: { number: string; fields: readonly string[] }) =>
    `佐证 ${d.number} 的${d.fields.join('、')}与系统中不同，写入后以本表为准。不想改的，请在表中改回。`,
  'collect.evidence.moved': (d: { number: string; fields: readonly string[]; person: string }) =>
    `佐证 ${d.number} 的${d.fields.join('、')}与系统中不同，而 ${d.person} 在填报表下载后又改过：保留系统中的内容，这一行不写入。确要改的，请在系统中打开这份材料修改。`,
  'collect.evidence.ofOther': (d: { number: string }) =>
    `佐证编号 ${d.number} 已由本单位其他部门使用，这一行不写入。请换一个编号。`,
  'collect.evidence.withdrawn': (d: { number: string }) =>
    `佐证 ${d.number} 已经撤回，不会恢复，这一行不写入。需要重新提交的，请换一个编号。`,
  'collect.evidence.hasFile': (d: { number: string }) =>
    `佐证 ${d.number} 在系统中有上传的文件，不能在表中改为“现场查阅”，这一行不写入。请在系统中打开这份材料改为“现场查阅”，文件随之移除。`,
  'collect.evidence.renumbered': (d: { number: string; now: string }) =>
    `佐证 ${d.number} 在系统中已改编为 ${d.now}，这一行不写入。要改这份材料请写 ${d.now}，另一份材料请换一个编号。`,
  'collect.evidence.date': (d: { number: string; typed: string }) =>
    `佐证 ${d.number} 的日期写作“${d.typed}”，不是日期，没有使用。请写成 2025-03-01 的样子。`,
  'collect.evidence.secretMark': (d: { where: 'record' | 'name' | 'content' }) =>
    `${{ record: '材料的名称或说明', name: '文件名', content: '文件内容' }[d.where]}中有密级标志（绝密、机密或秘密）。涉密材料不得进入本系统：确属涉密的，请立即撤回并报告保密工作机构；不涉密的，请去掉标志后重新上传，或改为“现场查阅”。`,
  'collect.evidence.idNumbers': (d: { where: 'record' | 'name' | 'content'; count: number }) =>
    `${{ record: '材料的名称或说明', name: '文件名', content: '文件内容' }[d.where]}中有 ${d.count} 个身份证号码。请遮盖后重新上传，或改为“现场查阅”；确需保留的，请说明依据。`,
  'collect.evidence.fileMissing': (d: { number: string; path: string }) =>
    `佐证 ${d.number} 的文件“${d.path}”不在文件夹中。请放入该文件，或改正目录中的位置。`,

  'collect.csv.unit': (d: { unit: string }) => `不认识单位“${d.unit}”，这一行没有读取。请写名录中的名称或代码。`,
  'collect.csv.kind': (d: { kind: string }) =>
    `不认识单位类型“${d.kind}”，已按方案评价的最低一级处理。请写 province、prefecture、county、zone 或 school。`,
  'collect.csv.period': (d: { period: string }) =>
    `看不懂时期“${d.period}”，这一行没有读取。请写年份，如 2025，或写成 at(2025-09-01)。`,
  'collect.csv.reporter': (d: { reporter: string }) =>
    `方案中没有部门“${d.reporter}”，这一行没有读取。请写部门代码或名称。`,
  ...checksZh,
} satisfies Sentences;
