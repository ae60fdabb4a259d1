/** `docProps/custom.xml`: named texts a workbook carries; they survive Excel, WPS and LibreOffice. */
import type { XmlEvents } from '../ooxml/index.ts';
import { markup, readEscapes, writeEscapes } from './escapes.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** The set all of Office's custom properties belong to. */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export function readProperties(
  part: string,
  walk: (part: string, events: XmlEvents) => void,
): Readonly<Record<string, string>> {
  // Without a prototype, so that a property called `__proto__` is a property.
  const properties: Record<string, string> = Object.create(null);
  let name: string | undefined;
  let text = '';
  let inValue = false;
  walk(part, {
    open({ local, attributes }) {
      inValue = local !== 'property' && name !== undefined;
      if (local !== 'property') return;
      name = attributes.name?.value ?? '';
      text = '';
    },
    text(piece) {
      if (inValue) text += piece;
    },
    close({ local }) {
      inValue = false;
      if (local !== 'property' || name === undefined) return;
      properties[name] = readEscapes(text);
      name = undefined;
    },
  });
  return properties;
}

export function writeProperties(properties: Readonly<Record<string, string>>): string {
  const rows = Object.entries(properties).map(
    ([name, value], index) =>
      // Numbers 0 and 1 are taken by the format itself.
      `<property fmtid="${FORMAT_ID}" pid="${index + 2}" name="${markup(name)}"><vt:lpwstr>${writeEscapes(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${NAMESPACE}" xmlns:vt="${VALUES}">${rows.join('')}</Properties>`;
}
