import type { Sentences } from '../../kernel/index.ts';

interface Data {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly limit: number;
  readonly line: number;
}

export const zh = {
  'sheet.noSheets': (d: Data) => `${d.file} 中没有可读的工作表。请用 Excel 或 WPS 打开，确认有数据后另存再提供。`,
  'sheet.address': (d: Data) =>
    `${d.file} 的“${d.sheet}”中单元格位置 ${d.cell} 有误。请用 Excel 或 WPS 打开后另存，再重新提供。`,
  'sheet.sharedString': (d: Data) =>
    `${d.file} 的“${d.sheet}”${d.cell} 的文字在文件中找不到。请用 Excel 或 WPS 打开后另存，再重新提供。`,
  'sheet.tooManyCells': (d: Data) => `${d.file} 的数据超过 ${d.limit} 格。请拆成几个文件后再提供。`,
  'sheet.tooManyMerges': (d: Data) => `${d.file} 的“${d.sheet}”中合并单元格超过 ${d.limit} 处。请取消合并后再提供。`,
  'sheet.textTooLong': (d: Data) => `“${d.sheet}”${d.cell} 的文字超过 ${d.limit} 字，写不进一格。请缩短后再导出。`,
  'sheet.csvEmpty': (d: Data) => `${d.file} 是空文件（0 字节）。请重新导出后再提供。`,
  'sheet.csvTooLarge': (d: Data) => `${d.file} 超过 ${d.limit} MB。请拆成几个文件后再提供。`,
  'sheet.csvEncoding': (d: Data) =>
    `${d.file} 的文字编码不是 UTF-8 或 GBK，无法读取。请另存为 UTF-8 编码的 CSV 后再提供。`,
  'sheet.csvBinary': (d: Data) => `${d.file} 不是文本表格，可能只是改了扩展名。请从 Excel 或 WPS 另存为 CSV 后再提供。`,
  'sheet.csvQuote': (d: Data) => `${d.file} 第 ${d.line} 行的引号没有配对。请补上引号或重新导出后再提供。`,
} satisfies Sentences;
