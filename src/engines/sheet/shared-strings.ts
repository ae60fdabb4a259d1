/** `xl/sharedStrings.xml`: each different text once. Runs of rich text are joined; phonetic guides are no content. */
import type { XmlEvents } from '../ooxml/index.ts';
import type { CellValue } from './contract.ts';
import { readEscapes } from './escapes.ts';

/** One value object a text, shared by all cells that show it. */
export function sharedStringEvents(into: CellValue[]): XmlEvents {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open({ local }) {
      if (local === 'si') text = '';
      if (local === 'rPh') inPhonetic = true;
      if (local === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close({ local }) {
      if (local === 't') inText = false;
      if (local === 'rPh') inPhonetic = false;
      if (local === 'si') into.push(text === '' ? { kind: 'empty' } : { kind: 'text', text: readEscapes(text) });
    },
  };
}
