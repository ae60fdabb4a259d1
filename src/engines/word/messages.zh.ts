import type { Sentences } from '../../kernel/index.ts';

export const zh = {
  'word.trackedChanges': (d: { file: string; count: number }) =>
    `${d.file} 里还有 ${d.count} 处修订没有接受或拒绝。请先在 Word 中处理修订，再生成印发稿。`,
  'word.noBody': (d: { file: string }) => `${d.file} 里没有正文。请换一份能在 Word 中打开的文件。`,
  'word.bind.anchorMissing': (d: { anchor: string }) => `模板中找不到“${d.anchor}”。请按模板原文改正绑定。`,
  'word.bind.anchorTwice': (d: { anchor: string }) =>
    `“${d.anchor}”在模板中出现不止一次。请把前后文写长一些，或用 all 全部绑定。`,
  'word.bind.notText': (d: { anchor: string }) =>
    `“${d.anchor}”跨越了超链接、图片或表格边界，绑不上。请在模板中先把它改成普通文字。`,
  'word.bind.tableMissing': (d: { anchor: string }) => `找不到“${d.anchor}”所说的表格或行。请核对表号和行号。`,
  'word.template.keyTwice': (d: { key: string }) => `取数位 ${d.key} 既是文字又是段落条件。请改用不同的键。`,
  'word.template.keyTooLong': (d: { key: string; limit: number }) =>
    `取数位的键“${d.key}”超过 ${d.limit} 个字符。请缩短。`,
  'word.field.outside': (d: { field: string }) =>
    `文件里有会自动读取外部内容的域“${d.field}”，没有执行。请在 Word 中按 Ctrl+Shift+F9 把它变成普通文字。`,
  'word.controls.nameless': (d: { count: number }) =>
    `文件里 ${d.count} 个取数控件的名字已丢失（用 LibreOffice 另存会这样），只能按前后文字认数。请用 luzhi compare 与原稿比对，在原稿上改。`,
} satisfies Sentences;
