/** What the checks of a scheme say. Where it is stands beside the sentence (file, line, path); the sentence says what to write. */
import { nearest, type Sentences, UNITS, unitDefinition } from '../kernel/index.ts';

const LEVELS: Readonly<Record<string, string>> = {
  province: '省级',
  prefecture: '市级',
  county: '县级',
  school: '学校',
};
const KINDS: Readonly<Record<string, string>> = {
  item: '数据项',
  dept: '部门',
  ledger: '台账',
  column: '台账列',
  indicator: '指标',
  scheme: '方案',
  grade: '等次',
  nature: '数的性质',
  step: '审核步骤',
  section: '章节',
  place: '报告位置',
};
const FORMS: Readonly<Record<string, string>> = {
  item: '英文字母开头，只含字母和数字，不超过64个字符',
  dept: '英文字母开头，只含字母和数字，不超过64个字符',
  ledger: '英文字母开头，只含字母和数字，不超过64个字符',
  column: '英文字母开头，只含字母和数字，不超过64个字符',
  indicator: '一个大写字母加用点分开的数字，如 B3.1',
  scheme: '小写字母开头，只含小写字母、数字和连字符',
  step: '英文字母开头，只含字母和数字，不超过64个字符',
  section: '英文字母开头，只含字母和数字，不超过24个字符',
  place: '英文字母开头，只含字母和数字，不超过24个字符',
};
const EXPECTED: Readonly<Record<string, string>> = {
  map: '若干“键: 值”',
  list: '列表',
  text: '文字',
  integer: '整数',
  boolean: 'true 或 false',
};
const TYPES: Readonly<Record<string, string>> = { number: '数', truth: '是或否', text: '文字' };

/** `money/person` as a person says it: the unit of the family, or the dimension itself where no unit has it. */
const dimension = (of: string): string => {
  if (of === '') return '无单位的数';
  const unit = UNITS.find((each) => unitDefinition(each).family.dimension === of);
  return unit === undefined ? `“${of}”` : `以${unitDefinition(unit).family.base}计的量`;
};
const level = (of: string): string => LEVELS[of] ?? of;
const kind = (of: string): string => KINDS[of] ?? of;
const where = (path: string): string => (path === '' ? '文件开头' : path);
const some = (names: readonly string[]): string => `${names.slice(0, 12).join('、')}${names.length > 12 ? '等' : ''}`;

