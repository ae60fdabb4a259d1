import type { Sentences } from '../../kernel/index.ts';

export const en = {
  'word.trackedChanges': (d: { file: string; count: number }) =>
    `${d.file} still holds ${d.count} tracked changes. Accept or reject them in Word before making the issued copy.`,
  'word.noBody': (d: { file: string }) => `${d.file} has no body. Use a file that opens in Word.`,
  'word.bind.anchorMissing': (d: { anchor: string }) =>
    `"${d.anchor}" is not in the template. Correct the binding after the template's own words.`,
  'word.bind.anchorTwice': (d: { anchor: string }) =>
    `"${d.anchor}" stands more than once in the template. Quote more words around it, or bind them all.`,
  'word.bind.notText': (d: { anchor: string }) =>
    `"${d.anchor}" runs across a hyperlink, picture or table edge and cannot be bound. Make it plain text first.`,
  'word.bind.tableMissing': (d: { anchor: string }) =>
    `The table or row of "${d.anchor}" is not there. Check the numbers.`,
  'word.template.keyTwice': (d: { key: string }) => `Key ${d.key} is both a slot and a block. Use different keys.`,
  'word.template.keyTooLong': (d: { key: string; limit: number }) =>
    `Key "${d.key}" is longer than ${d.limit} characters. Shorten it.`,
  'word.field.outside': (d: { field: string }) =>
    `The field "${d.field}" fetches something by itself; it was not followed. Turn it into text in Word with Ctrl+Shift+F9.`,
  'word.controls.nameless': (d: { count: number }) =>
    `${d.count} controls of the file have lost their names (LibreOffice drops them on save); figures are known by their words alone. Run luzhi compare against the original, and edit that one.`,
} satisfies Sentences;
