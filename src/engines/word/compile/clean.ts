/** What a control becomes: everything up to the text, the text, everything after it. The first run's formatting wins. */
import { childOf, findBelow, type XmlElement } from '../xml/scan.ts';
import type { DraftStep } from './compile.ts';

/** Ids that must be unique in a file and would be doubled by a repetition. */
export const stripIdentity = (xml: string): string =>
  xml
    .replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')
    .replace(/<w:id w:val="[^"]*"\/>/g, (id) => (id.includes('w:val') ? '' : id));

const PLACEHOLDER = /<w:(?:showingPlcHdr|placeholder)\b(?:[^>]*\/>|[\s\S]*?<\/w:placeholder>)/g;

/**
 * Placed in a run, round paragraphs, round a cell or a row: the text goes into the first run found; in block controls
 * the first paragraph is kept and further ones go.
 */
export function cleanSlot(
  source: string,
  control: XmlElement,
  content: XmlElement,
  key: string,
  repeated: boolean,
): DraftStep {
  const [run] = findBelow(content, (name) => name === 'w:r');
  const format = run === undefined ? undefined : childOf(run, 'w:rPr');
  const properties = format === undefined ? '' : source.slice(format.start, format.end);
  const opening = identityOf(source.slice(control.start, content.openEnd).replace(PLACEHOLDER, ''), repeated);
  const [head, tail] = surroundings(source, content);
  return {
    kind: 'slot',
    key,
    before: `${opening}${identityOf(head, repeated)}<w:r>${properties}<w:t xml:space="preserve">`,
    after: `</w:t></w:r>${identityOf(tail, repeated)}${source.slice(content.closeStart, control.end)}`,
    newline: `</w:t></w:r><w:r>${properties}<w:br/></w:r><w:r>${properties}<w:t xml:space="preserve">`,
  };
}

const identityOf = (xml: string, repeated: boolean): string => (repeated ? stripIdentity(xml) : xml);

/** Tags between the content and its first paragraph's inside: none in a run-level control. */
function surroundings(source: string, content: XmlElement): [head: string, tail: string] {
  const path: XmlElement[] = [];
  let element: XmlElement | undefined = content;
  while (element !== undefined && element.name !== 'w:p') {
    element = element.children.find(
      ({ name }) => name === 'w:p' || name === 'w:tc' || name === 'w:tr' || name === 'w:tbl',
    );
    if (element !== undefined) path.push(element);
  }
  if (element === undefined) return ['', ''];
  const head = path.map((each) => source.slice(each.start, innerStart(each)));
  const tail = path.map((each) => source.slice(each.closeStart, each.end));
  return [head.join(''), tail.reverse().join('')];
}

/** Behind the properties, which come first in every container. */
function innerStart(element: XmlElement): number {
  const [first] = element.children;
  return first?.name.endsWith('Pr') === true ? first.end : element.openEnd;
}
