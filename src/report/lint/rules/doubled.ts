/**
 * Words written twice in a row, as they come of what is filled in before the words of a template: 「清江市市」,
 * 「亿元亿元」, 「增长增长」, 「%%」. What may stand twice does: 市市场监管局, 县县达标, 2025年年底, 人人.
 */
import { finding, perParagraph, type Rule } from '../document.ts';

const DOUBLED: readonly RegExp[] = [
  // A level goes on by right with what is its own or comes below it: 清江市市级, 云屏县县城, 市市、县两级; 县县有.
  /([省市县区])\1(?!政(?!府)|[级委长直属辖域情内本管区县乡镇民城处中际会位间划段小场容有通都达建成创、])/g,
  // A unit behind its number; elsewhere 年年 and 人人 are words.
  /(?<=\d)(年)\1(?![底末初均报中内鉴度检审会终])/g,
  /(?<=\d)([月日])\1(?![底末初均报中前常照程期间历])/g,
  /(?<=[\d亿万])(元)\1/g,
  /(?<=[\d亿万])(人)\1(?![均才口数次员])/g,
  /(?<=\d)([所名个])\1(?![有在需得属牌师校录单额称体人别性案])/g,
  /([%％，、；])\1/g,
  /(?<!。)(。)\1(?!。)/g,
  // Of words with two characters those alone that never follow themselves: 「义务教育教育教学」 is right.
  /(亿元|万元|万人|人次|增长|增加|减少|下降|上升|提高|降低|达到|完成|占比|同比|分别|共计|合计|全[省市县区]|我[省市县区]|其中|以[上下])\1/g,
  /(\p{Script=Han}{3,12})\1/gu,
];

export const doubled: Rule = perParagraph((paragraph) =>
  DOUBLED.flatMap((pattern) =>
    [...paragraph.text.matchAll(pattern)].map((match) => {
      const [whole, word = ''] = match;
      return finding(
        'report.word.doubled',
        paragraph,
        { start: match.index, end: match.index + whole.length },
        { word },
      );
    }),
  ),
);
