/**
 * Sections in the middle of the year: two accepted, one returned, and drafts whose figures nobody has accepted yet. Words
 * are invented, numbers are slots.
 */
import {
  acceptSection,
  approveSection,
  returnSection,
  type SectionBody,
  saveSection,
  submitSection,
} from '../../src/report/index.ts';
import type { People } from './people.ts';
import { type Platform, perform } from './platform.ts';

interface Written {
  readonly section: string;
  /** Login before `-reporter` and `-approver`. */
  readonly by: string;
  readonly unit: string;
  readonly body: SectionBody;
  /** How far it has come. */
  readonly stands: 'draft' | 'returned' | 'accepted';
}

type Content = Extract<SectionBody[number], { content: unknown }>['content'];
const paragraph = (...content: Content): SectionBody[number] => ({ kind: 'paragraph', content });

const FUNDING: SectionBody = [
  paragraph(
    { text: '3.着力落实教育经费。市财政汇总，全市一般公共预算教育支出' },
    { slot: 'gpbEduExpWhole', format: '亿元 2', label: '教育支出·全市' },
    { text: '亿元（执行数），' },
    { slot: 'GROWTH(gpbEduExpWhole)', format: '比上年增长/比上年下降 % 2', label: '教育支出增长·全市' },
    { text: '，其中县级合计' },
    { slot: 'gpbEduExpCounties', format: '亿元 2', label: '教育支出·县级合计' },
    { text: '亿元。坚持把教育作为财政支出重点领域予以优先保障，预算安排先行列支，执行按月通报，年度决算单独说明。' },
  ),
  paragraph({
    text: '建立健全生均公用经费拨款制度，市级分担部分随预算一次下达、按学期拨付。加强专项资金管理，逐项建立台账，项目完成后开展绩效评价，评价结果与下年安排挂钩。',
  }),
];

const SUPERVISION: SectionBody = [
  paragraph(
    { text: '1.完善教育督导体制机制。市级单独设置教育督导机构，配督学' },
    { slot: 'supervisionPosts', format: '名', label: '督学职数' },
    { text: '名，下设' },
    { slot: 'supervisionDivisionNames', format: '文字', label: '科室名称' },
    { text: '等' },
    { slot: 'supervisionDivisions', format: '个', label: '科室数' },
    {
      text: '个科室，人员编制单列。督导机构独立行使职能，督政、督学、评估监测三项职责落实到科室和岗位，年初下达计划，年中检查，年末通报。',
    },
  ),
  paragraph({ text: '督学选聘、培训、考核制度健全，责任督学挂牌公示，督导报告按程序公开，整改情况纳入部门年度考核。' }),
];

const LAYOUT: SectionBody = [
  paragraph({
    text: '2.优化调整教育布局。统筹城镇化进程和学龄人口变化，编制中小学和幼儿园布局规划，新建住宅小区配套学校与首期项目同步规划、同步建设、同步交付；乡村小规模学校按实际生源稳妥撤并，保留必要的教学点。',
  }),
];

const MORAL: SectionBody = [
  paragraph({
    text: '2.全面推进思政育人。坚持把思想政治工作贯穿教育教学全过程，落实领导干部联系学校和上讲台制度，配齐建强思政课教师队伍，推进大中小学思政课一体化建设，用好本地红色资源，广泛开展主题教育和社会实践。',
  }),
];

const PARTY: SectionBody = [
  paragraph({
    text: '1.全面加强党的领导。市委、市人民政府把教育工作摆在突出位置，定期专题听取教育工作汇报，研究解决编制、经费、用地等重大问题。制定完善市委教育工作领导小组议事规则，稳步推进中小学校党组织领导的校长负责制。市级领导带头联系学校、到校上思政课。',
  }),
];

const REFORM: SectionBody = [
  paragraph({ text: '1.全面落实“五育”并举。着力构建德智体美劳全面培养的育人格局。' }),
  paragraph({ text: '2.扎实推进“双减”工作。' }),
];

const COUNTY: SectionBody = [
  paragraph(
    { text: '我县坚持教育优先发展，一般公共预算教育支出' },
    { slot: 'gpbEduExp', format: '亿元 2', label: '教育支出' },
    {
      text: '亿元。县委、县人民政府多次专题研究教育工作，统筹推进学校布局调整、教师补充和校园安全。存在的主要问题是城镇学位仍然偏紧、乡村学校紧缺学科教师不足，下一步将加快项目建设，加大县管校聘力度。',
    },
  ),
];

const REASON = '请写明市委常委会会议、市政府常务会议研究教育工作的次数，用取数位，不要只写“定期”。';

export async function writeSections(platform: Platform, people: People, round: string, city: string, county: string) {
  const sections: readonly Written[] = [
    { section: 'layout', by: 'fg', unit: city, body: LAYOUT, stands: 'accepted' },
    { section: 'moralEducation', by: 'xc', unit: city, body: MORAL, stands: 'accepted' },
    { section: 'partyLeadership', by: 'zz', unit: city, body: PARTY, stands: 'returned' },
    { section: 'funding', by: 'cz', unit: city, body: FUNDING, stands: 'draft' },
    { section: 'supervision', by: 'bb', unit: city, body: SUPERVISION, stands: 'draft' },
    { section: 'reform', by: 'jy', unit: city, body: REFORM, stands: 'draft' },
    { section: 'summary', by: county, unit: county, body: COUNTY, stands: 'draft' },
  ];
  for (const written of sections) await writeOne(platform, people, round, written);
}

async function writeOne(
  platform: Platform,
  people: People,
  round: string,
  { section, by, unit, body, stands }: Written,
) {
  const which = { round, unit, section };
  const writer = people.who(`${by}-reporter`);
  const saved = await perform(platform, writer, saveSection, { ...which, edition: 0, body, check: false });
  if (stands === 'draft') return;
  const submitted = await perform(platform, writer, submitSection, { ...which, edition: saved.edition });
  const approver = people.who(`${by}-approver`);
  const { edition } = await perform(platform, approver, approveSection, { ...which, edition: submitted.edition });
  const office = people.who('office');
  if (stands === 'returned') await perform(platform, office, returnSection, { ...which, edition, reason: REASON });
  else await perform(platform, office, acceptSection, { ...which, edition });
}
