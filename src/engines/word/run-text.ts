/** Words of a run: a new line and a tab are elements of their own. */
import { encodeXml } from './xml/scan.ts';

const MARKS: Readonly<Record<string, string>> = { '\n': '<w:br/>', '\t': '<w:tab/>' };

export const textElements = (text: string): string =>
  text
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => MARKS[piece] ?? `<w:t xml:space="preserve">${encodeXml(piece)}</w:t>`)
    .join('');
