import type { Sentences } from '../kernel/index.ts';
import type { BindingsFault } from './problems.ts';

const WHY: Readonly<Record<string, string>> = {
  missing: '缺数',
  'not-applicable': '不适用',
  'divided-by-zero': '分母为零',
  'not-comparable': '两年口径不可比',
};
/** What helps; where it is no lack, filing again does not. */
const REMEDY: Readonly<Record<string, string>> = {
  'divided-by-zero': '请核对为 0 的数',
  'not-comparable': '请把两年报成同一口径',
};

const SECTION_STATES: Readonly<Record<string, string>> = { draft: '撰写中', returned: '已退回', accepted: '已通过' };

/** Places of a report that one lack leaves empty. */
interface Hole {
  readonly why: string;
  readonly missing: string;
  readonly places: number;
  readonly labels: readonly string[];
  readonly total?: number;
  readonly reported?: number;
  /** Only what reviewers accepted was looked at. */
  readonly accepted?: boolean;
}

const BINDINGS_FAULT: Readonly<Record<BindingsFault, (at: string) => string>> = {
  long: (at) => `共${at}个字符，过长`,
  yaml: (at) => `${at === '' ? '' : `第${at}行`}不合 YAML 写法`,
  missing: (at) => `缺少 ${at}`,
  unknown: (at) => `没有“${at}”这个键`,
  shape: (at) => (at === '' ? '内容不是“键: 值”' : `“${at}”的写法不对`),
};

const REGISTERED_NAMES: Readonly<Record<string, string>> = {
  number: '发文字号',
  signatory: '签发人',
  signedOn: '成文日期',
  publishedOn: '公示日期',
  publishedIn: '公示处',
  sentOn: '报送日期',
  sentTo: '报送对象',
};

