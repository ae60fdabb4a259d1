/**
 * Binds a plain file, in this order, each step finding its anchors in what the steps before have made of the text:
 *
 * 1. pictures, punctuation   out; half-width to full-width
 * 2. edits         corrections of prose
 * 3. drops         paragraphs out
 * 4. slots         stretches of text become controls
 * 5. breaks        lines broken by their sense
 * 6. rows          a table row repeats, its cells become controls, the table moves to where it belongs
 * 7. blocks        paragraphs are shown on a condition or repeated
 * 8. places        paragraphs whose text may give way to another
 * 9. inserts       official paragraphs and tables
 * 10. page         the page of GB/T 9704
 *
 * An anchor that is missing or stands twice is a finding; the rest is bound all the same.
 */
import type { Finding } from '../../../kernel/index.ts';
import type { OfficePackage } from '../../ooxml/index.ts';
import type { WordBinding } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { officialBlocks, SECTION_ENDS } from '../official/blocks.ts';
import { officialPage } from '../official/page.ts';
import { mainPartOf, openWord } from '../open.ts';
import { closeBookmark, openBookmark, placeMark } from '../places/bookmarks.ts';
import { repack } from '../repack.ts';
import { findUnused } from '../unused.ts';
import type { Change } from '../xml/edit.ts';
import { findBelow } from '../xml/scan.ts';
import { Body } from './body.ts';
import { fullWidthPunctuation } from './punctuation.ts';
import { bindRow, moveTable } from './rows.ts';
import { breakBefore, replaceStretch, wrapStretch } from './stretch.ts';

