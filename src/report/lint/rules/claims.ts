/** YOY-7 comparable bases, RT-4 职普比, XF-7 names against their number, TX-6 problems without a next step. */
import { finding, type LintDocument, perParagraph, type Rule } from '../document.ts';

/** A growth 同口径 cannot be recomputed from last year's published number; the base must stand beside it. */
export const restatedGrowth: Rule = perParagraph((paragraph) =>
  paragraph.changes.filter(({ restated }) => restated).map((change) => finding('YOY-7', paragraph, change, {})),
);

export const vocationalRatio: Rule = perParagraph((paragraph) =>
  [...paragraph.text.matchAll(/职普比[^，。；]{0,8}?\d+(?:\.\d+)?[%％]/g)].map((match) =>
    finding('RT-4', paragraph, { start: match.index, end: match.index + match[0].length }, { stated: match[0] }),
  ),
);

const LISTED = /(\d{1,3})(?:所|个|名|家|项)[\p{Script=Han}]{0,14}[（(]([^（）()]{4,400})[）)]/gu;

/** 「3所，分别为甲中学、乙中学」: a list without brackets is one of names when each ends as names of institutions do. */
const LISTED_BEHIND =
  /(\d{1,3})(?:所|个|家)[\p{Script=Han}]{0,14}(?:[，,](?:分别|即)?(?:是|为)?|[:：]|(?:分别)?[是为])([\p{Script=Han}“”（）]{2,24}(?:、[\p{Script=Han}“”（）]{2,24})+)(?=[。；]|$)/gu;
const INSTITUTION = /(?:学校|中学|小学|[一二三四五六七八九十]中|幼儿园|学院|大学|[县区乡镇村]|街道|集团)$/;
const BOTH = /[和及与]/;

/** 「29所（甲校、乙校、……）」: as many names as the number says, unless the list ends with 等. */
export const listedNames: Rule = perParagraph((paragraph) =>
  [
    ...paragraph.text.matchAll(LISTED),
    ...[...paragraph.text.matchAll(LISTED_BEHIND)].filter(([, , list = '']) =>
      list.split('、').every((name) => INSTITUTION.test(name)),
    ),
  ].flatMap((match) => {
    const [whole, number = '', list = ''] = match;
    const names = list.split('、');
    if (names.length < 3 || /等$|其中|\d/.test(list) || names.length === Number(number)) return [];
    // 「甲中学、乙中学和丙中学」: the last two stand in one.
    if (BOTH.test(names.at(-1) ?? '') && names.length + 1 === Number(number)) return [];
    return [
      finding(
        'XF-7',
        paragraph,
        { start: match.index, end: match.index + whole.length },
        { stated: Number(number), names: names.length },
      ),
    ];
  }),
);

interface Section {
  readonly heading: string;
  readonly texts: readonly string[];
}

/** Paragraphs by level-1 heading. */
function sectionsOf({ paragraphs }: LintDocument): readonly Section[] {
  const sections: { heading: string; texts: string[] }[] = [];
  for (const paragraph of paragraphs) {
    const [mark] = paragraph.marks;
    if (mark?.level === 1 && mark.start === 0) sections.push({ heading: paragraph.text, texts: [] });
    else sections.at(-1)?.texts.push(paragraph.text);
  }
  return sections;
}

/** Words every problem and every measure uses. */
const COMMON = /^(?:教育|学校|工作|发展|问题|不足|仍需|仍有|进一步|提高|加强|部分|全市|保障|水平|质量|落实|推进|建设)$/;

function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
  return words;
}

/** A problem none of whose words comes back under 下一步 has no next step. */
export const nextSteps: Rule = (document) => {
  const sections = sectionsOf(document);
  const problems = sections.find(({ heading }) => /问题|不足/.test(heading));
  const next = sections.find(({ heading }) => /下一步|打算|措施/.test(heading));
  if (problems === undefined || next === undefined) return [];
  const answered = wordsOf(next.texts.join(''));
  return document.paragraphs.flatMap((paragraph) => {
    const [mark] = paragraph.marks;
    if (!problems.texts.includes(paragraph.text) || mark?.level !== 2 || mark.start !== 0) return [];
    const heading = paragraph.text.slice(mark.end).split('。')[0] ?? '';
    const own = [...wordsOf(heading)].filter((word) => !COMMON.test(word));
    const met = own.filter((word) => answered.has(word)).length;
    return own.length >= 4 && met === 0
      ? [finding('TX-6', paragraph, { start: 0, end: mark.end + heading.length }, { problem: heading })]
      : [];
  });
};