export const zh = {
  // ---- making a report
  'report.bindingsUnreadable': (d: { fault: BindingsFault; at: string }) =>
    `取数绑定文件读不了：${BINDINGS_FAULT[d.fault](d.at)}。请按绑定文件格式说明改正。`,
  'report.fillCount': (d: { at: string; blanks: number; fills: number }) =>
    `“${d.at}”标了 ${d.blanks} 处空，却给了 ${d.fills} 个取数。请一处空对一个取数。`,
  'report.tableWithoutRows': (d: { heads: readonly string[] }) =>
    `表格“${d.heads.join('、')}”没有写 each。请写明按什么列出各行。`,
  'report.templateUnbound': (d: { file: string }) =>
    `${d.file} 还没有取数绑定。请先用 luzhi slots 找空，再用 luzhi bind 绑定。`,
  'report.schemeDiffers': (d: { template: string; given: string }) =>
    `模板按方案 ${d.template} 绑定，给出的方案是 ${d.given}。请换用同一方案，或重新绑定模板。`,
  'report.traceMissing': (d: { file: string }) => `找不到 ${d.file}。请用 luzhi report … --trace 生成报告。`,
  'report.slotUnknown': (d: { slot: string; known: readonly string[] }) =>
    `报告里没有取数位“${d.slot}”。可查的有：${d.known.slice(0, 12).join('、')} 等。`,
  'report.numberForm': (d: { given: string }) =>
    `“${d.given}”不合发文字号的写法。请写成“清政函〔2026〕3号”：机关代字、六角括号中的四位年份、不加“第”不补零的序号。`,
  'report.signatoryForm': (d: { given: string }) =>
    `--signatory “${d.given}”不像姓名。请写签发人姓名，如“李明”；几人之间用顿号隔开。`,
  'report.dateForm': (d: { given: string }) => `--date “${d.given}”不是日期。印发日期请写成 2026-01-15。`,
  'report.copiesForm': (d: { given: string }) =>
    `--copies-to “${d.given}”中有数字、字母或别的符号。抄送机关请写全称或规范简称，之间用逗号或顿号隔开。`,
  'report.noEvaluee': (d: { scheme: string }) =>
    `数据里没有方案 ${d.scheme} 所评价的单位。请检查单位名录中的类型和上级。`,
  'report.templateUnset': () => '本轮还没有设定报告模板。请先上传并设定已绑定取数的模板。',
  'report.missing': () => '没有这份报告。请从报告列表中打开。',
  'report.filed': (d: { state: string }) => `报告已是“${d.state}”，不能再改。如需更正，请另出更正稿。`,
  'report.discardForeign': (d: { person: string }) => `这份报告由 ${d.person} 生成。请由本人作废。`,
  'report.discardSent': (d: { state: string }) =>
    `报告送审过，现在是“${d.state}”，不能作废，须留存。需要改动请退回起草或另出更正稿。`,
  'report.notSigned': (d: { state: string }) =>
    `报告还在“${d.state}”，不必出更正稿。请退回填报人改数，再重新生成报告。`,
  'report.sectionMissing': () => '没有这个章节，或您的岗位看不到。请从章节列表中打开。',
  'report.sectionNotNow': (d: { section: string; state: string; step: string }) =>
    `章节“${d.section}”现在是“${SECTION_STATES[d.state] ?? `待${d.step}`}”，不能这样处理。请刷新后按当前状态办理。`,
  'report.sectionMoved': (d: { section: string }) =>
    `章节“${d.section}”在您查看之后又有变动，没有处理。请重新查看后再办理。`,
  'report.sectionRoundClosed': (d: { round: string; state: string }) =>
    `“${d.round}”${d.state === 'closed' ? '已结束' : '已锁定'}，章节没有改动。确需修改的，请督导室先解锁。`,
  'report.sectionOwnWork': (d: { section: string; person: string }) =>
    `${d.person}写过或办理过章节“${d.section}”的前一步，不能由本人审核。请换一位审核人办理。`,
  'report.sectionReasonWanted': (d: { section: string }) => `退回章节“${d.section}”要写明理由。请写清哪里要改。`,
  'report.sectionEmpty': (d: { section: string }) => `章节“${d.section}”还没有内容，没有提交。请撰写后再提交。`,
  'report.sectionChecksStand': (d: { section: string; errors: number }) =>
    `章节“${d.section}”还有 ${d.errors} 处须改正，没有提交。请逐处改正后再提交。`,
  'report.sectionProposalMissing': (d: { section: string }) =>
    `章节“${d.section}”没有待处理的改稿，或您查看之后已有人处理。请刷新后再看。`,
  'report.section.gap': (d: { label: string; why: string; missing: string }) =>
    `取数位“${d.label}”印不出：${WHY[d.why] ?? d.why}${d.missing === '' ? '' : `（${d.missing}）`}。数据通过审核后自动补上；一直没有的请改写这一句。`,
  'report.section.withheld': (d: { label: string }) =>
    `取数位“${d.label}”要用到逐县、台账或得分的数，您的岗位看不到，由督导室查看。请督导室核对这一句。`,
  'report.section.long': (d: { section: string; words: number; most: number }) =>
    `章节“${d.section}”共 ${d.words} 字，超过 ${d.most} 字。请压缩。`,
  'report.section.short': (d: { section: string; words: number; least: number }) =>
    `章节“${d.section}”只有 ${d.words} 字，不足 ${d.least} 字。请补充，或说明没有更多可写。`,
  'report.section.placeMissing': (d: { section: string; place: string }) =>
    `章节“${d.section}”已通过，但模板里没有它的位置“${d.place}”，没有写进报告。请在模板绑定的 places 中补上。`,
  'report.consentOwn': (d: { person: string }) => `同意更正的人不能是${d.person}本人。请写明填报单位同意更正的人。`,
  'report.wayUnknown': (d: { from: string; to: string }) =>
    `报告现在是“${d.from}”，不能转为“${d.to}”。请按办理顺序进行。`,
  'report.signatureWanted': () => '登记签发要写明发文字号、签发人和成文日期。请补齐后再登记。',
  'report.dayToCome': (d: { field: string; on: string }) =>
    `${REGISTERED_NAMES[d.field]} ${d.on} 还没有到。请写实际办理的日期。`,
  'report.dayBefore': (d: { field: string; on: string; before: string }) =>
    `${REGISTERED_NAMES[d.field]} ${d.on} 早于上一环节的 ${d.before}。请核对这两个日期。`,
  'report.registrationFiled': () => '报告已经归档，登记不再更改。确有错误的，按更正办理，另行发文说明。',
  'report.registrationEarly': (d: { field: string }) =>
    `${REGISTERED_NAMES[d.field]}还没有登记，不能更改。请先办到这一环节。`,
  'report.registrationSame': () => '与已登记的相同，没有更改。请改正写错的一项。',
  'report.reasonWanted': (d: { errors: number }) => `报告还有 ${d.errors} 处须改正。如仍要送审或签发，请写明理由。`,
  'report.secondPersonWanted': (d: { errors: number }) =>
    `报告还有 ${d.errors} 处须改正，须由起草人、申请人以外的人确认。请换一位同事办理。`,
  'report.nobodyToConfirm': (d: { author: string }) =>
    `带问题送出须由起草人（${d.author}）和您以外的督导室人员确认，现在没有这样的人。请安全管理员在“管理”中增加一位督导室人员，或由起草人本人申请、您来确认。`,
  'report.templateMissing': () => '没有这份模板，或您的岗位看不到。请从模板列表中打开。',
  'report.templateBlank': (d: { file: string }) =>
    `${d.file} 里没有找到要填的空（XX、XXX.XX、20XX 等）。请核对是否传错了文件。`,
  'report.blankUnknown': () => '模板里没有这一处。请刷新后重试。',
  'report.decisionMoved': (d: { person: string }) => `${d.person} 刚刚改过这一处。已取来最新的，请看过再定。`,
  'report.decisionUnresolved': (d: { value: string; format: string }) =>
    `“${d.value}”按“${d.format}”在本方案中取不到数。请换一个数据项或写法。`,
  'report.blanksOpen': (d: { open: number; wrong: number }) =>
    `还有${d.open > 0 ? ` ${d.open} 处待定` : ''}${d.open > 0 && d.wrong > 0 ? '、' : ''}${d.wrong > 0 ? ` ${d.wrong} 处须改` : ''}。请逐处定完再保存为模板。`,
  'report.remarkMissing': () => '没有这条批注。请刷新后重试。',
  'report.remarkClosed': () => '这条批注已经办结。如有新意见，请重新打开或另写一条。',
  'report.remarkOpen': () => '这条批注还没有办结，不必重新打开。',
  'report.nothingToRestore': () => '这几处与上一稿一致，没有可恢复的数。',
  'report.pdfAbsent': () => '服务器上没有安装 LibreOffice，不能直接转 PDF。请下载 Word，在 WPS 中另存为 PDF。',
  'report.pdfLate': (d: { seconds: number }) =>
    `${d.seconds} 秒内没有转成 PDF。请稍后再下载，或下载 Word 后在 WPS 中另存为 PDF。`,
  'report.pdfUnavailable': () => '没有找到 LibreOffice，未生成 PDF。请安装 LibreOffice，或在 Word、WPS 中另存为 PDF。',
  'report.pdfFailed': (d: { seconds: number }) =>
    `LibreOffice 在 ${d.seconds} 秒内没有转成 PDF。请在 Word、WPS 中另存为 PDF。`,
  'report.slot.unresolved': (d: { label: string; expression: string; scheme: string }) =>
    `取数位“${d.label}”的算式“${d.expression}”在方案 ${d.scheme} 中解不出来。请改绑到现有数据项。`,
  'report.slot.format': (d: { label: string; format: string; expression: string }) =>
    `取数位“${d.label}”按“${d.format}”印不出“${d.expression}”的值。请换一种单位或写法。`,
  'report.slot.unknown': (d: { slot: string }) => `模板里有取数位 ${d.slot}，但没有它的取数绑定。请重新绑定模板。`,
  'report.slot.gap': (d: Hole) =>
    `${d.total === undefined ? '' : `${d.total}个县（市、区）中${d.reported}个${d.accepted ? '已审核通过' : '已报'}。`}${WHY[d.why] ?? d.why}${d.missing === '' ? '' : `：${d.missing}`}，报告中“${d.labels.join('”“')}”${d.places > d.labels.length ? '等' : ''} ${d.places} 处印不出。${REMEDY[d.why] ?? (d.accepted ? '待审核通过或补报' : '请补报')}后重新生成。`,
  'report.block.undecided': (d: { label: string; missing: string; accepted?: boolean }) =>
    `段落“${d.label}”的条件无法判定${d.missing === '' ? '' : `（缺 ${d.missing}）`}，已略去。${d.accepted ? '待审核通过或补报' : '请补报'}后重新生成。`,
  'report.block.unknownList': (d: { label: string; list: string }) =>
    `“${d.label}”要按“${d.list}”列出，没有这个清单。请改用 counties、zones、problems、measures、leaves、evidence 或 data。`,
  // ---- lint: blanks and years
  'TX-1': (d: { fault: string; count: number; around: string }) =>
    d.fault === 'blank'
      ? `还有${d.count > 1 ? ` ${d.count} 处` : ''}空没有填：“${d.around}”。请填写或删去。`
      : d.fault === 'alias'
        ? `“${d.around}”像是代称。请填写具体名称，或确认不写名称。`
        : d.fault === 'deleted'
          ? `“${d.around}”疑似漏字（如“市”）${d.count > 1 ? `，本段共 ${d.count} 处` : ''}。请逐处核对原文补上。`
          : `“${d.around}”疑似被换字（如“局”代“市”或“人民政府”）${d.count > 1 ? `，本段共 ${d.count} 处` : ''}。请认定后改正。`,
  'TM-1': (d: { from: number; to: number; fault: string }) =>
    d.fault === 'equal'
      ? `“${d.from}—${d.to}年”首尾同年。请核对文件原名，改为正确的起止年份。`
      : d.fault === 'backwards'
        ? `“${d.from}—${d.to}年”止年早于起年。请核对起止年份。`
        : `“${d.from}${d.to}”丢了连接号。请改为 ${d.from}—${d.to}年。`,
  'TX-9': (d: { from: number | string; to: number | string; of?: string }) =>
    d.of === 'numbers'
      ? `数值区间应用浪纹线。请改为 ${d.from}～${d.to}。`
      : `年份区间应用一字线。请改为 ${d.from}—${d.to}年。`,
  'TM-3': (d: { stated: number; year: number }) =>
    `${d.stated}年早于评价年度（${d.year}年），疑为往年文字。请核对后更新。`,
  'TM-4': () => '日历上没有这一天。请核对日期。',
  'TM-2': (d: { stated: number; year: number }) =>
    `评价方案文号是 ${d.stated} 年的，报告是 ${d.year} 年度的。请核对文号。`,
  'CM-4': (d: { part: string; whole: string }) =>
    `一句里既有“${d.part}”又有“${d.whole}”的数，时点不同。请分别写明各自的时点。`,
  // ---- lint: growth
  'YOY-4': (d: { now: string; base: string; expected: string; stated: string; far: boolean }) =>
    `${d.now} 与 ${d.base} 对应的是${d.expected}，文中为${d.stated}。${d.far ? '两数相差悬殊，请先核对单位，再核对增幅。' : '请核对后改正。'}`,
  'YOY-5': (d: { now: string; before: string; stated: string }) =>
    `${d.now} 与 ${d.before} 相比，不是${d.stated}。请核对三个数。`,
  'YOY-6': (d: { word: string; other: string }) =>
    `“${d.word}”与“${d.other}”方向相反。请改用与数字一致的说法${/^[-－−]/.test(d.other) ? '，去掉负号' : ''}。`,
  'YOY-7': () => '“同口径”增长不能由上年公布数复算。请在文中或备查表写明可比基数。',
  'YOY-10': (d: { stated: string; right: string }) =>
    d.right === '%'
      ? `金额、数量的变化用“%”，文中为 ${d.stated}。请改正。`
      : `比率的变化用“个百分点”，文中为 ${d.stated}。请改正。`,
  // ---- lint: shares, sums, ratios
  'RT-3': (d: { part: string; whole: string; stated: string; expected: string }) =>
    `${d.part} 占 ${d.whole} 的 ${d.expected}；文中 ${d.stated} 是除以其余部分得的。请改为 ${d.expected}。`,
  'RT-6': (d: { part: string; whole: string; stated: string; expected: string }) =>
    `${d.part} 占 ${d.whole} 的 ${d.expected}，文中为 ${d.stated}。请核对三个数。`,
  'XF-1': (d: { total: string; parts: string; count: number }) =>
    d.count === 1
      ? `分项 ${d.parts} 大于总数 ${d.total}。请核对单位和数字。`
      : `${d.count} 个分项（${d.parts}）之和与总数 ${d.total} 不符。请核对各分项。`,
  'XF-4': (d: { parts: string; sum: string }) => `${d.parts} 合计 ${d.sum}，不是 100%。请核对各项占比。`,
  'RT-5': (d: { name: string; stated: string }) => `${d.name} ${d.stated} 超过 100%。请核对分子和分母。`,
  'RT-2': (d: { name: string; stated: string; students: string }) =>
    d.students === ''
      ? `${d.name} ${d.stated} 不合常理。请核对两边的数。`
      : `${d.name}写成了 ${d.stated}。师生比是 1:${d.students}，生师比才是 ${d.students}:1，请改正。`,
  'RT-4': (d: { stated: string }) => `“${d.stated}”把比写成了占比。请写成“职普比为 X:Y”，或改称“中职招生占比”。`,
  'XF-5': (d: { name: string; first: string; second: string }) =>
    `“${d.name}”前文为 ${d.first}，此处为 ${d.second}。请统一。`,
  'UN-1': (d: { name: string; first: string; second: string }) =>
    `“${d.name}”前文为 ${d.first}，此处为 ${d.second}，相差一万倍。请核对单位。`,
  'UN-5': (d: { stated: string }) => `${d.stated} 超过一个市可能的人数。请核对是“人”还是“万人”。`,
  'XF-6': (d: { total: string; parts: string; sum: string }) =>
    `${d.total} 与各部分（${d.parts}）之和 ${d.sum} 不符。请核对各部分得分。`,
  'XF-7': (d: { stated: number; names: number }) => `写明 ${d.stated}，列了 ${d.names} 个名称。请核对名单。`,
  // ---- lint: form
  'TX-4': (d: { right: string }) => `发文字号的写法应为“${d.right}”：六角括号，不加“第”，序号不补零。`,
  'TX-5': (d: { count: number; limit: number }) => `全文 ${d.count} 字，超过 ${d.limit} 字。请压缩。`,
  'TX-6': (d: { problem: string }) => `“${d.problem}”在下一步工作中没有措施。请补写对应措施。`,
  'TX-7': (d: { claim: string; leaves: readonly string[]; why: string }) =>
    `“${d.claim}”与数据相反：${d.leaves.join('、')}。${d.why}请换用如实表述。`,
  'TX-2': (d: { place: string; home: string }) =>
    `文中出现“${d.place}”，与本文所在的${d.home}不符，疑为别处文稿。请核对。`,
  'TX-3': (d: { name: string }) => `别处已作遮盖，此处仍有姓名“${d.name}”。请一并遮盖，或补全全文。`,
  'TX-10': (d: { what: string; words: string }) =>
    d.what === 'person'
      ? `公开稿中有个人姓名“${d.words}”。请确认可以公开，或改为职务。`
      : d.what === 'secret'
        ? `“${d.words}”是密级或内部标志，不应出现在公开稿中。请核对后删去。`
        : `此处有${d.what === 'identity' ? '身份证号' : '手机号'}（${d.words}）。请删去。`,
  'TX-8': (d: { phrase: string }) => `${d.phrase}是个别省份的提法。请确认是否适用于本地。`,
  'UN-7': (d: { fault: string; count: number }) =>
    d.fault === 'punctuation'
      ? `中文间用了 ${d.count} 处半角标点。请改为全角。`
      : d.fault === 'digits'
        ? `有 ${d.count} 处全角数字。请改为半角。`
        : d.fault === 'split'
          ? `有 ${d.count} 个数字被空格断开。请删去空格。`
          : `数字与单位之间有 ${d.count} 处空格。请删去。`,
  'report.numbering.skip': (d: { written: string; level: string; expected: number; last: string }) =>
    `${d.level}“${d.written}”${d.last === '' ? '之前没有第 1 项' : `接在“${d.last}”之后，缺第 ${d.expected} 项`}。请补上或顺延编号。`,
  'report.numbering.form': (d: { written: string; right: string; count: number }) =>
    `编号“${d.written}”应写作“${d.right}”${d.count > 1 ? `，同类共 ${d.count} 处` : ''}。`,
  'report.word.doubled': (d: { word: string }) => `“${d.word}”连写了两遍，看来是填入的字与前后文重复。请删去一个。`,
  'report.figure.differs': (d: { name: string; stated: string; right: string; doubtful?: boolean }) =>
    d.doubtful === true
      ? `此处像是“${d.name}”：文中为 ${d.stated}，数据为 ${d.right}。是同一个数的请改正，不是的请写明口径。`
      : `“${d.name}”文中为 ${d.stated}，数据为 ${d.right}。请改回，或由填报单位更正数据。`,
  'report.unit.other': (d: { name: string; data: string }) =>
    `文稿写的是${d.name}，数据是${d.data}的，没有逐数核对。请换用本单位的数据，或核对标题和落款。`,
  'report.bundleUnreadable': (d: { file: string }) => `${d.file} 不是履职的封存包，或清单读不出来。请核对文件。`,
  'report.bundleDamaged': (d: { file: string; part: string }) =>
    `封存包 ${d.file} 已损坏${d.part === '' ? '' : `（${d.part}）`}：没有拷全，或封存后被改动过，没有核验。请重新拷贝，或向报送单位重新索取。`,
  'report.bundleMissing': () => '没有这个封存包，或您的岗位看不到。请从报告页重新封存。',
  'bundle.seal.broken': () => '清单与它的封签不符，清单被改过。请向报送单位重新索取封存包。',
  'bundle.content.missing': (d: { name: string }) => `封存包里缺 ${d.name}，不能复算。请向报送单位重新索取封存包。`,
  'bundle.content.changed': (d: { name: string }) => `${d.name} 与清单登记的校验值不符，被改过。请向报送单位核实。`,
  'bundle.content.foreign': (d: { name: string }) => `${d.name} 不在清单里，是后来放进去的。请向报送单位核实。`,
  'bundle.content.useless': (d: { name: string; fault: string }) =>
    `${d.name} 读不出来，由它复算的部分没有复算（${d.fault}）。请向报送单位核实。`,
  'bundle.scheme.differs': (d: { scheme: string }) =>
    `封存包里的方案 ${d.scheme} 与清单登记的不是同一份，没有复算。请向报送单位核实。`,
  'bundle.rules.other': (d: { made: number; here: number }) =>
    `封存包按第 ${d.made} 版计算规则做成，本程序是第 ${d.here} 版，没有复算。请用同一版本的程序核验。`,
  'bundle.result.differs': (d: { unit: string; indicator: string; was: string; is: string }) =>
    `${d.unit}${d.indicator === '' ? ' 的总分和等次' : ` 的 ${d.indicator}`}，封存包写的是 ${d.was}，按数据复算是 ${d.is}。请向报送单位核实。`,
  'bundle.figure.differs': (d: { label: string; was: string; is: string; where: string }) =>
    `“${d.label}”在 ${d.where} 中是“${d.was}”，按数据复算是“${d.is}”。请向报送单位核实。`,
  'bundle.issued.differs': (d: { was: string; is: string }) =>
    `印发稿有一段与报告不同：印发稿为“${d.was}”，由报告生成应为“${d.is}”。请向报送单位核实。`,
  'bundle.audit.unreadable': (d: { line: number }) => `留痕第 ${d.line} 行读不出来。请向报送单位核实。`,
  'bundle.audit.gap': (d: { line: number; seq: string }) =>
    `留痕第 ${d.line} 行的序号是 ${d.seq}，前面有删去或插入的行。请向报送单位核实。`,
  'bundle.audit.changed': (d: { line: number; action: string; about: string }) =>
    `留痕第 ${d.line} 行（${d.action} ${d.about}）与链上的校验值不符，被改过。请向报送单位核实。`,
  'bundle.audit.head': () => '留痕的末尾与清单登记的不符，末尾有删去或添加的行。请向报送单位核实。',
} satisfies Sentences;
