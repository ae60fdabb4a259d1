/**
 * Writes a workbook people fill in: looks, locks, validation, hidden sheets and the properties it is known by.
 * The same plan gives the same bytes.
 */
import { type PartToWrite, writePackage } from '../ooxml/index.ts';
import type { SheetPlan, WorkbookPlan } from './contract.ts';
import { markup } from './escapes.ts';
import { writeProperties } from './properties.ts';
import { sheetNames } from './sheet-name.ts';
import { columnReference, sheetXml } from './write-sheet.ts';
import { StyleBook } from './write-styles.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Holds the lists too long to stand in a cell's rule; hidden. */
const CHOICES_SHEET = '选项';

/** Throws `sheet.textTooLong`; a plan without a visible sheet is a plain error, since Excel cannot open one. */
export function writeWorkbook(plan: WorkbookPlan): Uint8Array {
  const active = plan.sheets.findIndex(({ hidden }) => hidden !== true);
  if (active < 0) throw new Error('a workbook needs a sheet that is not hidden');
  const names = sheetNames([...plan.sheets.map(({ name }) => name), CHOICES_SHEET]);
  const choicesName = names.at(-1) ?? CHOICES_SHEET;
  const styles = new StyleBook();
  const lists: (readonly string[])[] = [];
  const choices = (list: readonly string[]): string => {
    const known = lists.findIndex((each) => each.length === list.length && each.every((word, i) => word === list[i]));
    const column = known < 0 ? lists.push(list) : known + 1;
    return columnReference(choicesName, column, list.length);
  };
  const pages = plan.sheets.map((sheet, index) => sheetXml(sheet, styles, index === active, choices));
  if (lists.length > 0) pages.push(sheetXml(choicesSheet(lists), styles, false, choices));
  const shown = pages.map((_, index) => ({
    name: names[index] ?? '',
    hidden: plan.sheets[index]?.hidden ?? index >= plan.sheets.length,
  }));
  const recalculate = plan.sheets.some(({ rows }) =>
    rows.some((row) => row.some((c) => c?.content.kind === 'formula')),
  );
  const properties = plan.properties ?? {};
  const custom = Object.keys(properties).length > 0;
  const parts: PartToWrite[] = [
    { name: '[Content_Types].xml', bytes: contentTypes(pages.length, custom) },
    { name: '_rels/.rels', bytes: packageRelations(custom) },
    { name: 'xl/workbook.xml', bytes: workbookXml(shown, active, recalculate) },
    { name: 'xl/_rels/workbook.xml.rels', bytes: workbookRelations(pages.length) },
    { name: 'xl/styles.xml', bytes: styles.print() },
    ...pages.map((bytes, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, bytes })),
    ...(custom ? [{ name: 'docProps/custom.xml', bytes: writeProperties(properties) }] : []),
  ];
  return writePackage(parts, 'xlsx');
}

function choicesSheet(lists: readonly (readonly string[])[]): SheetPlan {
  const height = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) =>
    lists.map((list) => {
      const text = list[row];
      return text === undefined ? undefined : ({ content: { kind: 'text', text }, look: 'label' } as const);
    }),
  );
  return { name: CHOICES_SHEET, hidden: true, widths: [], rows, protected: true };
}

function contentTypes(sheets: number, custom: boolean): string {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}+xml"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${SHEET_TYPE}.sheet.main`),
    override('xl/styles.xml', `${SHEET_TYPE}.styles`),
    ...Array.from({ length: sheets }, (_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${SHEET_TYPE}.worksheet`)),
    custom ? override('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties') : '',
    '</Types>',
  ].join('');
}

const relationsXml = (relations: readonly (readonly [string, string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const packageRelations = (custom: boolean): string =>
  relationsXml([
    ['officeDocument', 'xl/workbook.xml'],
    ...(custom ? ([['custom-properties', 'docProps/custom.xml']] as const) : []),
  ]);

const workbookRelations = (sheets: number): string =>
  relationsXml([
    ...Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'],
  ]);

function workbookXml(
  sheets: readonly { readonly name: string; readonly hidden: boolean }[],
  active: number,
  recalculate: boolean,
): string {
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${markup(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr/>`,
    `<bookViews><workbookView activeTab="${active}"/></bookViews>`,
    `<sheets>${list.join('')}</sheets>`,
    recalculate ? '<calcPr fullCalcOnLoad="1"/>' : '',
    '</workbook>',
  ].join('');
}
