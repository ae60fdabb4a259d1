/**
 * A text read: its figures printed from what is accepted now, with where each comes from, and everything found in it.
 *
 * 1. number   (SectionBody)              => paragraphs with keyed slots      slots.ts
 * 2. resolve  (slots, Scheme)            => expressions                      ../expressions.ts
 * 3. compose  (expressions, evaluation)  => printed values with their walks  ../compose.ts
 * 4. lint     (printed paragraphs)       => findings                         ../lint/
 */
import type { RoundContext } from '../../collect/index.ts';
import { findNumbers } from '../../engines/prose/index.ts';
import type { WordParagraph } from '../../engines/word/index.ts';
import type { RoundEvaluation } from '../../evaluate/index.ts';
import { bySeverity, type Finding, type Gap } from '../../kernel/index.ts';
import type { Material } from '../collections.ts';
import { compose } from '../compose.ts';
import type { SlotTrace } from '../contract.ts';
import { compileExpressions } from '../expressions.ts';
import { factsOf } from '../facts.ts';
import { reportSpeakers } from '../filed/speaker.ts';
import { gapWords } from '../gaps.ts';
import { lintParagraphs, lintSection } from '../lint/index.ts';
import { wordCount } from '../lint/rules/form.ts';
import { blinkered, isOfPoints } from './blinkered.ts';
import type { SectionBody, ShownParagraph, ShownSlot, ShownText } from './contract.ts';
import type { SectionPlace } from './place.ts';
import { type Numbered, type NumberedParagraph, numberSlots, slotsOf } from './slots.ts';

/** Stands for what the reader's post does not open. */
const WITHHELD = '【督导室可见】';
const GAP_WORD = '【缺】';

type Walked = Omit<SlotTrace, 'slot' | 'label' | 'occurrence' | 'printed'>;

/**
 * `open`: whether the reader may see behind the figures; see `maySeeBehind`. The evaluation, which takes seconds, is asked
 * for only where the text has a figure, printed or typed.
 */
export async function showText(
  body: SectionBody,
  { section, of }: Pick<SectionPlace, 'section' | 'of'>,
  context: RoundContext,
  evaluated: () => Promise<RoundEvaluation>,
  open: boolean,
): Promise<ShownText> {
  const { round, scheme } = context;
  const numbered = numberSlots(section.code, body, scheme);
  const findings: Finding[] = [];
  const material = hasFigures(numbered) ? materialOf(await evaluated(), of) : undefined;
  const print = open ? openPrinter : closedPrinter;
  const { printed, unresolved } =
    material === undefined ? NOTHING_PRINTED : print(material, round.as_of)(slotsOf(numbered));
  const paragraphs = numbered.map(({ kind, pieces }, paragraph): ShownParagraph => {
    let offset = 0;
    const shown = pieces.map((piece) => {
      const each = shownPiece(piece, printed);
      const at = { part: 'section', paragraph, offset, ...('key' in piece ? { slot: piece.key } : {}) };
      if ('key' in piece) findings.push(...findingsOf(piece, printed.get(piece.key), unresolved, at));
      offset += 'text' in each ? each.text.length : each.printed.length;
      return each;
    });
    return { kind, pieces: shown };
  });
  const texts = paragraphs.map(asWordParagraph);
  const lint =
    material === undefined
      ? lintParagraphs(texts, { year: scheme.year, scheme }).filter(({ code }) => code !== 'report.numbering.skip')
      : lintSection(texts, { year: scheme.year, judged: open, traces: [], material });
  const words = texts.reduce((sum, { text }) => sum + wordCount(text), 0);
  findings.push(...lint, ...lengthFindings(words, section));
  const say = reportSpeakers(scheme);
  return {
    paragraphs,
    words,
    findings: findings.sort(bySeverity).map((finding) => ({ ...finding, zh: say.zh(finding), en: say.en(finding) })),
  };
}

const materialOf = ({ scheme, submission, evaluation }: RoundEvaluation, evaluee: Material['evaluee']): Material => ({
  scheme,
  submission,
  evaluation,
  evaluee,
});

const hasFigures = (paragraphs: readonly NumberedParagraph[]): boolean =>
  paragraphs.some(({ pieces }) =>
    pieces.some(
      (piece) => 'key' in piece || findNumbers(piece.text).some(({ kind }) => kind !== 'bare' && kind !== 'year'),
    ),
  );

interface Printed {
  readonly text: string;
  readonly state: ShownSlot['state'];
  readonly walk?: Walked;
  /** What is missing, by name, for who may know. */
  readonly gap?: { readonly why: Gap['why']; readonly missing: string };
}
type Printing = { readonly printed: ReadonlyMap<string, Printed>; readonly unresolved: readonly Finding[] };
const NOTHING_PRINTED: Printing = { printed: new Map(), unresolved: [] };
type Printer = (slots: ReturnType<typeof slotsOf>) => Printing;

const openPrinter =
  (material: Material, asOf: string): Printer =>
  (slots) => {
    const facts = factsOf({ asOf }, material, 0);
    return printSlots(slots, material, facts, {
      begin() {},
      cut: (walk) => walk,
      missing: (gap) => gapWords(gap, material),
    });
  };

