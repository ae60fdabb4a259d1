/** TX-7: claims without reserve (全面消除, 全覆盖, 动态清零) that an indicator the evaluee failed contradicts. */
import type { IndicatorResult } from '../../../evaluate/on-files.ts';
import { type Material, resultOf } from '../../collections.ts';
import { finding, type LintDocument, type LintParagraph, type Told } from '../document.ts';
import { plansOf } from '../plans.ts';

const ALL = '全面|全部|全域|完全|均已?|100%';
const DONE =
  '全覆盖|全面消除|全部消除|全面达标|全部达标|均达标|全部配齐|配齐配足|全面配齐|足额配备|全部落实|全面落实|落实到位|全部到位|全部整改到位|全部销号|动态清零|清零|全部纳入';

/** What a claim is about, and the indicators or parts of them that say whether it is so. */
const SUBJECTS: readonly { readonly about: string; readonly leaf: RegExp; readonly claim?: RegExp }[] = [
  { about: '[“"]?(?:两个)?只增不减[”"]?', leaf: /只增不减/, claim: /(?:实现|做到)了?[“"]?两个只增不减[”"]?/g },
  { about: '[“"]?三个增长[”"]?', leaf: /三个增长/ },
  {
    about: '控辍保学|失学辍学|辍学学生',
    leaf: /控辍保学|失学辍学/,
    claim: /(?:实现|做到)了?(?:控辍保学|辍学学生)?动态清零/g,
  },
  {
    about: '(?:超)?大班额',
    leaf: /大班额|班额/,
    claim: /(?:已经?|全面|全部|基本|彻底)消除了?(?:超)?大班额|大班额(?:已经?|全面|全部|基本)(?:消除|清零)|无大班额/g,
  },
  {
    about: '(?:专职)?保安(?:配备)?',
    leaf: /保安/,
    claim:
      /(?:专职)?保安(?:人?员)?配备(?:(?:达标)?率(?:均|已)?(?:达到?|为)?|[^，。；未没]{0,20}[均都]已?(?:达到?|为))100(?:\.0+)?[%％]/g,
  },
  {
    about: '(?:校园)?[“"]?三防[”"]?(?:建设)?',
    leaf: /三防/,
    claim: /三防[”"]?(?:建设)?(?:达标率(?:均|已)?(?:达到?|为)?100(?:\.0+)?[%％]|(?:均|已)?100[%％]达标)/g,
  },
  {
    about: '各县[^，。；]{0,5}教师工资',
    leaf: /各县.*不低于/,
    claim:
      /(?:各|所有|全部|\d+个)县(?:（市、区）|市区|区)?[^，。；未没中\d]{0,10}教师(?:年?平均)?工资(?:收入)?(?:水平)?(?:均|都|全部)?不低于(?:当地)?公务员/g,
  },
  {
    about: '各学段生均支出',
    leaf: /生均一般公共预算教育支出只增不减/,
    claim:
      /(?:各|所有|6个)(?:学段|级)[^，。；未没]{0,4}生均(?![^，。；]{0,8}公用)[^，。；未没]{0,18}(?:均|都|全部)(?:实现)?(?:[比较]上年|同比)?(?:实现)?(?:有所)?(?:增长|提高|增加|只增不减)/g,
  },
  { about: '(?:一键式?报警|视频监控)(?:系统)?', leaf: /一键|视频/ },
  { about: '封闭化?管理', leaf: /封闭/ },
  { about: '心理(?:健康)?教师(?:配备)?', leaf: /心理健康/ },
  { about: '思政课?教师(?:配备)?', leaf: /思政课/ },
  {
    about: '(?:反馈)?问题(?:整改)?',
    leaf: /反馈问题/,
    claim: /(?:反馈|(?<=^|[，。；]))问题(?:整改)?销号率(?:均|已)?(?:达到?|为)?100(?:\.0+)?[%％]/g,
  },
  { about: '(?:资金|预收费)监管', leaf: /预收费/ },
  { about: '教研员(?:配备)?', leaf: /教研/ },
  {
    about: '责任督学(?:配备)?',
    leaf: /责任督学/,
    claim:
      /按照?[^。；未]{0,30}(?:1[:：∶]5|1[:：∶]1)[^。；未]{0,40}配[备齐足]了?(?:专兼职|责任)督学|(?:各县[^，。；未没中\d]{0,8}|责任督学(?:人数)?)(?:均|都|全部)已?(?:配[齐足]|达标)/g,
  },
  {
    about: '义务教育教师(?:平均)?工资(?:收入)?(?:水平)?不低于(?:当地)?公务员[^，。；未没不]{0,10}',
    leaf: /平均工资.*公务员|公务员/,
    claim: /(?<=^|[。；]|全[市县])义务教育教师(?:年?平均)?工资(?:收入)?(?:水平)?(?:均|都|全部)不低于(?:当地)?公务员/g,
  },
  { about: '(?:教师)?编制(?:标准)?', leaf: /编制/ },
  {
    about: '(?:残疾儿童(?:少年)?)(?:入学|安置)?',
    leaf: /残疾儿童/,
    claim: /残疾儿童(?:少年)?(?:义务教育)?入学率(?:均|已)?(?:达到?|为)?100(?:\.0+)?[%％]/g,
  },
  { about: '睡眠管理', leaf: /睡眠/ },
  { about: '课后服务', leaf: /课后服务/ },
  { about: '校长负责制', leaf: /校长负责制/ },
  { about: '(?:中职|职业)学校办学条件', leaf: /中职办学条件/ },
];

const CLAIMS = SUBJECTS.map(({ about, leaf, claim }) => ({
  leaf,
  patterns: [
    new RegExp(`(?:${about})(?:工作|配备|建设|要求|已经?|也|实现了?|达到了?|做到了?)*(?:${DONE})`, 'g'),
    new RegExp(`(?:${ALL})(?:已经?)?(?:落实|实现|消除|完成|配齐|配备|整改|达到)了?(?:${about})`, 'g'),
    ...(claim === undefined ? [] : [claim]),
  ],
}));

const OPENS_WITH_ALL = new RegExp(`^(?:${ALL})`);

/** What is aimed at or denied is no claim. */
const AIM = /要求|力争|目标|加快|推动|着力|逐步|努力|打算|将|计划|确保|争取|推进/;
const DENIED = /未|没有|尚|不/;

export function contradicted({ paragraphs }: LintDocument, material: Material): readonly Told[] {
  const plans = plansOf(paragraphs);
  // A leaf nobody can score yet may be known to be short all the same.
  const failed = resultOf(material).results.filter(
    ({ verdict, why }) =>
      verdict === 'unmet' || verdict === 'partly' || (verdict === 'undecided' && why.includes('已知未达到')),
  );
  return paragraphs.flatMap((paragraph) => {
    if (paragraph.inTable || plans.has(paragraph)) return [];
    const spans = CLAIMS.flatMap(({ leaf, patterns }) =>
      patterns.flatMap((pattern) =>
        [...paragraph.text.matchAll(pattern)].flatMap((match) => {
          const leaves = failed.filter((result) => speaksOf(result, leaf));
          return leaves.length === 0 || !isClaim(match, paragraph) ? [] : [{ match, leaves }];
        }),
      ),
    );
    // Two patterns may see one claim, one of them more of it.
    const longest = spans.toSorted((a, b) => b.match[0].length - a.match[0].length);
    const once = longest.filter(
      ({ match }, at) => !longest.slice(0, at).some((longer) => overlap(longer.match, match)),
    );
    return once.map(({ match, leaves }) =>
      finding(
        'TX-7',
        paragraph,
        { start: match.index, end: match.index + match[0].length },
        {
          claim: match[0],
          leaves: leaves.map(({ code, name }) => `${code} ${name}`),
          why: leaves[0]?.why ?? '',
        },
      ),
    );
  });
}

const overlap = (a: RegExpExecArray, b: RegExpExecArray): boolean =>
  a.index < b.index + b[0].length && b.index < a.index + a[0].length;

/** By its name, or by the part of its reasons that was not reached. */
const speaksOf = ({ name, why }: IndicatorResult, leaf: RegExp): boolean => {
  const parts = why.split('；');
  const missed = parts.filter((part) => /未达到|不符合|(?<!未)超过|扣/.test(part));
  return (
    (parts.length === 1 && leaf.test(name)) ||
    missed.some((part) => leaf.test(part)) ||
    (missed.length > 0 && leaf.test(name))
  );
};

function isClaim(match: RegExpExecArray, { text }: LintParagraph): boolean {
  const before =
    text
      .slice(0, match.index)
      .split(/[。；;，]/)
      .at(-1) ?? '';
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
  // 「全面落实两个只增不减要求」 says it was done; 「两个只增不减全面落实要求」 is what is asked.
  const isAsked = after === '要求' && !OPENS_WITH_ALL.test(match[0]);
  return !AIM.test(before.slice(-10)) && !DENIED.test(before.slice(-4)) && !isAsked;
}
