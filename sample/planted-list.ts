/** `planted.md`: the mistakes as people read them, printed from the lists. */
import { SEVERITY_ZH, type Severity } from '../src/kernel/index.ts';
import { PLANTED_FIGURES, type PlantedFigure } from './planted.ts';
import { PLANTED_DRAFT, PLANTED_SENTENCES, PLANTED_WITH_DATA } from './planted-draft.ts';

const line = (code: string, severity: Severity, where: string, says: string): string =>
  `- ${code} ${SEVERITY_ZH[severity]} 「${where}」 ${says}`;

function placeOf({ edit }: PlantedFigure): string {
  switch (edit.kind) {
    case 'answer':
      return `${edit.unit} · ${edit.item} · ${edit.year === 'now' ? '本年' : '上年'}`;
    case 'school':
      return `${edit.county}学校一览表 · 第${edit.nth + 1}所 · ${edit.item}`;
    case 'nature':
      return `${edit.unit} · 填报表表头`;
    case 'copy':
    case 'lastYear':
      return edit.as;
    case 'table':
      return edit.file;
  }
}

export const plantedList = (): string =>
  [
    '# What is planted in `luzhi sample DIR --planted`',
    '',
    'Printed from `sample/planted.ts` and `sample/planted-draft.ts`; a test holds it current. Each mistake must be found with',
    'its code, place and severity, and nothing else may be called an error.',
    '',
    '`luzhi report` on this set also tells what follows from these mistakes: blanks that cannot be printed (`report.slot.gap`,',
    'an error) and paragraphs that cannot be decided (`report.block.undecided`). They are consequences and are not listed.',
    '',
    '## 填报数据',
    '',
    ...PLANTED_FIGURES.map((each) => line(each.code, each.severity, placeOf(each), each.says)),
    '',
    `## ${PLANTED_DRAFT}`,
    '',
    ...PLANTED_SENTENCES.map(({ code, severity, quote, says }) => line(code, severity, quote, says)),
    '',
    '带本样例数据校核时，除上述各条外还有：',
    '',
    ...PLANTED_WITH_DATA.map(({ code, severity, quote, says }) => line(code, severity, quote, says)),
    '',
  ].join('\n');
