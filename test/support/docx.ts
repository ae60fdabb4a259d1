/** Small Word files from the XML of their body, as any program might write them. */
import { readPackage, writePackage } from '../../src/engines/ooxml/index.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const CORE =
  '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>报告</dc:title><dc:creator>刘敏</dc:creator><cp:lastModifiedBy>王岚</cp:lastModifiedBy></cp:coreProperties>';

export const documentXml = (body: string, prefix = 'w', namespace = WORD): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${prefix}:document xmlns:${prefix}="${namespace}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><${prefix}:body>${body}</${prefix}:body></${prefix}:document>`;

export const docx = (body: string): Uint8Array => docxOf(documentXml(body));

export function docxOf(document: string): Uint8Array {
  return writePackage(
    [
      { name: '[Content_Types].xml', bytes: TYPES },
      { name: '_rels/.rels', bytes: RELATIONS },
      { name: 'word/document.xml', bytes: document },
      { name: 'docProps/core.xml', bytes: CORE },
    ],
    'docx',
  );
}

export const run = (text: string, format = ''): string => `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...content: readonly string[]): string => `<w:p>${content.join('')}</w:p>`;
export const bodyOf = (bytes: Uint8Array): string => readPackage(bytes, 'docx', 'test').text('word/document.xml');

/** The same file after someone typed over a text of its body. */
export function editText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const pkg = readPackage(bytes, 'docx', 'test');
  const parts = pkg.names.map((name) => ({
    name,
    bytes: name === 'word/document.xml' ? pkg.text(name).replace(`>${from}<`, `>${to}<`) : pkg.bytes(name),
  }));
  return writePackage(parts, 'docx');
}
