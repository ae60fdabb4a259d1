/** `luzhi trace`: the walk of a slot as text. */
import type { LeftOutJson, ResultInput } from '../evaluate/on-files.ts';
import { parsePeriod, type Source, speakPeriod, withThousands } from '../kernel/index.ts';
import type { SlotTrace, TraceCell, TraceFile } from './contract.ts';
import { ReportProblem } from './problems.ts';

/** `s031`, or `s031.2` for its third row. Throws `report.slotUnknown` with what there is. */
export function findSlotTraces(trace: TraceFile, wanted: string): readonly SlotTrace[] {
  const [slot = '', row] = wanted.replace(/^#/, '').split('.');
  const found = trace.slots.filter(
    (each) => each.slot === slot && (row === undefined || each.occurrence === Number(row)),
  );
  if (found.length > 0) return found;
  const known = [...new Set(trace.slots.filter(({ inputs }) => inputs.length > 0).map((each) => each.slot))];
  throw ReportProblem.slotUnknown({ slot: wanted, known });
}

/** `names`: units by their codes, as the trace file has them. */
export function speakTrace(
  { slot, label, printed, exact, unit, formula, inputs, cells, scores = [], evidence }: SlotTrace,
  names: TraceFile['units'],
): string {
  const value = exact === undefined ? '' : `　精确值 ${withThousands(exact)}${unit === '1' ? '' : ` ${unit}`}`;
  const lines = [`${printed}　${label}（${slot}）${value}`, `公式　${formula}`];
  const nameOf = (code: string): string => names[code] ?? code;
  for (const input of inputs) {
    lines.push(
      `　　　${nameOf(input.unit)}　${input.name}（${speakWhen(input.period)}）：${speakValue(input.value)}${input.nature === undefined ? '' : `（${input.nature}）`}${speakCoverage(input, nameOf)}${input.source?.kind === 'round' ? `　${speakRound(input.source)}` : ''}`,
    );
    for (const { why, units } of input.leftOut ?? [])
      lines.push(`未计入　${units.length} 所学校${LEFT_OUT[why]}：${units.map(nameOf).join('、')}`);
  }
  for (const { code, name, points, of, why } of scores)
    lines.push(`得分　${code} ${name}：${points} / ${of}${why === undefined ? '' : `　${why}`}`);
  for (const cell of cells) lines.push(speakCell(cell));
  for (const { number, title, unit: of = '', file } of evidence) {
    const whose = names[of] === undefined ? '' : `（${names[of]}）`;
    lines.push(`佐证　${number} ${title}${whose}${file === undefined ? '' : `　${file}`}`);
  }
  return lines.join('\n');
}

/** Of a figure that was stated first in another round. */
export const speakRound = ({ name, version, person }: Extract<Source, { readonly kind: 'round' }>): string =>
  `沿用“${name}”第 ${version} 版，${person}`;

/** `单元格　云屏县_2025.xlsx　B 表!F7：31,200.00`; of a run that is longer than what is named, `…等 128 格`. */
function speakCell({ file, sheet, cell, values = [] }: TraceCell): string {
  const place = `单元格　${file}　${sheet === '' ? '' : `${sheet}!`}${cell}`;
  if (values.length === 0) return place;
  const [from, to = from] = (/^[A-Z]+\d+(?::[A-Z]+\d+)?$/.exec(cell)?.[0] ?? '')
    .split(':')
    .map((address) => Number(address.replace(/^[A-Z]+/, '')));
  const count = from === undefined || to === undefined ? 1 : to - from + 1;
  return `${place}：${values.join('、')}${count > values.length ? `…等 ${count} 格` : ''}`;
}

function speakWhen(printed: string): string {
  const period = parsePeriod(printed);
  return period === undefined ? printed : speakPeriod(period);
}

function speakValue(value: ResultInput['value']): string {
  if ('text' in value) return value.text;
  if ('gap' in value) return '缺';
  return `${withThousands(value.value)}${value.unit === '1' ? '' : ` ${value.unit}`}`;
}

const LEFT_OUT: Readonly<Record<LeftOutJson['why'], string>> = {
  'no-weight': '学生数为0',
  'not-applicable': '此项不适用',
  condition: '不在方案规定的计算范围内',
};

const speakCoverage = ({ coverage }: ResultInput, nameOf: (code: string) => string): string =>
  coverage === undefined
    ? ''
    : `　${coverage.of} 个单位中 ${coverage.reported} 个已报${coverage.missing.length === 0 ? '' : `，缺 ${coverage.missing.map(nameOf).join('、')}`}`;
