import { showScore, type UnitResult } from '../../evaluate/on-files.ts';
import type { Command, ExitCode } from '../command.ts';
import { inRound, openServer, SERVER_OPTIONS, SERVER_USAGE } from '../on-server.ts';

interface Listed {
  readonly units: readonly (Pick<UnitResult, 'unit' | 'code' | 'score' | 'bonus' | 'of' | 'grade'> & {
    readonly undecided: number;
  })[];
}

export const results: Command = {
  usage: `results [UNIT] --round R ${SERVER_USAGE} [--json]`,
  about: {
    zh: '服务器上各单位的得分和等次；写明单位代码则逐项列出理由。',
    en: 'Score and grade of each unit on the server; of one unit leaf by leaf, with the reasons.',
  },
  positionals: { min: 0, max: 1 },
  options: { ...SERVER_OPTIONS, round: { type: 'string', required: true } },
  async run(invocation): Promise<ExitCode> {
    const { positionals, text, flag, print, language } = invocation;
    const [unit] = positionals;
    const path = inRound(text('round') ?? '', 'results', ...(unit === undefined ? [] : [unit]));
    const answer = await openServer(invocation).get<Listed | UnitResult>(path);
    if (flag('json')) print(JSON.stringify(answer));
    else if ('units' in answer)
      for (const { code, unit: name, score, bonus, of, grade, undecided } of answer.units) {
        const open = language === 'zh' ? `待定 ${undecided} 项` : `${undecided} undecided`;
        print(
          [code, name, `${showScore({ score, bonus })} / ${of}`, grade, ...(undecided === 0 ? [] : [open])].join('\t'),
        );
      }
    else {
      print([answer.code, answer.unit, `${showScore(answer)} / ${answer.of}`, answer.grade].join('\t'));
      for (const { code, name, points = '—', of, why } of answer.results)
        print([code, name, `${points} / ${of}`, why].join('\t'));
    }
    return 0;
  },
};