/** Parts, rows and points are withheld, and of a walk only the unit's own totals are told. */
const closedPrinter =
  (material: Material, asOf: string): Printer =>
  (slots) => {
    let noticed = false;
    const { evaluation, evaluee } = material;
    const context: typeof evaluation.context = (unit) =>
      blinkered(evaluation.context(unit), () => {
        noticed = true;
      });
    const facts = new Map([...factsOf({ asOf }, material, 0)].filter(([name]) => !isOfPoints(name)));
    const cut = ({ inputs, cells: _, evidence: __, scores: ___, ...walk }: Walked): Walked | undefined => {
      if (noticed) return undefined;
      const own = inputs.filter(({ unit }) => unit === evaluee.code);
      return { ...walk, inputs: own.map(totalOf), cells: [], evidence: [] };
    };
    return printSlots(slots, { ...material, evaluation: { ...evaluation, context } }, facts, {
      begin() {
        noticed = false;
      },
      cut,
      missing: () => '',
    });
  };

/** Without the parts it was added from, and without whose part is missing. */
const totalOf = ({ source: _, coverage: __, value, ...input }: Walked['inputs'][number]): Walked['inputs'][number] => ({
  ...input,
  value: 'gap' in value ? { gap: value.gap, from: [] } : value,
});

interface Telling {
  /** A slot is printed next; what was read until now was read for the report as a whole, or for another slot. */
  begin(): void;
  /** What may be told of a walk; nothing where not even its value may. */
  cut(walk: Walked): Walked | undefined;
  /** Whose figures a gap lacks. */
  missing(gap: Gap): string;
}

function printSlots(
  slots: ReturnType<typeof slotsOf>,
  material: Material,
  facts: ReturnType<typeof factsOf>,
  { begin, cut, missing }: Telling,
): Printing {
  const { scheme } = material;
  const data = { template: '', scheme: scheme.code, version: scheme.version, slots, blocks: [] };
  const expressions = compileExpressions(data, scheme);
  const { resolver, traces, holes } = compose(material, expressions, facts);
  const printed = slots.map(({ key }): [string, Printed] => {
    if (!expressions.slots.has(key)) return [key, { text: GAP_WORD, state: 'unknown' }];
    const before = holes.length;
    begin();
    const text = resolver.text(key, undefined);
    const { slot: _, label: __, occurrence: ___, printed: ____, ...whole } = traces.at(-1) as SlotTrace;
    const walk = cut(whole);
    if (walk === undefined) return [key, { text: WITHHELD, state: 'withheld' }];
    const hole = holes.at(before)?.gap;
    if (hole === undefined) return [key, { text, state: 'value', walk }];
    return [key, { text, state: 'gap', walk, gap: { why: hole.why, missing: missing(hole) } }];
  });
  return { printed: new Map(printed), unresolved: expressions.findings };
}

function shownPiece(piece: Numbered, printed: ReadonlyMap<string, Printed>): ShownParagraph['pieces'][number] {
  if (!('key' in piece)) return piece;
  const { value, format, label } = piece;
  const { text = GAP_WORD, state = 'unknown', walk } = printed.get(piece.key) ?? {};
  return { slot: value, format, label, printed: text, state, ...(walk === undefined ? {} : { walk }) };
}

/** What is wrong with a figure: an expression that means nothing, a value nobody filed or that is not shown. */
function findingsOf(
  { key, label }: Extract<Numbered, { readonly key: string }>,
  printed: Printed | undefined,
  unresolved: readonly Finding[],
  at: Finding['at'],
): readonly Finding[] {
  if (printed?.state === 'withheld')
    return [{ code: 'report.section.withheld', severity: 'hint', at, data: { label } }];
  // Figures are accepted until the last day; what stands in the report is decided then.
  if (printed?.gap !== undefined)
    return [{ code: 'report.section.gap', severity: 'warn', at, data: { label, ...printed.gap } }];
  return unresolved.filter((finding) => finding.at.slot === key).map((finding) => ({ ...finding, at }));
}

function lengthFindings(words: number, { least, most, name }: SectionPlace['section']): readonly Finding[] {
  const at = { part: 'section', paragraph: 0 };
  if (most !== undefined && words > most)
    return [{ code: 'report.section.long', severity: 'error', at, data: { section: name, words, most } }];
  return least !== undefined && words < least
    ? [{ code: 'report.section.short', severity: 'warn', at, data: { section: name, words, least } }]
    : [];
}

function asWordParagraph({ kind, pieces }: ShownParagraph, paragraph: number): WordParagraph {
  let text = '';
  const controls: { key: string; start: number; end: number }[] = [];
  for (const piece of pieces) {
    const start = text.length;
    text += 'text' in piece ? piece.text : piece.printed;
    if (!('text' in piece)) controls.push({ key: piece.slot, start, end: text.length });
  }
  return { at: { part: 'section', paragraph }, text, controls, ...(kind === 'heading' ? { outline: 3 } : {}) };
}
