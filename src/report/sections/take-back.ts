/** Sections of a report that came back edited: a text that was changed becomes a proposed version, for its writer to settle. */
import { isDeepStrictEqual } from 'node:util';
import { type RoundContext, raiseRevision } from '../../collect/index.ts';
import { readData, readTexts, type TextBlock } from '../../engines/word/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import type { TemplateData } from '../contract.ts';
import { parseTemplateData } from '../template-data.ts';
import type { SectionBody, SectionPiece } from './contract.ts';
import { sectionPlaces } from './place.ts';
import { addSectionVersion, changeSectionRow, holdSectionRow } from './sections.store.ts';

export interface TakenBack {
  readonly section: string;
  readonly name: string;
  /** `lost`: the marks round its text are gone, so nothing can be said of it. */
  readonly outcome: 'same' | 'proposed' | 'lost';
  /** Of a proposal. */
  readonly version?: number;
}

interface Edited {
  readonly base: Uint8Array;
  readonly edited: Uint8Array;
  readonly report: string;
  readonly version: number;
}

export async function takeSectionsBack(
  tx: Tx,
  context: RoundContext,
  { base, edited, report, version }: Edited,
  { who, now }: By,
): Promise<readonly TakenBack[]> {
  const { tenant, round, evaluee } = context.round;
  const [was, is] = [readTexts(base, 'base.docx'), readTexts(edited, 'edited.docx')];
  const places = sectionPlaces(context).filter(({ unit, section }) => unit === evaluee && was.has(section.code));
  const slots = slotsIn(base);
  const taken: TakenBack[] = [];
  for (const { section, unit } of places) {
    const { code, name } = section;
    const text = is.get(code);
    if (text === undefined) taken.push({ section: code, name, outcome: 'lost' });
    else if (isDeepStrictEqual(text, was.get(code))) taken.push({ section: code, name, outcome: 'same' });
    else {
      const row = await holdSectionRow(tx, { tenant, round, section: code, unit }, now);
      const source = { kind: 'report', report, version } as const;
      const written = { author: who.account, person: who.person, at: now };
      const proposed = await addSectionVersion(tx, row, { body: bodyOf(text, slots), source }, written);
      await changeSectionRow(tx, row, { proposed }, now);
      await raiseRevision(tx, { tenant, round }, 'section', { unit, section: code }, now);
      taken.push({ section: code, name, outcome: 'proposed', version: proposed });
    }
  }
  return taken;
}

type Slots = ReadonlyMap<string, TemplateData['slots'][number]>;

function slotsIn(bytes: Uint8Array): Slots {
  const text = readData(bytes, 'base.docx');
  const slots = text === undefined ? [] : parseTemplateData(text, 'base.docx').slots;
  return new Map(slots.map((slot) => [slot.key, slot]));
}

const NUMBER = /^（(\d{1,2})）/;

/** Paragraphs numbered （1）（2）… one after the other are a list again. */
function bodyOf(blocks: readonly TextBlock[], slots: Slots): SectionBody {
  const body: SectionBody = [];
  for (const { kind, pieces } of blocks) {
    const content = pieces.map((piece) => pieceOf(piece, slots));
    const [first] = content;
    const number = kind === 'paragraph' && first !== undefined && 'text' in first ? NUMBER.exec(first.text) : null;
    const last = body.at(-1);
    const follows = number !== null && Number(number[1]) === (last?.kind === 'list' ? last.items.length : 0) + 1;
    if (number === null || !follows || first === undefined || !('text' in first)) {
      body.push({ kind, content });
      continue;
    }
    const rest = first.text.slice(number[0].length);
    const item = [...(rest === '' ? [] : [{ text: rest }]), ...content.slice(1)];
    if (last?.kind === 'list') last.items.push(item);
    else body.push({ kind: 'list', items: [item] });
  }
  return body;
}

/** A control nobody knows any more keeps the words people called it by. */
function pieceOf(piece: TextBlock['pieces'][number], slots: Slots): SectionPiece {
  if (typeof piece === 'string') return { text: piece };
  const slot = slots.get(piece.key);
  if (slot === undefined) return { text: piece.label };
  return { slot: slot.value, format: slot.format, label: slot.label };
}
