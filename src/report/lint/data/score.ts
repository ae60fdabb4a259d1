/** What a report says of its own result: score, bonus, grade, how many indicators, and sentences the scheme gave it. */
import { findNumbers } from '../../../engines/prose/index.ts';
import { equal, ZERO } from '../../../kernel/index.ts';
import type { Material } from '../../collections.ts';
import { resultOf } from '../../collections.ts';
import { lostPoints } from '../../lost-points.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';

interface Said {
  readonly name: string;
  readonly pattern: RegExp;
  readonly right: string;
  /** What is compared: numbers by value, words as they stand. */
  readonly same: (stated: string, right: string) => boolean;
}

const sameNumber = (stated: string, right: string): boolean => Number(stated) === Number(right);
const sameWords = (stated: string, right: string): boolean => stated === right;

function saidOf(material: Material): readonly Said[] {
  const result = resultOf(material);
  const grades = material.scheme.grades.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const grade: Said = {
    name: '等次',
    pattern: new RegExp(`(?:自评|测算|评定|评价)?等[次级](?:评定)?(?:为|是|：)?[“"]?(${grades.join('|')})`, 'g'),
    right: result.grade,
    same: sameWords,
  };
  return [
    {
      name: '自评得分',
      pattern: /自评(?:总得分|得分|总分|分数)(?:为|是|达|：)?(\d+(?:\.\d+)?)分/g,
      right: result.score,
      same: sameNumber,
    },
    { name: '加分', pattern: /(?:申请|自评)加分(?:为|：)?(\d+(?:\.\d+)?)分/g, right: result.bonus, same: sameNumber },
    {
      name: '评价指标数',
      pattern: /(?:确定的|共(?:有)?)(\d+)项(?:评价)?指标/g,
      right: String(result.results.length),
      same: sameNumber,
    },
    {
      name: '未得满分的指标数',
      pattern: /(\d+)项指标未(?:得满分|达标|全部达到要求)/g,
      right: String(lostPoints(material).length),
      same: sameNumber,
    },
    ...(grades.length === 0 || !grades.includes(result.grade) ? [] : [grade]),
  ];
}

export function statedResults({ paragraphs }: LintDocument, material: Material): readonly Told[] {
  const said = saidOf(material);
  return paragraphs.flatMap((paragraph) =>
    paragraph.inTable ? [] : said.flatMap((each) => differing(each, paragraph)),
  );
}

function differing({ name, pattern, right, same }: Said, paragraph: LintParagraph): readonly Told[] {
  return [...paragraph.text.matchAll(pattern)].flatMap((match) => {
    const [whole, stated = ''] = match;
    const start = match.index + whole.lastIndexOf(stated);
    const span = { start, end: start + stated.length };
    const isBound = paragraph.controls.some((control) => span.start < control.end && span.end > control.start);
    return isBound || same(stated, right)
      ? []
      : [finding('report.figure.differs', paragraph, span, { name, stated, right })];
  });
}

/** Spaces before units and commas of thousands are a matter of print. */
const skeleton = (text: string): string => text.replace(/\s/g, '').replace(/\d+(?:[,，]\d{3})*(?:\.\d+)?/g, '#');

/** Two texts of the same words: the first number that differs, with its place in the stated one. */
export function differingNumber(
  stated: string,
  right: string,
): { readonly start: number; readonly end: number; readonly stated: string; readonly right: string } | undefined {
  if (stated === right || skeleton(stated) !== skeleton(right)) return undefined;
  const [said, says] = [findNumbers(stated), findNumbers(right)];
  const at = said.findIndex(({ value }, index) => !equal(value, says[index]?.value ?? ZERO));
  const [one, other] = [said[at], says[at]];
  return one === undefined || other === undefined
    ? undefined
    : { start: one.start, end: one.end, stated: `${one.digits}${one.unit}`, right: `${other.digits}${other.unit}` };
}

/** 「上一轮反馈问题整改未全部到位，销号率为84.21%」: the scheme's sentence of a problem, whose numbers are the data's. */
export function toldProblems({ paragraphs }: LintDocument, material: Material): readonly Told[] {
  const sentences = new Map(
    lostPoints(material).flatMap(({ problem, measure, code, title }) =>
      [problem, measure]
        .filter((text) => /\d/.test(text))
        .map((text) => [skeleton(text), { text, name: `${code} ${title}` }] as const),
    ),
  );
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || paragraph.controls.length > 0) return [];
    const opening = paragraph.marks[0]?.start === 0 ? paragraph.marks[0].end : 0;
    const known = sentences.get(skeleton(paragraph.text.slice(opening)));
    const wrong = known && differingNumber(paragraph.text.slice(opening), known.text);
    if (known === undefined || wrong === undefined) return [];
    const span = { start: opening + wrong.start, end: opening + wrong.end };
    return [
      finding('report.figure.differs', paragraph, span, { name: known.name, stated: wrong.stated, right: wrong.right }),
    ];
  });
}
