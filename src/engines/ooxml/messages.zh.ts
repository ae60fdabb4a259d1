import type { Sentences } from '../../kernel/index.ts';

interface Data {
  readonly file: string;
  readonly part: string;
  readonly kind: string;
  readonly got: string;
  readonly target: string;
  readonly encoding: string;
  readonly limit: number;
  readonly megabytes: number;
  readonly entries: number;
  readonly method: number;
}

const program = (kind: string): string => (kind === 'docx' ? 'Word 或 WPS 文字' : 'Excel 或 WPS 表格');
const resave = (kind = ''): string =>
  `请用${kind === '' ? ' WPS 或 Office ' : ` ${program(kind)} `}打开后另存，再重新提供。`;

export const zh = {
  'ooxml.empty': (d: Data) => `${d.file} 是空文件（0 字节）。请重新复制或下载后再提供。`,
  'ooxml.tooLarge': (d: Data) => `${d.file} 有 ${d.megabytes} MB，超过 ${d.limit} MB。请删去图片后再提供。`,
  'ooxml.notZip': (d: Data) => `${d.file} 不是 .${d.kind} 文件，可能只是改了扩展名。${resave(d.kind)}`,
  'ooxml.truncated': (d: Data) => `${d.file} 不完整，可能没有传完。请重新复制或下载后再提供。`,
  'ooxml.damaged': (d: Data) => `${d.file} 已损坏${d.part === '' ? '' : `（${d.part}）`}。${resave()}`,
  'ooxml.encrypted': (d: Data) => `${d.file} 有密码，无法读取。请在 WPS 或 Office 中取消密码后再提供。`,
  'ooxml.oldBinary': (d: Data) => `${d.file} 是旧格式（.doc 或 .xls）。请另存为 .${d.kind} 后再提供。`,
  'ooxml.macros': (d: Data) => `${d.file} 含有宏或属于二进制格式，不予接收。请另存为不带宏的 .${d.kind} 后再提供。`,
  'ooxml.wrongKind': (d: Data) =>
    `${d.file} ${d.got === '' ? `不是 .${d.kind} 文件` : `实为 .${d.got}，此处要 .${d.kind}`}。请换成正确的文件，或用 ${program(d.kind)}另存为 .${d.kind}。`,
  'ooxml.tooManyEntries': (d: Data) => `${d.file} 内有 ${d.entries} 个部件，超过 ${d.limit} 个。${resave()}`,
  'ooxml.unpackedTooLarge': (d: Data) =>
    `${d.file} 解压后超过 ${d.limit} MB，不予打开。请删去多余的工作表、行或图片后再提供。`,
  'ooxml.ratio': (d: Data) => `${d.file} 中 ${d.part} 压缩比超过 ${d.limit}:1，不予打开。${resave()}`,
  'ooxml.entryName': (d: Data) =>
    `${d.file} 内有名称异常的部件${d.part === '' ? '' : `（${d.part}）`}，不予打开。${resave()}`,
  'ooxml.duplicate': (d: Data) => `${d.file} 中 ${d.part} 出现两次，无法确定以哪个为准。${resave()}`,
  'ooxml.overlap': (d: Data) => `${d.file} 中 ${d.part} 与别的部件重叠，不予打开。${resave()}`,
  'ooxml.link': (d: Data) => `${d.file} 中 ${d.part} 是指向别处的链接，不予打开。${resave()}`,
  'ooxml.method': (d: Data) => `${d.file} 中 ${d.part} 用了不认识的压缩方式（${d.method}）。${resave()}`,
  'ooxml.missingPart': (d: Data) => `${d.file} 缺少 ${d.part === '' ? '正文' : d.part}。${resave()}`,
  'ooxml.doctype': (d: Data) => `${d.file} 中 ${d.part} 带有 DOCTYPE 声明，不予打开。${resave()}`,
  'ooxml.xmlDepth': (d: Data) => `${d.file} 中 ${d.part} 嵌套超过 ${d.limit} 层，不予打开。${resave()}`,
  'ooxml.xmlAttributes': (d: Data) => `${d.file} 中 ${d.part} 有元素的属性超过 ${d.limit} 个，不予打开。${resave()}`,
  'ooxml.xmlEncoding': (d: Data) => `${d.file} 中 ${d.part} 的编码是 ${d.encoding}，只能读取 UTF-8。${resave()}`,
  'ooxml.xmlMalformed': (d: Data) => `${d.file} 中 ${d.part} 内容不完整或已损坏。${resave()}`,
  'ooxml.relation.external': (d: Data) =>
    `${d.file} 中 ${d.part} 引用了外部内容（${d.target}），没有读取。如需该内容，请把它嵌入文件。`,
  'ooxml.part.foreign': (d: Data) =>
    `${d.file} 中 ${d.part} 嵌入了另一份文档（${d.target}），没有读取。请把其内容粘贴为正文。`,
} satisfies Sentences;
