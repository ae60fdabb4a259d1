/**
 * A native content control as we write and read it: the key in `w:tag`, and again at the end of `w:alias`, so that one
 * may be lost. `when:` and `each:` mark blocks. The control is rich text: LibreOffice 7.4 keeps the alias of plain-text
 * controls alone, but sets their text in ten points; with rich text it keeps neither, and the order of the controls finds them, or the words around a slot.
 */
import { attributeOf, childOf, encodeXml, type XmlElement } from './xml/scan.ts';

export type ControlRole = 'text' | 'when' | 'each';

export interface ControlMark {
  readonly role: ControlRole;
  readonly key: string;
  readonly label: string;
  /** `alias` when the tag was lost. */
  readonly foundBy: 'tag' | 'alias';
}

const TAG = /^(?:(when|each):)?([A-Za-z][\w.-]*)$/;
const ALIAS = /^(.*?)\s*#(?:(when|each):)?([A-Za-z][\w.-]*)$/;
/** Aliases longer than this are cut by Word. */
const LABEL_LIMIT = 40;

const roleOf = (word: string | undefined): ControlRole => (word === 'when' || word === 'each' ? word : 'text');

/** Undefined for controls that are none of ours. */
export function markOf(source: string, control: XmlElement): ControlMark | undefined {
  const properties = childOf(control, 'w:sdtPr');
  const value = (name: string): string | undefined => {
    const element = childOf(properties, name);
    return element === undefined ? undefined : attributeOf(source, element, 'val');
  };
  const alias = ALIAS.exec(value('w:alias') ?? '');
  const tag = TAG.exec(value('w:tag') ?? '');
  // A key without its twin in the alias is another program's tag.
  if (tag !== null && alias?.[3] === tag[2])
    return { role: roleOf(tag[1]), key: tag[2] ?? '', label: alias?.[1] ?? '', foundBy: 'tag' };
  if (alias !== null) return { role: roleOf(alias[2]), key: alias[3] ?? '', label: alias[1] ?? '', foundBy: 'alias' };
  return undefined;
}

/** LibreOffice 7.4 keeps a control and drops everything it is called by. */
export function isNameless(control: XmlElement): boolean {
  const properties = childOf(control, 'w:sdtPr');
  return childOf(properties, 'w:alias') === undefined && childOf(properties, 'w:tag') === undefined;
}

/** Opening of a control up to and with `<w:sdtContent>`. `id` undefined leaves the id out (repeated bodies). */
export function openControl(role: ControlRole, key: string, label: string, id: number | undefined): string {
  const word = role === 'text' ? key : `${role}:${key}`;
  const alias = encodeXml(`${label.slice(0, LABEL_LIMIT)} #${word}`);
  const identity = id === undefined ? '' : `<w:id w:val="${id}"/>`;
  return `<w:sdt><w:sdtPr><w:alias w:val="${alias}"/><w:tag w:val="${encodeXml(word)}"/>${identity}<w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>`;
}

export const CLOSE_CONTROL = '</w:sdtContent></w:sdt>';
