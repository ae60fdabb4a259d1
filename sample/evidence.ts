/** 佐证材料: small files and the catalogue that links each to indicators and items. */
import type { Government } from './model.ts';
import { PAPERS, type Paper } from './papers.ts';

export interface Evidence {
  readonly number: string;
  readonly title: string;
  readonly docNumber: string;
  readonly issuer: string;
  readonly date: string;
  readonly pages: string;
  readonly mode: Paper['mode'];
  /** Relative to the figures folder; absent for what is only seen on site. */
  readonly file?: string;
  readonly unit: string;
  readonly indicators: readonly string[];
  readonly items: readonly string[];
  readonly text?: string;
}

const body = (unit: string, paper: Paper): string =>
  [
    paper.title,
    `单位：${unit}`,
    `出具单位：${paper.issuer}`,
    `日期：${paper.date}`,
    `对应指标：${paper.indicators.join('、')}`,
    '（虚构样例，仅供演示。）',
    '',
  ].join('\n');

/** 代字 of the bureaus that number their papers. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['教育局', '教发'],
  ['财政局', '财教'],
  ['委编办', '编办发'],
  ['委组织部', '组发'],
  ['发展和改革局', '发改社会'],
]);
const NUMBERED = /方案|批复|规定|指标文|命名文件|任免文件|拨款文件|聘任文件|轮岗文件|认定文件/;

/** 「清教发〔2025〕18号」 for papers of a kind that is numbered; statistics and minutes have no number. */
function docNumberOf(of: Government, { title, issuer, date }: Paper): string {
  const sign = [...SIGNS].find(([bureau]) => issuer.endsWith(bureau))?.[1];
  if (sign === undefined || !NUMBERED.test(title)) return '';
  const year = date.slice(0, 4);
  return `${of.name.slice(0, 1)}${sign}〔${year}〕${of.random(`docNumber ${title}`).whole(6, 96)}号`;
}

/** The same paper as a county has it: 市政府 is 县政府 there, and what is long is looked at on the spot. */
function asOfCounty(of: Government, paper: Paper): Paper {
  const level = of.kind === 'zone' ? '区' : of.name.slice(-1);
  const local = (words: string): string =>
    words.replace(/清江市/g, of.name).replace(/市(?=[委政级领教人发财税卫公民残]|市场)/g, level);
  return {
    ...paper,
    title: local(paper.title),
    issuer: local(paper.issuer),
    // The prefecture's own paper is the one from before the year.
    date: paper.date < '2025' ? '2025-01-20' : paper.date,
    mode: paper.number === 'B3.1-01' ? paper.mode : '现场查阅',
  };
}

/** Everything of the prefecture; each county's catalogue, with the money proof its B3.1 rests on. */
export function evidenceOf(own: Government, counties: readonly Government[]): Evidence[] {
  const filed = (of: Government, paper: Paper): Evidence => {
    const uploaded = paper.mode !== '现场查阅';
    return {
      ...paper,
      docNumber: docNumberOf(of, paper),
      pages: uploaded ? '1' : '',
      unit: of.code,
      ...(uploaded
        ? {
            file: `佐证/${of.name}/${paper.number} ${paper.title.replace(/[“”]/g, '')}.txt`,
            text: body(of.name, paper),
          }
        : {}),
    };
  };
  return [
    ...PAPERS.map((paper) => filed(own, paper)),
    ...counties.flatMap((of) => PAPERS.map((paper) => filed(of, asOfCounty(of, paper)))),
  ];
}
