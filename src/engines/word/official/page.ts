/**
 * The page of GB/T 9704-2012: A4 with 37 mm above and 28 mm at the binding, 22 lines of 28 characters, page numbers
 * `— 1 —` in 四号 宋体 outside at the foot: odd pages right, even pages left, one character in.
 */
import type { OfficePackage } from '../../ooxml/index.ts';
import { type AddedPart, freeRelationId, type Repack, relationsPart, withRelation } from '../repack.ts';
import { childOf, scanXml } from '../xml/scan.ts';
import { SECTION_ENDS } from './blocks.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FOOTER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';

const number = (align: 'left' | 'right'): string => {
  const format =
    '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>';
  const run = (content: string): string => `<w:r>${format}${content}</w:r>`;
  const text = (words: string): string => run(`<w:t xml:space="preserve">${words}</w:t>`);
  const indent =
    align === 'right' ? '<w:ind w:rightChars="100" w:right="280"/>' : '<w:ind w:leftChars="100" w:left="280"/>';
  // WPS shows a field without a cached result as empty, so one is written.
  const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${text('1')}${run('<w:fldChar w:fldCharType="end"/>')}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:ftr xmlns:w="${WORD}"><w:p><w:pPr>${indent}<w:jc w:val="${align}"/></w:pPr>${text('— ')}${field}${text(' —')}</w:p></w:ftr>`;
};

export const PAGE_SECTION = (odd: string, even: string, start = ''): string =>
  `<w:sectPr><w:footerReference w:type="default" r:id="${odd}"/><w:footerReference w:type="even" r:id="${even}"/>${start}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="580"/></w:sectPr>`;

/** What to change in a package whose main part now reads `source`. */
export function officialPage(pkg: OfficePackage, main: string, source: string): Repack {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const [oddName, evenName] = ['footerOdd.xml', 'footerEven.xml'];
  const oddId = freeRelationId(pkg, main, 'odd');
  const evenId = freeRelationId(pkg, main, 'even');
  const type = `${RELATIONS}/footer`;
  const relations = withRelation(
    pkg,
    main,
    withRelation(pkg, main, undefined, oddId, type, oddName),
    evenId,
    type,
    evenName,
  );
  const added: AddedPart[] = [
    { name: `${folder}${oddName}`, content: number('right'), contentType: FOOTER_TYPE },
    { name: `${folder}${evenName}`, content: number('left'), contentType: FOOTER_TYPE },
  ];
  // The imprint stands on an even page, the last: where the text ends on one, an empty page goes between.
  const parts = source.includes(SECTION_ENDS);
  const sectioned = withSection(
    source.replace(SECTION_ENDS, SECTION_ENDS.replace('<w:sectPr/>', declared(source, PAGE_SECTION(oddId, evenId)))),
    PAGE_SECTION(oddId, evenId, parts ? '<w:type w:val="evenPage"/>' : ''),
  );
  const changed = new Map([
    [main, withPitch(sectioned)],
    [relationsPart(main), relations],
  ]);
  const settings = pkg.relations(main).find((relation) => relation.type.endsWith('/settings'))?.target;
  if (settings !== undefined && pkg.has(settings)) changed.set(settings, withOddAndEven(pkg.text(settings)));
  return { changed, added };
}

const EXACT = /(<w:snapToGrid\b[^>]*\/>)?<w:spacing\b[^>]*w:line="(\d+)" w:lineRule="exact"[^>]*\/>/g;
/** Twips of a line, 28 to 30 points: what is set so follows the text, what is set closer is a table. */
const [CLOSEST, WIDEST, PITCH] = [560, 600, 580];

/** The page has one pitch, 22 lines of 29 points on its 225 mm; a table keeps lines of its own, off the grid. */
const withPitch = (source: string): string =>
  source.replace(EXACT, (whole, offGrid: string | undefined, line: string) => {
    const twips = Number(line);
    if (twips >= CLOSEST && twips <= WIDEST) return whole.replace(`w:line="${line}"`, `w:line="${PITCH}"`);
    return twips < CLOSEST && offGrid === undefined ? `<w:snapToGrid w:val="0"/>${whole}` : whole;
  });

function withSection(source: string, section: string): string {
  const body = childOf(scanXml(source), 'w:body');
  const last = body?.children.at(-1);
  if (body === undefined) return source;
  const written = declared(source, section);
  return last?.name === 'w:sectPr'
    ? source.slice(0, last.start) + written + source.slice(last.end)
    : source.slice(0, body.closeStart) + written + source.slice(body.closeStart);
}

const declared = (source: string, section: string): string =>
  source.includes('xmlns:r=') ? section : section.replace('<w:sectPr>', `<w:sectPr xmlns:r="${RELATIONS}">`);

/** `evenAndOddHeaders` stands before `defaultTabStop` and what follows it in the schema's order. */
function withOddAndEven(settings: string): string {
  if (settings.includes('evenAndOddHeaders')) return settings;
  const at = settings.search(
    /<w:(?:defaultTabStop|characterSpacingControl|footnotePr|endnotePr|compat|rsids|themeFontLang|clrSchemeMapping|decimalSymbol|listSeparator)\b|<\/w:settings>/,
  );
  return at === -1 ? settings : `${settings.slice(0, at)}<w:evenAndOddHeaders/>${settings.slice(at)}`;
}
