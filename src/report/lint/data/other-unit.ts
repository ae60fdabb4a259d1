/**
 * A text of another unit than the data speak of (a county's draft held against its city's figures, or last year's paper of
 * a neighbour): told once, for every number of it would differ. Its title and signature name it; where they do not, what
 * it calls its own area does (全县, 我县).
 */
import type { Material } from '../../collections.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';

const AREA = '省|自治区|市|州|盟|县|区|旗';
/** 「清江市人民政府关于2025年度履行教育职责情况的自评报告」; a plan or a notice named in running text is nobody's title. */
const TITLE = new RegExp(
  `^(?:关于)?(\\p{Script=Han}{1,10}(?:${AREA}))(?:人民政府|教育局|教体局)?(?:关于)?(?:报送)?(?:20\\d{2}年度?)?[^，。；]{0,16}(?:自评|自查|履行教育职责|评价)[^，。；]{0,16}报告$`,
  'u',
);
const SIGNED = new RegExp(`^(\\p{Script=Han}{1,10}(?:${AREA}))人民政府$`, 'u');
/** Paragraphs from the top among which a title stands. */
const OPENING = 6;
/** 全县 said fewer times may speak of one of many. */
const OWN_LEAST = 3;

export function otherUnit({ paragraphs }: LintDocument, { evaluee }: Material): readonly Told[] {
  const body = paragraphs.filter(({ inTable }) => !inTable);
  const [first] = body;
  if (first === undefined) return [];
  const named = namedIn(body);
  if (named !== undefined)
    return isSame(named.name, evaluee.name) ? [] : [told(named.paragraph, named.name, evaluee.name)];
  const area = ownArea(body);
  return area === undefined || area === evaluee.name.at(-1) ? [] : [told(first, `一个${area}`, evaluee.name)];
}

const told = (paragraph: LintParagraph, name: string, data: string): Told =>
  finding('report.unit.other', paragraph, { start: 0, end: 0 }, { name, data });

interface Named {
  readonly paragraph: LintParagraph;
  readonly name: string;
}

function namedIn(body: readonly LintParagraph[]): Named | undefined {
  const opening = body.slice(0, OPENING).map((paragraph) => ({ paragraph, form: TITLE }));
  const closing = body.toReversed().map((paragraph) => ({ paragraph, form: SIGNED }));
  for (const { paragraph, form } of [...opening, ...closing]) {
    const name = form.exec(paragraph.text.replace(/\s/g, ''))?.[1];
    if (name !== undefined) return { paragraph, name };
  }
  return undefined;
}

/** 澜江省清江市 is 清江市; 我市 and XX市 are whose the data are. */
const isSame = (named: string, own: string): boolean =>
  named.endsWith(own) || own.endsWith(named) || /^(?:我|全|本|[XxＸ×某○]+)/.test(named);

function ownArea(body: readonly LintParagraph[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of body)
    for (const [, area = ''] of text.matchAll(/[我全]([省市州盟县区旗])(?!级|域|际)/g))
      counts.set(area, (counts.get(area) ?? 0) + 1);
  const [[area, count] = ['', 0], ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  return count >= OWN_LEAST && others.length === 0 ? area : undefined;
}
