import type { Sentences } from '../kernel/index.ts';

export const zh = {
  'cli.unknownCommand': (d: { given: string; known: readonly string[] }) =>
    `没有命令“${d.given}”。可用的命令：${d.known.join('、')}。`,
  'cli.argumentCount': (d: { usage: string; least: number; most: number; got: number }) =>
    `这个命令要 ${d.least === d.most ? d.least : `${d.least} 至 ${d.most}`} 个参数，给了 ${d.got} 个。用法：${d.usage}`,
  'cli.optionMissing': (d: { usage: string; option: string }) => `缺少 ${d.option}。用法：${d.usage}`,
  'cli.optionUnknown': (d: { usage: string; option: string }) => `选项 ${d.option} 写法不对或不存在。用法：${d.usage}`,
  'cli.fileMissing': (d: { file: string }) => `找不到 ${d.file}。请核对路径。`,
  'cli.fileUnreadable': (d: { file: string; fault: string }) =>
    `${d.file} 读不了（${d.fault}）。请检查读取权限后重试。`,
  'cli.notWritable': (d: { file: string; fault: string }) =>
    `${d.file} 写不进去（${d.fault}），没有写入任何文件。请换一个可写的位置。`,
  'cli.dateUnreadable': (d: { given: string }) => `“${d.given}”不是日期。请写成 2025-12-31。`,
  'cli.yearDiffers': (d: { given: string; scheme: number }) =>
    `--year ${d.given} 与方案的评价年度 ${d.scheme} 不同。请换用该年度的方案。`,
  'cli.kindUnknown': (d: { file: string }) => `${d.file} 不是 .docx 或 .txt。请先在 Word 或 WPS 中另存为 .docx。`,
  'cli.textEncoding': (d: { file: string }) =>
    `${d.file} 的文字编码不是 UTF-8、UTF-16 或 GB18030，无法读取。请另存为 UTF-8 编码的文本后再提供。`,
  'cli.portUnreadable': (d: { given: string }) => `“${d.given}”不是端口号。请写 0 至 65535 之间的整数。`,
  'cli.portTaken': (d: { port: number; fault: string }) =>
    d.fault === 'EADDRINUSE'
      ? `端口 ${d.port} 已被占用。请先关闭占用它的程序，或用 --port 换一个端口。`
      : `端口 ${d.port} 打不开（${d.fault}）。请用 --port 换一个 1024 以上的端口。`,
  'cli.settingUnreadable': (d: { setting: string; given: string; example: string }) =>
    `环境变量 ${d.setting} 的值${d.given === '' ? '' : `“${d.given}”`}不能用，系统没有开启。请写成 ${d.example} 这样的形式。`,
  'cli.settingMissing': (d: { setting: string; by: string }) =>
    `设置了 ${d.by}，还缺环境变量 ${d.setting}，系统没有开启。请补上后再开启。`,
  'cli.hostUnreadable': (d: { given: string }) =>
    `“${d.given}”不是本机的地址，系统没有开启。请用 --host 写明本机的一个 IP 地址。`,
  'cli.fileTaken': (d: { file: string }) => `${d.file} 已经存在，没有改动。请换一个文件名。`,
  'cli.dataMissing': (d: { folder: string }) =>
    `${d.folder} 不是数据目录。请用 --data 写明 luzhi serve 使用的数据目录。`,
  'cli.levelUnknown': (d: { given: string; known: readonly string[] }) =>
    `没有层级“${d.given}”。可以写 ${d.known.join('、')}。`,
  'cli.numberUnreadable': (d: { option: string; given: string }) =>
    `${d.option} 的“${d.given}”不是整数。请写 1 以上的整数。`,
  'cli.taskUnknown': (d: { given: string }) =>
    `没有这项填报任务，或不止一项：${d.given}。请用 luzhi task list 查看单位名称，并写 --dept、--part。`,
  'cli.unitUnknown': (d: { given: string }) => `名录中没有单位“${d.given}”，或有重名。请写单位代码。`,
  'cli.serverWanted': (d: { missing: string }) =>
    `没有写明服务器：缺少 ${d.missing}。请用 --server 和 --token，或环境变量 LUZHI_SERVER 和 LUZHI_TOKEN 写明。`,
  'cli.serverUnreadable': (d: { given: string }) =>
    `“${d.given}”不是服务器地址。请写成 http://127.0.0.1:8080 这样的地址。`,
  'cli.serverAway': (d: { server: string; fault: string }) =>
    `连不上服务器 ${d.server}（${d.fault}）。请确认服务器已开启、地址无误后重试。`,
  'cli.serverStrange': (d: { server: string; status: number }) =>
    `${d.server} 的答复（${d.status}）不是履职系统的。请核对地址，或检查中间的代理。`,
  'cli.serverRefused': (d: { status: number; code: string; detail: string; detailEn: string }) =>
    `服务器没有办理（${d.code}，${d.status}）：${d.detail}\n${d.detailEn}`,
  'cli.reportNone': (d: { round: string }) => `${d.round} 还没有报告。请先用 luzhi report compose 生成。`,
  'cli.findingElsewhere': (d: { finding: string; data: string }) => `${d.finding}：${d.data}`,
} satisfies Sentences;
