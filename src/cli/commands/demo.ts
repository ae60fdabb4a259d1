/** `npm start`: the main job on the clean sample, told in a screenful. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeSample } from '../../../sample/index.ts';
import { showScore } from '../../evaluate/on-files.ts';
import { bySeverity, type Finding, isError, SEVERITY_ZH } from '../../kernel/index.ts';
import { lostPoints } from '../../report/on-files.ts';
import type { Command } from '../command.ts';
import { speakPlace } from '../say.ts';
import { produceReport } from './report.ts';

/** Findings and lost points a first look needs. */
const SHOWN = 6;

/** What stands in a cell can be looked at; papers that are missing come after. */
const byCell = (a: Finding, b: Finding): number => Number(b.at.cell !== undefined) - Number(a.at.cell !== undefined);

export const demo: Command = {
  usage: 'demo DIR',
  about: { zh: '用样例市走一遍：数据和模板进，校核过、可追溯的报告出。', en: 'The main job on the sample prefecture.' },
  positionals: { min: 1, max: 1 },
  options: {},
  async run(invocation) {
    const [dir = ''] = invocation.positionals;
    const sample = path.join(dir, 'sample');
    // A sample that is there may hold cells someone has changed: it is used as it is.
    if (!existsSync(path.join(sample, 'README.txt'))) writeSample(sample, {});
    const out = path.join(dir, '清江市2025年度自评报告.docx');
    const options = { scheme: path.join(sample, 'scheme'), figures: path.join(sample, 'figures') };
    const given = { ...invocation, text: (name: string) => (options as Record<string, string>)[name] };
    const made = await produceReport(given, {
      out,
      template: path.join(sample, 'template.docx'),
      html: true,
      trace: true,
      pdf: false,
      issue: true,
    });
    const result = made.evaluation.results.units.find(({ code }) => code === made.material.evaluee.code);
    const count = (severity: 'error' | 'warn' | 'hint'): number =>
      made.findings.filter((finding) => finding.severity === severity).length;
    const say = invocation.print;
    say(`履职 · ${made.material.evaluee.name} ${made.trace.year}年度（样例）`);
    say(
      `系统测算分　${result === undefined ? '' : showScore(result)} / ${result?.of}　${result?.grade}　一票否决情形：${result?.vetoes.length === 0 ? '未触发' : result?.vetoes.map(({ name }) => name).join('、')}`,
    );
    say(
      `各县（市、区）　${made.evaluation.results.units
        .filter(({ level }) => level === 'county')
        .map((unit) => `${unit.unit} ${showScore(unit)} ${unit.grade}`)
        .join('　')}`,
    );
    say('');
    say('失分最多的指标');
    for (const { code, title, problem } of lostPoints(made.material).slice(0, SHOWN))
      say(`　${code} ${title}：${problem}`);
    say('');
    say(`校核　须改正 ${count('error')}　须说明 ${count('warn')}　提醒 ${count('hint')}`);
    const told = Map.groupBy(
      made.findings.filter(({ severity }) => severity !== 'hint').toSorted((a, b) => bySeverity(a, b) || byCell(a, b)),
      ({ code }) => code,
    );
    for (const [code, [first, ...others]] of [...told].slice(0, SHOWN)) {
      if (first === undefined) continue;
      const more = others.length === 0 ? '' : `（同类另有 ${others.length} 处）`;
      say(`　${SEVERITY_ZH[first.severity]} ${code} ${speakPlace(first.at)}　${invocation.says(first)}${more}`);
    }
    say('');
    say('文件');
    for (const file of made.files) say(`　${file}`);
    say(`　${sample}（方案、填报表、佐证、模板）`);
    say('');
    const slot = made.trace.slots.find(({ cells }) => cells.length > 10)?.slot ?? '';
    say(`接着试：bin/luzhi trace ${out} ${slot}；改一个填报表单元格后，再运行 bin/luzhi report …（见 README）。`);
    return made.findings.some(isError) ? 1 : 0;
  },
};