export const zh = {
  'scheme.unreadable': (d: { folder: string }) =>
    `无法读取方案文件夹“${d.folder}”，或其中没有 .yaml 文件。请检查路径和读取权限。`,
  'scheme.notPublished': (d: { scheme: string; version: string }) =>
    `方案 ${d.scheme} 第${d.version}版没有发布。请先发布方案，或核对代码和版本。`,
  'scheme.paperUnread': (d: { file: string }) =>
    `${d.file} 里没有找到指标表。表头须有“一级指标”“二级指标”（或“评价内容”“评价要点”）和“分值”或“评分标准”；方案写成段落的，请先把指标整理成表。`,
  'scheme.paperTooWide': (d: { file: string; count: number }) =>
    `${d.file} 读出 ${d.count} 个一级指标，最多 26 个。请核对第一列是不是一级指标。`,
  'scheme.paperTooLong': (d: { file: string; count: number }) =>
    `${d.file} 读出 ${d.count} 项末级指标，最多 1000 项。请核对上传的是不是指标表，或分成几份。`,
  'scheme.paperOther': (d: { file: string }) =>
    `${d.file} 不是 .docx 或 .xlsx 文件，不能作指标表读取。.doc、.xls、.wps、.et 请先在 Word 或 WPS 中另存为 .docx 或 .xlsx。`,
  'scheme.paper.points': (d: { code: string; name: string; at: string }) =>
    `${d.at}：${d.code} ${d.name} 没有读到分值。请在表中补上后重新上传，或在草稿的 indicators.yaml 里补上 points。`,
  'scheme.paper.lead': (d: { code: string; name: string; at: string }) =>
    `${d.at}：${d.code} ${d.name} 没有写责任单位，暂由督导室填报得分。请在表中补上后重新上传，或核对草稿的 lead 和 items.yaml 里的 by。`,
  'scheme.paper.column': (d: { table: string; heading: string }) =>
    `${d.table}：“${d.heading}”一列没有读入。其中有分值、评分标准、责任单位或佐证材料的，请把表头改成这些名称。`,
  'scheme.paper.table': (d: { table: string; headings: readonly string[] }) =>
    `${d.table}（${d.headings.join('、')}）不是指标表，没有读入。是指标表的，请核对表头。`,
  'scheme.uploadEmpty': (d: { count: number }) =>
    d.count === 0
      ? '没有找到方案文件。请上传 .yaml 文件，或把方案文件夹压缩成 zip 后上传。'
      : `共有 ${d.count} 个文件，方案最多 50 个。请确认上传的是一个方案的文件夹。`,
  'scheme.uploadDouble': (d: { name: string }) => `${d.name} 出现了两次。请只保留一个。`,
  'scheme.uploadOther': (d: { name: string }) =>
    `${d.name} 不是方案文件。请上传 UTF-8 编码的 .yaml 文件，或包含它们的 zip；下发的指标表（.docx、.xlsx）请单独上传，一次一份。`,
  'scheme.editNowhere': (d: { path: string }) => `方案中没有 ${d.path}，无法修改。请刷新后再改。`,
  'scheme.versionTaken': (d: { scheme: string; version: string }) =>
    `方案 ${d.scheme} 第${d.version}版已经发布，内容不同，发布后不能改动。请换一个版本号再发布。`,
  'scheme.invalid': (d: { folder: string; count: number }) =>
    `方案“${d.folder}”有${d.count}处须改正，暂不能使用。请用 luzhi scheme check 查看全部问题并逐一改正。`,

  'scheme.yaml.syntax': () =>
    '从此处起不符合 YAML 写法，多为缩进、冒号有误，或含有 { } [ ] : # 的文字没有加引号。请对照上下行改正。',
  'scheme.yaml.duplicate': (d: { key: string; first: number }) =>
    `“${d.key}”在第${d.first}行已经写过。请删去一个或改名。`,
  'scheme.yaml.documents': () => '一个文件只能有一份内容，此处出现第二份（---）。请分成两个文件。',
  'scheme.yaml.alias': () => '方案文件不支持 YAML 引用（*名称）。请把内容直接写在此处。',
  'scheme.yaml.key': (d: { key: string }) => `不能用“${d.key}”作键。请换成普通的文字。`,
  'scheme.yaml.depth': (d: { limit: number }) => `层次超过${d.limit}层，文件未读完。请检查括号和缩进。`,
  'scheme.yaml.size': (d: { file: string; megabytes: number }) =>
    `文件“${d.file}”超过${d.megabytes} MB，未读取。请分成几个文件。`,
  'scheme.join.double': (d: { path: string; file: string; line: number }) =>
    `“${d.path}”在 ${d.file} 第${d.line}行已经写过。请只保留一处。`,

  'scheme.shape.kind': (d: { path: string; expected: string }) =>
    `“${where(d.path)}”应写成${EXPECTED[d.expected] ?? d.expected}。请按方案格式改写。`,
  'scheme.shape.missing': (d: { path: string; key: string }) => `“${where(d.path)}”缺少“${d.key}”。请补上。`,
  'scheme.shape.unknown': (d: { path: string; key: string; known: readonly string[] }) =>
    `“${d.path}”：不认识“${d.key}”。此处可写：${some(d.known)}。`,
  'scheme.shape.choice': (d: { path: string; choices: readonly string[] }) =>
    `“${d.path}”只能是下列之一：${d.choices.join('、')}。请改正。`,
  'scheme.shape.empty': (d: { path: string }) => `“${d.path}”没有内容。请填写，或删去这一行。`,
  'scheme.shape.integer': (d: { path: string; least: number; most: number }) =>
    `“${d.path}”应是${d.least}到${d.most}之间的整数。请改正。`,
  'scheme.levels.empty': () => '“levels”至少写一级，如 [prefecture, county]。请补上被评价的层级。',

  'scheme.code.form': (d: { kind: string; code: string }) =>
    `${kind(d.kind)}代码“${d.code}”写法不对。应为：${FORMS[d.kind] ?? ''}。`,
  'scheme.decimal.form': (d: { text: string }) => `“${d.text}”不是十进制数。请写成“12”或“12.5”的样子。`,
  'scheme.amount.form': (d: { text: string }) => `“${d.text}”不是数量。请写成“12”“0.1%”或“5万元”的样子。`,
  'scheme.period.form': (d: { text: string }) =>
    `“${d.text}”不是时期。请写 calendar、school、at 09-01 或 through 07-31，可在后面加 -1 表示上年。`,
  'scheme.unit.unknown': (d: { unit: string }) =>
    `不认识计量单位“${d.unit}”。可用：${nearest(d.unit, UNITS).join('、')}。其他计件的物用“个”。`,
  'scheme.name.unknown': (d: { kind: string; name: string }) =>
    `方案中没有${kind(d.kind)}“${d.name}”。请改正代码，或先定义它。`,
  'scheme.name.double': (d: { name: string; first: string }) =>
    `名称“${d.name}”与数据项 ${d.first} 相同，公式里用[${d.name}]会分不清。请改名。`,

  'scheme.formula.type': (d: { wanted: string; got: string }) =>
    `此处要的是${TYPES[d.wanted] ?? d.wanted}，写的是${TYPES[d.got] ?? d.got}。请改公式。`,
  'scheme.formula.dimension': (d: { wanted: string; got: string }) =>
    `单位不一致：应是${dimension(d.wanted)}，算出来的是${dimension(d.got)}。请改公式，或确认单位后用 NUMBER() 去掉单位。`,
  'scheme.formula.pure': (d: { wanted: string }) => `公式算出的是无单位的数，将当作${dimension(d.wanted)}。请确认。`,

  'scheme.item.unstated': (d: { item: string; name: string }) =>
    `没有人填报“${d.name}”（${d.item}），也没有算法。请写 by、formula 或 from 之一。`,
  'scheme.item.twice': (d: { item: string }) => `${d.item} 同时写了 formula 和 from。请只保留一个。`,
  'scheme.item.computedBy': (d: { item: string }) => `${d.item} 是计算得出的，不需要填报。请删去 by，或删去算法。`,
  'scheme.item.range': (d: { min: string; max: string; unit: string }) =>
    `最小值${d.min}大于最大值${d.max}（${d.unit}）。请改正。`,
  'scheme.item.roll': (d: { roll: string; unit: string }) =>
    `单位为“${d.unit}”的数据项不能按 ${d.roll} 汇总。数可写 sum、apart，是否可写 all、apart，计算项可写 formula。`,
  'scheme.item.level': (d: { item: string; name: string; group: string }) =>
    `“${d.name}”（${d.item}）没有由${d.group === 'schools' ? '学校' : '县'}填报，按${d.group === 'schools' ? '学校' : '县'}计算时取不到数。请改 by，或换一个数据项。`,
  'scheme.item.ownComputed': (d: { item: string; name: string }) =>
    `“${d.name}”（${d.item}）是计算得出的，没有单位自己填报的数。请在 own 中写由 by 填报的数据项。`,
  'scheme.item.cycle': (d: { ring: readonly string[] }) =>
    `计算项互相引用，算不出来：${d.ring.join(' → ')}。请改其中一个公式。`,
  'scheme.item.unused': (d: { count: number; items: readonly string[] }) =>
    `有${d.count}个数据项没有公式、指标或校核用到：${some(d.items)}。报告也不用的可以删去。`,
  'scheme.ledger.empty': (d: { ledger: string }) => `台账 ${d.ledger} 没有列。请在 columns 中至少写一列。`,

  'scheme.indicator.parentMissing': (d: { code: string; parent: string }) =>
    `指标 ${d.code} 的上级 ${d.parent} 没有定义。请补上 ${d.parent}，或改正代码。`,
  'scheme.indicator.ruleMissing': (d: { name: string }) =>
    `末级指标“${d.name}”没有计分办法。请写 rule；只提供信息的写 { type: information }。`,
  'scheme.indicator.ruleOnBranch': (d: { code: string }) =>
    `${d.code} 有下级指标，得分由下级相加，不能再写 rule。请把它移到末级指标。`,
  'scheme.points.missing': (d: { code: string }) => `末级指标 ${d.code} 没有分值。请写 points。`,
  'scheme.points.information': (d: { code: string }) => `${d.code} 只提供信息，不计分。请把分值改为0或删去。`,
  'scheme.points.negative': (d: { text: string }) => `分值“${d.text}”小于0。请写0或正数，扣分由计分办法表示。`,
  'scheme.points.parts': (d: { sum: string; of: string }) =>
    `各评价要点合计${d.sum}分，指标为${d.of}分。请改要点或指标的分值。`,
  'scheme.points.branch': (d: { code: string; sum: string; of: string }) =>
    `${d.code} 写的是${d.of}分，下级合计${d.sum}分。请改正，或删去这一行由系统相加。`,
  'scheme.points.total': (d: { level: string; sum: string; of: string }) =>
    `${level(d.level)}各末级指标合计${d.sum}分，满分应为${d.of}分。请改分值，或用 total 写明满分。`,
  'scheme.target.unit': (d: { text: string; base: string; number: string; unit: string }) =>
    `“${d.text}”不能直接带单位。请写 ${d.base}（基本单位），或写 AMOUNT(${d.number}, "${d.unit}")。`,
  'scheme.rule.step': (d: { text: string }) => `每一步“${d.text}”应大于0。请改正。`,
  'scheme.rule.empty': (d: { type: string }) => `计分办法 ${d.type} 没有内容。请至少写一条。`,
  'scheme.bands.order': (d: { from: string }) => `分档应从高到低，“${d.from}”不低于上一档。请调整顺序或界限。`,
  'scheme.bands.points': (d: { points: string; of: string }) => `此处可得${d.points}分，超过该项的${d.of}分。请改正。`,
  'scheme.grades.order': (d: { name: string; from: string }) =>
    `等次应从高到低，“${d.name}”的下限${d.from}不低于上一等次。请调整顺序或界限。`,
  'scheme.grades.overlap': (d: { name: string }) =>
    `“${d.name}”没有下限，会盖住后面的等次。只有最低的等次可以没有 from。`,
  'scheme.grades.gap': (d: { name: string; from: string }) =>
    `低于${d.from}分没有等次。请把“${d.name}”的 from 删去，或在后面加一个没有 from 的等次。`,
  'scheme.grades.double': (d: { name: string }) => `等次“${d.name}”写了两次。请改名或删去一个。`,
  'scheme.approval.double': (d: { way: string; first: string }) =>
    `审核流程“${d.way}”与“${d.first}”针对同样的任务。请只留一个，或用 part 区分。`,
  'scheme.approval.empty': (d: { way: string }) =>
    `审核流程“${d.way}”没有步骤。请至少写一步，或整段删去以使用通常流程。`,
  'scheme.approval.reserved': (d: { step: string }) => `“${d.step}”是系统已有的状态名。请给这一步换一个代码。`,
  'scheme.approval.stepDouble': (d: { step: string }) => `步骤代码“${d.step}”出现两次。请改其中一个。`,
  'scheme.approval.below': (d: { step: string; at: string; level: string }) =>
    `步骤“${d.step}”由${level(d.at)}办理，低于填报的${level(d.level)}。请写本级或上级。`,
  'scheme.approval.backForward': (d: { step: string; backTo: string }) =>
    `步骤“${d.step}”退回到“${d.backTo}”，而它不在这一步之前。请写之前的步骤，或 filler（填报人）。`,
  'scheme.approval.noEnd': (d: { step: string }) =>
    `从步骤“${d.step}”起到不了 accepted（通过）。请在 verdicts 中写上 approve，并让 next 指向后面的步骤。`,
  'scheme.approval.unreachable': (d: { step: string }) =>
    `没有任务能到步骤“${d.step}”。请让其他步骤的 next 指向它，或删去这一步。`,
  'scheme.grades.none': (d: { section: string }) => `写了 ${d.section} 却没有 grades，不会起作用。请补上等次。`,

  'scheme.check.kind': (d: { kind: string; known: readonly string[] }) =>
    `没有名为“${d.kind}”的校核。可用：${d.known.join('、')}。`,
  'scheme.check.ruleMissing': (d: { check: string }) =>
    `校核 ${d.check} 没有 rule。请写应当成立的公式，或用 kind 指定校核种类。`,
  'scheme.check.ruleUnused': (d: { check: string; kind: string }) =>
    `校核 ${d.check} 的种类是 ${d.kind}，不会看 rule。请删去 rule，或删去 kind。`,
  'scheme.check.text': (d: { check: string; known: readonly string[] }) =>
    `没有编号为“${d.check}”的文字校核。可用：${d.known.join('、')}。请改正编号，或改用公式（rule）。`,
  'scheme.check.textItems': (d: { check: string }) => `文字校核 ${d.check} 看的是报告全文，不看 items。请删去 items。`,
  'scheme.check.textParam': (d: { check: string; param: string; known: readonly string[] }) =>
    `文字校核 ${d.check} 没有参数“${d.param}”。${d.known.length === 0 ? '请删去这个参数' : `可用：${d.known.join('、')}`}。`,
  'scheme.check.textNumber': (d: { check: string; param: string; value: string }) =>
    `文字校核 ${d.check} 的参数 ${d.param} 写成了“${d.value}”。请写大于 0 的数，如 "5000"。`,
  'scheme.check.textTells': (d: { check: string; name: string; known: readonly string[] }) =>
    `文字校核 ${d.check} 的说明里用了“{${d.name}}”。${d.known.length === 0 ? '它没有可填的内容，请删去花括号' : `可填：${d.known.join('、')}`}。`,
  'scheme.form.double': (d: { item: string }) => `${d.item} 在这张表里写了两次。请删去一个。`,
  'scheme.form.level': (d: { item: string; level: string }) =>
    `${d.item} 不由${level(d.level)}填报，不能放在这张表里。请改 by，或从表中删去。`,
  'scheme.section.level': (d: { section: string; level: string }) =>
    `章节“${d.section}”由${level(d.level)}撰写，而方案不评价这一级（学校不写章节）。请改 level。`,
  'scheme.section.words': (d: { section: string; least: number; most: number }) =>
    `章节“${d.section}”至少 ${d.least} 字，至多 ${d.most} 字，写不出来。请改 least 或 most。`,
  'scheme.basis.missing': (d: { code: string }) =>
    `指标 ${d.code} 有界限，没有写依据。请在 basis 中写明出处，自定的写 source: unsourced。`,
  'scheme.basis.unsourced': (d: { count: number; places: readonly string[] }) =>
    `有${d.count}处依据标为 unsourced（未见出处）：${some(d.places)}。用于评分前请逐一核实。`,
} satisfies Sentences;
