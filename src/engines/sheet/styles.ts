/** From `xl/styles.xml` only what changes a value's meaning: how each cell format shows a number. */
import type { XmlEvents } from '../ooxml/index.ts';
import { type Shown, shownByBuiltIn, shownByFormat } from './number-format.ts';

/** Fills `into` with one entry a cell format, in the order cells count them. */
export function styleEvents(into: Shown[]): XmlEvents {
  const custom = new Map<number, Shown>();
  let inCellFormats = false;
  return {
    open({ local, attributes }) {
      const id = Number(attributes.numFmtId?.value ?? 0);
      if (local === 'numFmt') custom.set(id, shownByFormat(attributes.formatCode?.value ?? ''));
      if (local === 'cellXfs') inCellFormats = true;
      if (local === 'xf' && inCellFormats) into.push(custom.get(id) ?? shownByBuiltIn(id));
    },
    close({ local }) {
      if (local === 'cellXfs') inCellFormats = false;
    },
  };
}
