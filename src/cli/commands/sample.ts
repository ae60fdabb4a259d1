import { writeSample } from '../../../sample/index.ts';
import type { Command } from '../command.ts';

export const sample: Command = {
  usage: 'sample DIR [--planted]',
  about: {
    zh: '写出样例市（清江市）：方案、填报表、模板、佐证；--planted 为含错误的一套。',
    en: 'Write the sample prefecture.',
  },
  positionals: { min: 1, max: 1 },
  options: { planted: { type: 'boolean' } },
  run({ positionals: [dir = ''], flag, tell, language }) {
    writeSample(dir, { planted: flag('planted') });
    tell(language === 'zh' ? `样例已写入 ${dir}。` : `Sample written to ${dir}.`);
    return 0;
  },
};
