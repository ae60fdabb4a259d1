import { isError } from '../../kernel/index.ts';
import { verifyBundle } from '../../report/on-files.ts';
import type { Command } from '../command.ts';
import { readInput } from '../files.ts';

export const verify: Command = {
  usage: 'verify BUNDLE [--json] [--all]',
  about: {
    zh: '离线核验封存包：校验值、得分复算、报告逐数复算、留痕。',
    en: 'Hold a sealed bundle against itself: hashes, points, figures, audit chain.',
  },
  positionals: { min: 1, max: 1 },
  options: {},
  run({ positionals: [file = ''], flag, print, says, tellFindings, language }) {
    const { manifest, counted, findings } = verifyBundle(readInput(file), file);
    if (flag('json'))
      print(JSON.stringify({ manifest, counted, findings: findings.map((each) => ({ ...each, says: says(each) })) }));
    else {
      const { evaluee, round, version, state, sealedAt, seal } = manifest;
      const { results, figures, links } = counted;
      const errors = findings.filter(isError).length;
      const zh = language === 'zh';
      print(
        zh
          ? `${evaluee}　${round}　第 ${version} 版　${state}　封存于 ${sealedAt}`
          : `${evaluee}, ${round}, version ${version}, ${state}, sealed ${sealedAt}`,
      );
      print(zh ? `封签 ${seal}` : `Seal ${seal}`);
      // Whoever makes all of it anew makes a seal that fits: only another copy of the seal tells the two apart.
      print(
        zh
          ? '请与报送单位另行告知的封签核对：整包重做的，里面处处相符，只有封签不同。'
          : 'Hold it against the seal the sender told you by another way: a bundle made anew fits in itself, and only its seal differs.',
      );
      print(
        zh
          ? `复算得分和取值 ${results} 项，报告数字 ${figures} 处，留痕 ${links} 条，不符 ${errors} 处。`
          : `${results} points and values recomputed, ${figures} figures of the report, ${links} links of the record; ${errors} do not hold.`,
      );
      tellFindings(findings);
    }
    return findings.some(isError) ? 1 : 0;
  },
};
