/** The accepted sections of the unit a report is about, put into its template: their figures become slots like any other. */
import type { RoundContext } from '../../collect/index.ts';
import { attachData, fillPlaces, type PlacedText, readData } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import type { TemplateData } from '../contract.ts';
import { ReportProblem } from '../problems.ts';
import { parseTemplateData } from '../template-data.ts';
import { listAcceptedTexts } from './sections.store.ts';
import { numberSlots, slotsOf } from './slots.ts';

export interface PutIn {
  /** Hash of the template the report is made from: the round's own where no section is accepted. */
  readonly template: string;
  readonly sections: readonly { readonly section: string; readonly version: number }[];
  readonly findings: readonly Finding[];
}

/** Throws `report.templateUnbound`. */
export async function putSectionsIn(
  tx: Tx,
  { round, scheme }: RoundContext,
  template: string,
  { files }: By,
): Promise<PutIn> {
  const texts = await listAcceptedTexts(tx, { tenant: round.tenant, round: round.round, unit: round.evaluee });
  // In the order of the scheme; what it no longer declares is in no report.
  const accepted = scheme.sections.flatMap((section) => {
    const text = texts.find((each) => each.section === section.code);
    return text === undefined ? [] : [{ ...section, version: text.version, body: text.body }];
  });
  if (accepted.length === 0) return { template, sections: [], findings: [] };
  const file = 'template.docx';
  const bytes = await files.read(template);
  const written = readData(bytes, file);
  if (written === undefined) throw ReportProblem.templateUnbound({ file });
  const data = parseTemplateData(written, file);
  const numbered = accepted.map(({ code, place, body }) => {
    const paragraphs = numberSlots(code, body, scheme);
    return { code, place, slots: slotsOf(paragraphs), text: placedText(code, place, paragraphs) };
  });
  const filled = fillPlaces(
    bytes,
    numbered.map(({ text }) => text),
    file,
  );
  const stands = ({ place }: { readonly place: string }): boolean => !filled.missing.includes(place);
  const slots: TemplateData['slots'] = [...data.slots, ...numbered.filter(stands).flatMap((each) => each.slots)];
  const { sha256 } = await files.put(attachData(filled.bytes, JSON.stringify({ ...data, slots })));
  return {
    template: sha256,
    sections: accepted.filter(stands).map(({ code, version }) => ({ section: code, version })),
    findings: accepted
      .filter((section) => !stands(section))
      .map(({ name, place }) => ({
        code: 'report.section.placeMissing',
        severity: 'warn',
        at: {},
        data: { section: name, place },
      })),
  };
}

const placedText = (name: string, place: string, paragraphs: ReturnType<typeof numberSlots>): PlacedText => ({
  place,
  name,
  blocks: paragraphs.map(({ kind, pieces }) => ({
    kind: kind === 'heading' ? 'heading' : 'paragraph',
    pieces: pieces.map((piece) => ('key' in piece ? { key: piece.key, label: piece.label } : piece.text)),
  })),
});
