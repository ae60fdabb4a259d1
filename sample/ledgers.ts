/** The rows people keep beside the forms. What items count and sum from them agrees with what the forms say. */

import { type Government, hundredths, type School } from './model.ts';
import { apportion } from './random.ts';

/** Column code -> text as typed. */
export type Row = Readonly<Record<string, string>>;
export type Ledgers = Readonly<
  Record<'inspectors' | 'transfers' | 'trainingInstitutions' | 'modelSchools' | 'documents', readonly Row[]>
>;

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡林何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤';
const GIVEN =
  '文 明 华 国 建 志 永 春 海 世 德 光 云 平 兴 正 立 学 安 和 玉 秀 红 晓 丽 芳 敏 静 燕 梅 兰 慧 英 琴 萍 霞 洁 颖 娟 雪'.split(
    ' ',
  );

function personName(of: Government, nth: number): string {
  const random = of.random(`person ${nth}`);
  const surname = SURNAMES[random.whole(0, SURNAMES.length - 1)] ?? '王';
  return `${surname}${random.pick(GIVEN)}${random.chance(0.6) ? random.pick(GIVEN) : ''}`;
}

const PUPILS = ['primaryStudents', 'juniorStudents', 'seniorStudents', 'vocationalStudents', 'specialStudents'];
export const isBig = (school: School): boolean =>
  school.type !== '幼儿园' && PUPILS.reduce((sum, item) => sum + (school.counts[item] ?? 0), 0) >= 2_000;

/** The schools a government's own inspectors visit: a host leaves those of the zone to the zone. */
export const visitedBy = (of: Government): readonly School[] => of.schools.filter(({ parent }) => parent === of.code);

/** ceil(ordinary / 5) + big. */
export function inspectorsNeeded(of: Government): number {
  const schools = visitedBy(of);
  const big = schools.filter(isBig).length;
  return Math.ceil((schools.length - big) / 5) + big;
}
/** The office of the largest county has one more than it must. */
const ONE_MORE = ['望川区'];
export const inspectorsOf = (of: Government): number => inspectorsNeeded(of) + (ONE_MORE.includes(of.name) ? 1 : 0);
/** Full-time inspectors: 6 of the prefecture's office, 90 in the counties and the zone by the size of their rosters. */
const FULL_TIME_OWN = 6;
const FULL_TIME_BELOW = 90;

/** Full-time inspectors of each government. */
export function fullTimeShares(own: Government, below: readonly Government[]): ReadonlyMap<string, number> {
  const shares = apportion(FULL_TIME_BELOW, below.map(inspectorsOf));
  return new Map([[own.code, FULL_TIME_OWN], ...below.map((of, i): [string, number] => [of.code, shares[i] ?? 0])]);
}

function inspectors(of: Government, fullTime: number): Row[] {
  const schools = visitedBy(of);
  const big = schools.filter(isBig).length;
  const people = inspectorsOf(of);
  // Each school has one inspector: the big ones their own, the others dealt out evenly.
  const loads = apportion(schools.length - big, Array<number>(people - big).fill(1));
  return Array.from({ length: people }, (_, i) => {
    const forBig = i < big;
    const year = 2023 + (i % 3);
    return {
      name: personName(of, i),
      kind: i < fullTime ? '专职' : '兼职',
      responsible: '是',
      bigSchool: forBig ? '是' : '否',
      zone: `${of.name}第${Math.floor(i / 4) + 1}督学责任区`,
      schools: String(forBig ? 1 : (loads[i - big] ?? 0)),
      appointed: `${year}-03-0${(i % 9) + 1}`,
      term: String((i % 3) + 1),
      docNumber: `${of.kind === 'own' ? '清府教督' : `${of.name.slice(0, 1)}府教督`}〔${year}〕${(i % 7) + 2}号`,
    };
  });
}

const PROJECT_TITLES = [
  '义务教育薄弱环节改善与能力提升补助资金',
  '支持学前教育发展资金',
  '改善普通高中学校办学条件补助资金',
  '现代职业教育质量提升计划资金',
];