export interface Bound {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

export function bindTemplate(bytes: Uint8Array, binding: WordBinding, file: string): Bound {
  const { package: pkg } = openWord(bytes, file);
  const main = mainPartOf(pkg);
  const body = new Body(pkg.text(main));
  const findings: Finding[] = [];
  let ids = 1000;
  const nextId = (): number => {
    ids += 1;
    return ids;
  };
  const missed = (code: string, anchor: string, key: string): void => {
    findings.push({
      code,
      severity: 'error',
      at: { file, slot: key },
      quote: anchor,
      data: { anchor: anchor.slice(0, 60), key },
    });
  };
  /** The one place of an anchor, or a finding. */
  const only = (anchor: string, key: string): ReturnType<Body['find']>[number] | undefined => {
    const places = body.find(anchor);
    if (places.length === 0) missed('word.bind.anchorMissing', anchor, key);
    if (places.length > 1) missed('word.bind.anchorTwice', anchor, key);
    return places.length === 1 ? places[0] : undefined;
  };

  if (binding.dropPictures === true) body.change(picturesOf(body));
  if (binding.punctuation === true) normalise(body);

  for (const { find, replace, all } of binding.edits) {
    const places = all === true ? body.find(find) : [only(find, '')].filter((place) => place !== undefined);
    if (all === true && places.length === 0) missed('word.bind.anchorMissing', find, '');
    // From the end, so that earlier places of the same paragraph keep their offsets.
    for (const { paragraph, start, end } of places.toReversed()) {
      const changes = replaceStretch(
        body.paragraphs[paragraph.paragraph]?.logical ?? paragraph.logical,
        { start, end },
        replace,
      );
      if (changes === undefined) missed('word.bind.notText', find, '');
      else body.change(changes);
    }
  }

  for (const text of binding.drop ?? []) {
    const element = only(text, '')?.paragraph.element;
    if (element !== undefined) body.change([{ start: element.start, end: element.end, text: '' }]);
  }

  for (const { key, label, find, slot, offset, all } of binding.slots) {
    const places = all === true ? body.find(find) : [only(find, key)].filter((place) => place !== undefined);
    if (all === true && places.length === 0) missed('word.bind.anchorMissing', find, key);
    for (const { paragraph, start } of places.toReversed()) {
      const { logical } = body.paragraphs[paragraph.paragraph] ?? paragraph;
      const stretch = { start: start + offset, end: start + offset + slot.length };
      const changes = wrapStretch(
        body.source,
        logical,
        stretch,
        openControl('text', key, label, nextId()),
        CLOSE_CONTROL,
      );
      if (changes === undefined) missed('word.bind.notText', find, key);
      else body.change(changes);
    }
  }

  for (const text of binding.breaks ?? []) {
    const place = only(text, '');
    const changes = place === undefined ? [] : breakBefore(place.paragraph.logical, place.start);
    if (changes === undefined) missed('word.bind.notText', text, '');
    else body.change(changes);
  }

  for (const row of binding.rows) {
    const changes = bindRow(body, row, nextId);
    if (changes === undefined) missed('word.bind.tableMissing', row.label, row.key);
    else body.change(changes);
    if (changes === undefined || row.after === undefined) continue;
    const moves = moveTable(body, row, nextId);
    if (moves === undefined) missed('word.bind.anchorMissing', row.after, row.key);
    else body.change(moves);
  }

  for (const { key, label, kind, from, to } of binding.blocks) {
    const first = only(from, key)?.paragraph;
    const last = to === undefined ? first : only(to, key)?.paragraph;
    if (first === undefined || last === undefined) continue;
    body.change([
      { start: first.element.start, end: first.element.start, text: openControl(kind, key, label, nextId()) },
      { start: last.element.end, end: last.element.end, text: CLOSE_CONTROL },
    ]);
  }

  for (const { place, from, to } of binding.places) {
    const first = only(from, place)?.paragraph;
    const last = to === undefined ? first : only(to, place)?.paragraph;
    if (first === undefined || last === undefined) continue;
    const id = nextId();
    body.change([
      { start: first.element.start, end: first.element.start, text: openBookmark(placeMark(place), id) },
      { start: last.element.end, end: last.element.end, text: closeBookmark(id) },
    ]);
  }

  for (const { before, after, content } of binding.insert) {
    const anchor = before ?? after;
    const element = anchor === undefined ? undefined : only(anchor, '')?.paragraph.element;
    const at = anchor === undefined ? endOfBody(body) : before === undefined ? element?.end : element?.start;
    if (at !== undefined) body.change([{ start: at, end: at, text: officialBlocks(content, nextId) }]);
  }

  const isOfficial = binding.officialPage === true;
  // Sections are of the official page: on a page of the template's own the imprint follows the text.
  const source = isOfficial ? body.source : body.source.replaceAll(SECTION_ENDS, '');
  const changed = new Map([[main, source], ...staleProperties(pkg)]);
  const page = isOfficial ? officialPage(pkg, main, source) : undefined;
  const all = new Map([...changed, ...(page?.changed ?? [])]);
  // A picture that was dropped and a footer that gave way are carried no further.
  const unused = findUnused(pkg, all);
  const relations = new Map([...all, ...unused.changed]);
  return { bytes: repack(pkg, { ...page, changed: relations, removed: unused.removed }), findings };
}

/** Title and dates of the file's properties are those of the report it was made from, years ago. */
function staleProperties(pkg: OfficePackage): readonly (readonly [string, string])[] {
  const name = 'docProps/core.xml';
  if (!pkg.has(name)) return [];
  return [
    [
      name,
      pkg
        .text(name)
        .replace(/<(?:dc:title|dc:subject|dcterms:created|dcterms:modified)\b[^>]*(?:\/>|>[^<]*<\/[\w:]+>)/g, ''),
    ],
  ];
}

/** Before the section mark that closes the body. */
function endOfBody({ body }: Body): number {
  const last = body.children.at(-1);
  return last?.name === 'w:sectPr' ? last.start : body.closeStart;
}

/** Ends of sections and what people have put in without a word. */
const KEPT_EMPTY = new Set(['w:sectPr', 'w:object', 'w:fldChar', 'w:sdt', 'w:footnoteReference']);

const picturesOf = (body: Body): readonly Change[] =>
  body.paragraphs
    .filter(
      ({ logical, element, table }) =>
        table === undefined &&
        logical.text.trim() === '' &&
        (logical.text === '' || findBelow(element, (name) => name === 'w:drawing' || name === 'w:pict').length > 0) &&
        findBelow(element, (name) => KEPT_EMPTY.has(name)).length === 0,
    )
    .map(({ element }) => ({ start: element.start, end: element.end, text: '' }));

function normalise(body: Body): void {
  body.change(
    body.paragraphs.flatMap(({ logical }) => {
      const full = fullWidthPunctuation(logical.text);
      if (full === logical.text) return [];
      return logical.pieces.flatMap((piece) => {
        const text = full.slice(piece.start, piece.start + piece.text.length);
        return text === piece.text || piece.element.name !== 'w:t'
          ? []
          : (replaceStretch(
              { ...logical, pieces: [piece] },
              { start: piece.start, end: piece.start + piece.text.length },
              text,
            ) ?? []);
      });
    }),
  );
}
