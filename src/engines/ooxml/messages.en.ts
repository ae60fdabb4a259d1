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

const RESAVE = 'Open it in WPS or Office, save it under a new name and hand that in.';

export const en = {
  'ooxml.empty': (d: Data) => `${d.file} is empty (0 bytes). Copy or download it again.`,
  'ooxml.tooLarge': (d: Data) => `${d.file} has ${d.megabytes} MB, more than ${d.limit} MB. Remove pictures from it.`,
  'ooxml.notZip': (d: Data) => `${d.file} is not a .${d.kind} file; perhaps only its extension was changed. ${RESAVE}`,
  'ooxml.truncated': (d: Data) => `${d.file} is cut off, perhaps by an unfinished transfer. Copy or download it again.`,
  'ooxml.damaged': (d: Data) => `${d.file} is damaged${d.part === '' ? '' : ` (${d.part})`}. ${RESAVE}`,
  'ooxml.encrypted': (d: Data) => `${d.file} has a password and cannot be read. Remove the password in WPS or Office.`,
  'ooxml.oldBinary': (d: Data) => `${d.file} is in the old .doc or .xls format. Save it as .${d.kind}.`,
  'ooxml.macros': (d: Data) =>
    `${d.file} holds macros or is a binary workbook, which is not accepted. Save it as a .${d.kind} without macros.`,
  'ooxml.wrongKind': (d: Data) =>
    `${d.file} ${d.got === '' ? `is not a .${d.kind} file` : `is a .${d.got}, and a .${d.kind} is needed here`}. Choose the right file, or save it as .${d.kind}.`,
  'ooxml.tooManyEntries': (d: Data) => `${d.file} has ${d.entries} parts, more than ${d.limit}. ${RESAVE}`,
  'ooxml.unpackedTooLarge': (d: Data) =>
    `${d.file} is larger than ${d.limit} MB once unpacked and is not opened. Remove sheets, rows or pictures that are not needed.`,
  'ooxml.ratio': (d: Data) => `${d.part} in ${d.file} is packed tighter than ${d.limit}:1 and is not opened. ${RESAVE}`,
  'ooxml.entryName': (d: Data) =>
    `${d.file} has a part with an odd name${d.part === '' ? '' : ` (${d.part})`} and is not opened. ${RESAVE}`,
  'ooxml.duplicate': (d: Data) => `${d.part} is in ${d.file} twice, so it is unclear which one counts. ${RESAVE}`,
  'ooxml.overlap': (d: Data) => `${d.part} in ${d.file} lies on another part and is not opened. ${RESAVE}`,
  'ooxml.link': (d: Data) => `${d.part} in ${d.file} is a link to somewhere else and is not opened. ${RESAVE}`,
  'ooxml.method': (d: Data) => `${d.part} in ${d.file} is packed in an unknown way (${d.method}). ${RESAVE}`,
  'ooxml.missingPart': (d: Data) => `${d.file} lacks ${d.part === '' ? 'its main part' : d.part}. ${RESAVE}`,
  'ooxml.doctype': (d: Data) => `${d.part} in ${d.file} has a DOCTYPE and is not opened. ${RESAVE}`,
  'ooxml.xmlDepth': (d: Data) => `${d.part} in ${d.file} is nested deeper than ${d.limit} levels. ${RESAVE}`,
  'ooxml.xmlAttributes': (d: Data) =>
    `${d.part} in ${d.file} has an element with more than ${d.limit} attributes. ${RESAVE}`,
  'ooxml.xmlEncoding': (d: Data) => `${d.part} in ${d.file} is encoded as ${d.encoding}; only UTF-8 is read. ${RESAVE}`,
  'ooxml.xmlMalformed': (d: Data) => `${d.part} in ${d.file} is incomplete or damaged. ${RESAVE}`,
  'ooxml.relation.external': (d: Data) =>
    `${d.part} in ${d.file} refers to outside content (${d.target}), which was not read. Embed it if it is needed.`,
  'ooxml.part.foreign': (d: Data) =>
    `${d.part} in ${d.file} embeds another document (${d.target}), which was not read. Paste its content as text.`,
} satisfies Sentences;