function transfers(of: Government): Row[] {
  const short = of.name.slice(0, 1);
  const rows: Row[] = [];
  const add = (title: string, kind: string, source: string, amount: number, paid: number, month: number): void => {
    rows.push({
      title: `关于下达2025年${title}的通知`,
      docNumber: `${short}财教〔2025〕${rows.length + 11}号`,
      kind,
      source,
      amount: hundredths(amount),
      paid: hundredths(paid),
      date: `2025-${String(month).padStart(2, '0')}-15`,
    });
  };
  const draw = of.random('transfers');
  const spent = of.spent[0];
  for (const [i, title] of PROJECT_TITLES.entries()) {
    const amount = Math.round(spent * draw.between(0.006, 0.012));
    add(title, '专项资金', i % 2 === 0 ? '中央' : '省级', amount, Math.round(amount * draw.between(0.93, 0.99)), i + 3);
  }
  // 资助 and 营养改善 together 5.12 亿元 over the prefecture.
  // The zone's pupils are helped through its host and the prefecture.
  if (of.kind === 'zone') return rows;
  const aid = Math.round(spent * 0.0324);
  add('春季学期学生资助补助经费', '学生资助', '中央', aid, aid, 4);
  const aidAutumn = Math.round(spent * 0.0118);
  add('秋季学期学生资助补助经费', '学生资助', '省级', aidAutumn, aidAutumn, 9);
  if (of.kind === 'county') {
    const meals = Math.round(spent * 0.0175);
    add('农村义务教育学生营养改善计划补助资金', '营养改善', '中央', meals, meals, 3);
    const rural = Math.round(spent * 0.004);
    add('乡村教师生活补助经费', '乡村教师补助', '县级', rural, rural, 5);
  }
  const publicFunds = Math.round(spent * 0.021);
  add('城乡义务教育公用经费补助资金', '生均公用经费', '中央', publicFunds, publicFunds, 2);
  const free = Math.round(spent * 0.0012);
  add('学前一年免保教费补助资金', '免费学前教育', '省级', free, free, 10);
  return rows;
}

const ARTS =
  '星海琴行 墨韵书画 童梦舞蹈 启航棋院 飞跃体育 蓝鲸游泳 小画家美术 育才科创 乐高机器人 弈林棋社 清音声乐 锐步篮球 燕语口才 雅集书法 阳光跆拳道'.split(
    ' ',
  );

function trainingInstitutions(of: Government): Row[] {
  if (of.kind !== 'county') return [];
  const draw = of.random('institutions');
  const open = Math.max(6, Math.round((of.students.primary + of.students.junior) / 1_400));
  const kept = Math.max(
    1,
    Math.floor(Math.max(20, Math.round((of.students.primary + of.students.junior) / 320)) * 0.045),
  );
  const row = (name: string, kind: string, status: string, supervised: boolean): Row => ({
    name,
    kind,
    status,
    supervised: supervised ? '是' : '否',
    firePassed: '是',
    checked: `2025-${String(draw.whole(3, 11)).padStart(2, '0')}-${draw.whole(10, 28)}`,
  });
  return [
    ...Array.from({ length: kept }, (_, i) => row(`${of.name}博学培训学校${i + 1}部`, '学科类', '在营', true)),
    ...Array.from({ length: open }, (_, i) =>
      row(
        `${of.name}${ARTS[i % ARTS.length]}${i < ARTS.length ? '' : `${Math.floor(i / ARTS.length) + 1}店`}`,
        '非学科类',
        '在营',
        i >= of.circumstances.unsupervised,
      ),
    ),
    row(`${of.name}优优培训中心`, '学科类', '注销', false),
    row(`${of.name}新思维培训中心`, '学科类', '转型', false),
  ];
}

const SENIOR = ['高中', '完全中学', '十二年一贯制'];

/** Where a named school works for a higher class, and where one asks to be named. */
const AMBITIONS: ReadonlyMap<string, { readonly rises?: true; readonly applies?: '申报示范' | '申报特色' }> = new Map([
  ['清江市', { rises: true }],
  ['望川区', { rises: true, applies: '申报特色' }],
  ['云屏县', { rises: true }],
  ['澄安市', { applies: '申报示范' }],
]);

