/**
 * The reading copy: one HTML file that opens anywhere. Each figure is a button; it opens the walk back beside the
 * page: formula, what the units filed, workbook cells, evidence. Everything is in the file, nothing is fetched.
 */
import { openWord, toHtml } from '../engines/word/index.ts';
import { showScore, type Walk } from '../evaluate/on-files.ts';
import {
  bySeverity,
  type Finding,
  type ItemCode,
  parsePeriod,
  type Say,
  SEVERITY_ZH,
  speakPeriod,
  withThousands,
} from '../kernel/index.ts';
import type { Material } from './collections.ts';
import type { Report } from './make.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './page.ts';
import { slotWalks } from './slot-walks.ts';
import { speakRound } from './trace-text.ts';

/** What a drawer shows of one walk; units below are listed with their cells, schools are counted. */
interface Step {
  readonly name: string;
  readonly unit: string;
  readonly period: string;
  readonly shown: string;
  readonly how: Walk['how'];
  readonly nature?: string;
  readonly formula?: string;
  readonly source?: string;
  readonly evidence?: readonly string[];
  readonly missing?: string;
  readonly more?: number;
  readonly inputs?: readonly Step[];
}

/** Deeper levels (2,000 schools below a total) are counted, not listed: the trace file has every cell. */
const DEPTH = 3;
const LISTED = 20;

export function reportHtml(report: Report, say: Say): string {
  const steps = new Map<string, number>();
  const table: Step[] = [];
  const walksOf = slotWalks(report);
  const figures = report.trace.slots.map(({ slot, label, occurrence, printed, exact, unit, formula, scores = [] }) => {
    const roots = walksOf(slot, occurrence).map((walk) => {
      const id = `${walk.item}\t${walk.unit.code}\t${walk.period}`;
      const known = steps.get(id);
      if (known !== undefined) return known;
      steps.set(id, table.length);
      table.push(stepOf(walk, DEPTH));
      return table.length - 1;
    });
    return {
      slot,
      label,
      occurrence,
      printed,
      // A fact of a row (`@points`) is no formula to a reader: what it stands on says more.
      formula: /^@\w+$/.test(formula) ? '' : spokenFormula(formula, report.material),
      roots,
      scores: scores.map(({ code, name, points, of, why = '' }) => `${code} ${name}：${points} / ${of}　${why}`),
      ...(exact === undefined ? {} : { exact: withThousands(exact), unit: unit ?? '' }),
    };
  });
  const indexOf = new Map(figures.map(({ slot, occurrence }, index) => [`${slot}\t${occurrence}`, index]));
  const body = toHtml(openWord(report.docx, report.trace.report), {
    figure(key, occurrence, text) {
      const index = indexOf.get(`${key}\t${occurrence}`);
      const figure = index === undefined ? undefined : figures[index];
      // A word of the template's own facts (a name, an ordinal) has no walk and is left as text.
      if (figure === undefined || figure.roots.length + figure.scores.length === 0) return undefined;
      return {
        class: 'figure',
        id: `f${index}`,
        'data-figure': String(index),
        'aria-label': `${text}，${figure.label}，查看来源`,
      };
    },
  });
  return page(report, body, JSON.stringify({ figures, steps: table }), findingList(report.findings, say));
}

const spokenPeriod = (printed: string): string => {
  const period = parsePeriod(printed);
  return period === undefined ? printed : speakPeriod(period);
};

/** A formula as people read it: names for codes. */
function spokenFormula(text: string, { scheme }: Material): string {
  return text.replace(/[A-Za-z]\w*/g, (word) => scheme.items.get(word as ItemCode)?.name ?? word);
}

function stepOf(walk: Walk, depth: number): Step {
  const listed = depth === 0 ? [] : walk.inputs(LISTED);
  const missing = walk.coverage?.missing ?? [];
  const { source } = walk;
  const cell =
    source === undefined
      ? undefined
      : source.kind === 'cell'
        ? `工作簿单元格 ${source.file} · ${source.sheet}!${source.cell}`
        : source.kind === 'csv'
          ? `数据表 ${source.file} · 第${source.line}行 ${source.column}`
          : source.kind === 'ledger'
            ? `台账 ${source.ledger}，${source.rows.length} 行`
            : source.kind === 'register'
              ? `学校名单，${source.units} 所`
              : source.kind === 'predecessors'
                ? `${source.round} 中合并前的 ${source.units.join('、')}`
                : source.kind === 'round'
                  ? speakRound(source)
                  : undefined;
  return {
    name: walk.name,
    unit: walk.unit.name,
    period: spokenPeriod(walk.period),
    shown: walk.shown,
    how: walk.how,
    ...(walk.nature === undefined ? {} : { nature: walk.nature }),
    ...(walk.formula === undefined ? {} : { formula: walk.formula }),
    ...(cell === undefined ? {} : { source: cell }),
    ...(walk.evidence.length === 0 ? {} : { evidence: walk.evidence.map(({ number, title }) => `${number} ${title}`) }),
    ...(missing.length === 0 ? {} : { missing: missing.join('、') }),
    ...(depth > 0 && walk.count > listed.length ? { more: walk.count - listed.length } : {}),
    ...(listed.length === 0 ? {} : { inputs: listed.map((input) => stepOf(input, depth - 1)) }),
  };
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** JSON inside a script element: no end tag and no comment may open in it. */
const inScript = (json: string): string =>
  json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

function findingList(findings: readonly Finding[], say: Say): string {
  if (findings.length === 0) return '<p class="quiet">没有发现问题。</p>';
  const items = findings
    .toSorted(bySeverity)
    .map(
      (finding) =>
        `<li class="${finding.severity}"><b>${SEVERITY_ZH[finding.severity]}</b> ${finding.quote === undefined ? '' : `<q>${escapeHtml(finding.quote)}</q> `}${escapeHtml(say(finding))}</li>`,
    );
  return `<ol>${items.join('')}</ol>`;
}

function page({ trace, draft, material }: Report, body: string, data: string, findings: string): string {
  const result = material.evaluation.results.units.find(({ code }) => code === material.evaluee.code);
  const figures = trace.slots.filter(({ inputs, scores = [] }) => inputs.length + scores.length > 0).length;
  const title = `${material.evaluee.name} ${trace.year}年度履行教育职责自评报告`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${PAGE_STYLE}</style></head>
<body><a class="skip" href="#paper">跳到正文</a>
<header><h1>${escapeHtml(title)}</h1><p>${draft ? '<b class="draft">草稿</b> · ' : ''}系统测算 ${result === undefined ? '' : showScore(result)} / ${result?.of ?? ''} · ${result?.grade ?? ''} · ${figures} 处数字可查来源 · 数据时点 ${trace.asOf}</p></header>
<main><details class="findings"><summary>校核</summary>${findings}</details>
<article id="paper">${body}</article></main>
<aside id="drawer" hidden aria-labelledby="drawer-title"><button type="button" id="close" aria-label="关闭">×</button><h2 id="drawer-title">数据来源</h2><div id="walk" aria-live="polite"></div></aside>
<script type="application/json" id="data">${inScript(data)}</script><script>${PAGE_SCRIPT}</script></body></html>
`;
}
