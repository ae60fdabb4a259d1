/** What an issued copy must not carry, part by part. */
import { expect, test } from 'vitest';
import { docx, paragraph, run } from '../../../../test/support/docx.ts';
import { readPackage, writePackage } from '../../ooxml/index.ts';
import { issueCopy } from './issue.ts';

const RELATIONS = (...rows: readonly string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function withParts(body: string, parts: Readonly<Record<string, string>>): Uint8Array {
  const pkg = readPackage(docx(body), 'docx', 'test');
  const own = pkg.names.filter((name) => !(name in parts)).map((name) => ({ name, bytes: pkg.bytes(name) }));
  return writePackage([...own, ...Object.entries(parts).map(([name, bytes]) => ({ name, bytes }))], 'docx');
}
const issued = (bytes: Uint8Array) => readPackage(issueCopy(bytes, '报告.docx'), 'docx', 'test');

test.each([
  ['an inserted cell', '<w:cellIns w:id="1" w:author="刘敏"/>'],
  ['a deleted cell', '<w:cellDel w:id="1" w:author="刘敏"/>'],
  ['a merged cell', '<w:cellMerge w:id="1" w:author="刘敏" w:vMerge="rest"/>'],
])('a table with %s still under revision is refused', (_, mark) => {
  const cell = `<w:tc><w:tcPr>${mark}</w:tcPr>${paragraph(run('9612'))}</w:tc>`;
  const bytes = docx(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`);
  expect(() => issueCopy(bytes, '报告.docx')).toThrow(expect.objectContaining({ code: 'word.trackedChanges' }));
});

test('the path of the template on somebody’s disk and the ids of the document go', () => {
  const pkg = issued(
    withParts(paragraph(run('正文')), {
      'word/settings.xml': `<w:settings ${WORD} xmlns:r="${OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/><w14:docId w14:val="5A11C0DE"/><w15:docId w15:val="{5A11C0DE}"/></w:settings>`,
      'word/_rels/settings.xml.rels': RELATIONS(
        `<Relationship Id="rId1" Type="${OFFICE}/attachedTemplate" Target="file:///C:/Users/liumin/a.dotm" TargetMode="External"/>`,
      ),
      'word/_rels/document.xml.rels': RELATIONS(
        `<Relationship Id="rId1" Type="${OFFICE}/settings" Target="settings.xml"/>`,
      ),
    }),
  );
  expect(pkg.text('word/settings.xml')).toMatch(/<w:settings [^>]*><w:zoom w:percent="100"\/><\/w:settings>$/);
  for (const name of pkg.names) expect(pkg.text(name)).not.toMatch(/liumin|5A11C0DE/);
});

test('a picture no paragraph shows and a footer no page has go, with their relations; what is shown stays', () => {
  const shown = '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="rId1"/></w:drawing></w:r>';
  const pkg = issued(
    withParts(`<w:p>${shown}</w:p>`, {
      'word/media/image1.png': 'shown',
      'word/media/image2.png': 'seal',
      'word/media/image3.png': 'nobody points here',
      'word/footer1.xml': `<w:ftr ${WORD} xmlns:r="${OFFICE}"><w:p><w:r><w:drawing r:embed="rId1"/></w:r></w:p></w:ftr>`,
      'word/_rels/footer1.xml.rels': RELATIONS(
        `<Relationship Id="rId1" Type="${OFFICE}/image" Target="media/image4.png"/>`,
      ),
      'word/media/image4.png': 'logo of the old footer',
      'word/_rels/document.xml.rels': RELATIONS(
        `<Relationship Id="rId1" Type="${OFFICE}/image" Target="media/image1.png"/>`,
        `<Relationship Id="rId2" Type="${OFFICE}/image" Target="media/image2.png"/>`,
        `<Relationship Id="rId3" Type="${OFFICE}/footer" Target="footer1.xml"/>`,
      ),
    }),
  );
  expect(pkg.names.filter((name) => /media|footer/.test(name))).toEqual(['word/media/image1.png']);
  expect(pkg.relations('word/document.xml').map(({ id }) => id)).toEqual(['rId1']);
});

test('a label of an organisation’s system goes with its relation', () => {
  const pkg = issued(
    withParts(paragraph(run('正文')), {
      'docMetadata/LabelInfo.xml':
        '<clbl:labelList xmlns:clbl="urn:c"><clbl:label siteId="tenant-7"/></clbl:labelList>',
      '_rels/.rels': RELATIONS(
        `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
        '<Relationship Id="r2" Type="http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels" Target="docMetadata/LabelInfo.xml"/>',
      ),
    }),
  );
  expect(pkg.names).not.toContain('docMetadata/LabelInfo.xml');
  expect(pkg.text('_rels/.rels')).not.toContain('classificationlabels');
});

test('a part is cleaned whatever its file is called', () => {
  const pkg = issued(
    withParts(`${paragraph(run('正文'))}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`, {
      'word/_rels/document.xml.rels': RELATIONS(
        `<Relationship Id="rId1" Type="${OFFICE}/header" Target="header-1.xml"/>`,
      ),
      'word/header-1.xml': `<w:hdr ${WORD}><w:p w:rsidR="00AB12CD"><w:sdt><w:sdtPr><w:tag w:val="s001"/></w:sdtPr><w:sdtContent><w:r><w:t>页眉</w:t></w:r></w:sdtContent></w:sdt></w:p></w:hdr>`,
    }),
  );
  expect(pkg.text('word/header-1.xml')).toContain('<w:p><w:r><w:t>页眉</w:t></w:r></w:p>');
});