function modelSchools(of: Government): Row[] {
  if (of.kind === 'zone') return [];
  const seniors = of.schools
    .filter(({ type, ownership }) => SENIOR.includes(type) && ownership === '公办')
    .sort((a, b) => (b.counts.seniorStudents ?? 0) - (a.counts.seniorStudents ?? 0));
  const named = of.kind === 'own' ? 4 : seniors.length > 2 ? 2 : 1;
  const ambition = AMBITIONS.get(of.name);
  const listed = seniors.slice(0, named + (ambition?.applies === undefined ? 0 : 1));
  return listed.map((school, i) => {
    const has = i < named;
    return {
      name: school.name,
      named: has ? '是' : '否',
      class: has ? (['一类', '二类', '三类'][Math.min(i + (of.kind === 'own' ? 0 : 1), 2)] ?? '三类') : '未命名',
      status: has ? (i === 1 && ambition?.rises === true ? '升类创建' : '保持') : (ambition?.applies ?? '保持'),
      students: String(school.counts.seniorStudents ?? 0),
      ...(has ? { date: `${2012 + i * 3}-12-20`, docNumber: `澜教发〔${2012 + i * 3}〕${40 + i}号` } : {}),
    };
  });
}

const DOCUMENTS: readonly (readonly [title: string, topic: string])[] = [
  ['教育工作领导小组工作规则', '教育工作委员会'],
  ['关于深化新时代教育督导体制机制改革的实施意见任务分工方案', '督导改革'],
  ['机构改革实施意见', '机构改革'],
  ['教育资源布局规划方案（2025—2030年）', '布局规划'],
  ['中心城区教育资源布局规划方案（2025—2030年）', '中心城区布局'],
  ['关于全面加强和改进新时代学校体育工作的实施方案', '体育'],
  ['关于全面加强和改进新时代学校美育工作的实施方案', '美育'],
  ['全面加强新时代大中小学劳动教育实施方案', '劳动教育'],
  ['关于进一步减轻义务教育阶段学生作业负担和校外培训负担的措施', '双减'],
  ['关于加强校外培训机构资金监管工作的意见', '培训机构监管'],
  ['普通高中资源布局优化实施方案（2025—2030年）', '高中布局'],
  ['职业院校“十五五”时期专业设置实施方案', '职业院校专业'],
  ['中等职业学校乡村振兴后备力量工程推进方案', '职教乡村振兴'],
  ['职业技能学历双提升工程推进计划（2025—2030年）', '学历技能提升'],
  ['三级教研工作体系实施意见', '教研体系'],
  ['师德师风负面清单', '师德负面清单'],
  ['关于进一步加强学校安全工作的通知', '校园安全'],
];

/** What the prefecture's committee wrote to the one county whose spending fell, after the year's accounts were in. */
const NOTICE = {
  title: '关于责令鹿鸣县限期整改一般公共预算教育支出下降问题的通知',
  docNumber: '清教督〔2026〕2号',
  issuer: '清江市人民政府教育督导委员会',
  date: '2026-03-18',
  topic: '整改通知',
};

function documents(of: Government): Row[] {
  if (of.kind === 'zone') return [];
  const wanted =
    of.kind === 'own'
      ? DOCUMENTS
      : DOCUMENTS.filter(([, topic]) => ['督导改革', '布局规划', '双减', '校园安全'].includes(topic));
  const office = of.kind === 'own' ? '清府办发' : `${of.name.slice(0, 1)}府办发`;
  const issued = wanted.map(([title, topic], i) => ({
    title:
      of.kind === 'own' || !title.startsWith('教育资源')
        ? `${of.kind === 'own' && !title.startsWith('关于') ? '清江市' : ''}${title}`
        : `${of.name}${title}`,
    docNumber: `${office}〔2025〕${i + 3}号`,
    issuer: `${of.name}人民政府办公室`,
    date: `2025-0${(i % 8) + 1}-${String(10 + i).padStart(2, '0')}`,
    topic,
  }));
  return of.kind === 'own' ? [...issued, NOTICE] : issued;
}

export const ledgersOf = (of: Government, fullTime: number): Ledgers => ({
  inspectors: inspectors(of, fullTime),
  transfers: transfers(of),
  trainingInstitutions: trainingInstitutions(of),
  modelSchools: modelSchools(of),
  documents: documents(of),
});
