/**
 * What came in from elsewhere or must not go out: TX-2 provinces other than the one the text is about, TX-3 persons
 * named where the rest is masked, TX-10 marks of confidence, identity and telephone numbers, persons by name.
 */
import { finding, type LintDocument, type LintParagraph, perParagraph, type Rule } from '../document.ts';

/** Provinces as official texts write them in full, so that 「山西」 in a street's name is none. */
const PROVINCES =
  '北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区';
const PROVINCE = new RegExp(PROVINCES.split(' ').join('|'), 'g');
/** Another province belongs here when one works with it or it is named beside one's own. */
const WORKING_WITH = /对口|协作|支援|支教|帮扶|援|赴|与|和|、$/;
const NEAR = 6;

/** The province named most is the text's own; with a tie the one named first. */
function homeOf({ paragraphs }: LintDocument): string | undefined {
  const named = new Map<string, number>();
  for (const { text } of paragraphs)
    for (const [province] of text.matchAll(PROVINCE)) named.set(province, (named.get(province) ?? 0) + 1);
  return [...named].sort(([, a], [, b]) => b - a)[0]?.[0];
}

export const otherProvinces: Rule = (document) => {
  const home = homeOf(document);
  return document.paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(PROVINCE)].flatMap((match) => {
      const [name] = match;
      const [start, end] = [match.index, match.index + name.length];
      const around = paragraph.text.slice(Math.max(0, start - NEAR), start) + paragraph.text.slice(end, end + NEAR);
      return name === home || WORKING_WITH.test(around)
        ? []
        : [finding('TX-2', paragraph, { start, end }, { place: name, home: home ?? '' })];
    }),
  );
};

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵';
/** 「李敏同志」 behind a mark or a word that leads to a person. */
const PERSON = new RegExp(
  `(?<=^|[，。、；：（“]|由|与|和|授予|表彰)[${SURNAMES}]\\p{Script=Han}{1,2}(?=同志|老师)`,
  'gu',
);
const MASK = /X{2,}|×{2,}|某某|○{2,}/;

const personsIn = ({ text }: LintParagraph) =>
  [...text.matchAll(PERSON)].map((match) => ({ name: match[0], start: match.index }));

/** Where everything else is masked a name was forgotten; elsewhere it is for those who publish to decide. */
export const persons: Rule = (document) => {
  const masked = document.paragraphs.some(({ text }) => MASK.test(text));
  return document.paragraphs.flatMap((paragraph) =>
    personsIn(paragraph).map(({ name, start }) => {
      const place = { start, end: start + name.length };
      return masked
        ? finding('TX-3', paragraph, place, { name })
        : finding('TX-10', paragraph, place, { what: 'person', words: name });
    }),
  );
};

const PRIVATE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['secret', /(?:绝密|机密|秘密)★?(?:\d{1,2}年|长期)?(?=$|\s)|内部资料|注意保存/g],
  ['identity', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g],
  ['telephone', /(?<!\d)1[3-9]\d{9}(?!\d)/g],
];

export const notForPublic: Rule = perParagraph((paragraph) =>
  PRIVATE.flatMap(([what, pattern]) =>
    [...paragraph.text.matchAll(pattern)].map((match) => {
      const place = { start: match.index, end: match.index + match[0].length };
      // The number itself is not said again.
      const words = what === 'secret' ? match[0] : `${match[0].slice(0, 3)}…`;
      return finding('TX-10', paragraph, place, { what, words });
    }),
  ),
);
