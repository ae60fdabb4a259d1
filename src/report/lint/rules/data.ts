/** With data: each bound or recognised figure against the results, and claims against what the data says (TX-7). */
import { interval, overlaps } from '../../../engines/prose/index.ts';
import { decimal, printMeasure, unitDefinition } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';
import type { SlotTrace } from '../../contract.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';

export interface LintData {
  readonly traces: readonly SlotTrace[];
  readonly material: Material;
}

export const withData = (document: LintDocument, data: LintData): readonly Told[] => [
  ...boundFigures(document, data),
  ...recognisedFigures(document, data),
  ...claims(document, data),
];

/** The text of each control against what the data prints there now. */
function boundFigures({ paragraphs }: LintDocument, { traces }: LintData): readonly Told[] {
  const expected = new Map(traces.map((trace) => [`${trace.slot}\t${trace.occurrence}`, trace]));
  const seen = new Map<string, number>();
  return paragraphs.flatMap((paragraph) =>
    paragraph.controls.flatMap(({ key, start, end }) => {
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      const trace = expected.get(`${key}\t${occurrence}`);
      const text = paragraph.text.slice(start, end);
      if (trace === undefined || trace.printed.trim() === text.trim()) return [];
      return [
        finding(
          'report.figure.differs',
          paragraph,
          { start, end },
          { name: trace.label, stated: text, right: trace.printed },
        ),
      ];
    }),
  );
}

/** Where the words before a number speak of another place, time or aim, it is not the evaluee's figure of this year. */
const OTHER = /上年|去年|目标|力争|计划|本级|其中|县|区|(?<!年度)以上|高于|低于|比.*(?:增|减|提高|下降)|累计|截至/;

/** 「全市一般公共预算教育支出」 and 「责任督学数」 as a sentence and a scheme say the same thing. */
const plainName = (name: string): string =>
  name.replace(/^(?:年|年度|全市|全县|全区|目前|现有)+/, '').replace(/(?:人?数|金额)$/, '');

/** A number without a control whose label is an item's name. */
export function recognisedFigures(
  { paragraphs }: LintDocument,
  { material: { scheme, evaluation, evaluee } }: LintData,
): readonly Told[] {
  const byName = new Map<string, SchemeItem>(
    [...scheme.items.values()].filter(({ type }) => type === 'number').map((item) => [plainName(item.name), item]),
  );
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable) return [];
    const governed = new Set(paragraph.changes.map(({ by }) => by));
    return paragraph.numbers.flatMap((number) => {
      const bound = paragraph.controls.some(({ start, end }) => number.start < end && number.end > start);
      const item = byName.get(plainName(number.label));
      if (
        bound ||
        item === undefined ||
        governed.has(number) ||
        number.kind === 'points' ||
        OTHER.test(clauseBefore(paragraph, number.start))
      )
        return [];
      const walk = evaluation.walk(item.code, evaluee.code);
      const dimension = unitDefinition(item.unit).family.dimension;
      if (walk === undefined || !('unit' in walk.value) || dimension !== number.dimension) return [];
      const exact = decimal(walk.value.value);
      if (overlaps(interval(number), { low: exact, high: exact })) return [];
      const right = `${printMeasure({ kind: 'measure', exact, dimension }, item.unit)}${item.unit === '1' ? '' : item.unit}`;
      return [
        finding('report.figure.differs', paragraph, number, {
          name: item.name,
          stated: `${number.digits}${number.unit}`,
          right,
        }),
      ];
    });
  });
}

const clauseBefore = (paragraph: LintParagraph, at: number): string =>
  paragraph.text
    .slice(0, at)
    .split(/[。；;]/)
    .at(-1)
    ?.slice(-24) ?? '';

/** Claims that a failed indicator contradicts. Which leaves belong to a claim is read from their names. */
const CLAIMS: readonly { readonly claim: RegExp; readonly leaf: RegExp }[] = [
  { claim: /(?:全面|全部)(?:落实|实现)[“"]?(?:两个)?只增不减/g, leaf: /只增不减/ },
  { claim: /(?:实现|做到)了?(?:控辍保学|辍学学生)?动态清零/g, leaf: /控辍保学/ },
  { claim: /(?:已经?|全面|全部|基本)消除了?大班额/g, leaf: /大班额/ },
];
/** What is aimed at is no claim. */
const AIM = /要求|力争|目标|加快|推动|着力|逐步|努力|打算|将|计划/;

function claims({ paragraphs }: LintDocument, { material: { evaluation, evaluee } }: LintData): readonly Told[] {
  const leaves = evaluation.results.units.find(({ code }) => code === evaluee.code)?.results ?? [];
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable) return [];
    return CLAIMS.flatMap(({ claim, leaf }) =>
      [...paragraph.text.matchAll(claim)].flatMap((match) => {
        const failed = leaves.filter(
          ({ name, verdict }) => leaf.test(name) && (verdict === 'unmet' || verdict === 'partly'),
        );
        const before = clauseBefore(paragraph, match.index);
        const after = paragraph.text.slice(match.index + match[0].length, match.index + match[0].length + 2);
        if (
          failed.length === 0 ||
          AIM.test(before.slice(-10)) ||
          /未|没有|尚/.test(before.slice(-6)) ||
          after === '要求'
        )
          return [];
        const span = { start: match.index, end: match.index + match[0].length };
        return [
          finding('TX-7', paragraph, span, {
            claim: match[0],
            leaves: failed.map(({ code, name }) => `${code} ${name}`),
            why: failed[0]?.why ?? '',
          }),
        ];
      }),
    );
  });
}
