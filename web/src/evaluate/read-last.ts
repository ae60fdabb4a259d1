/** Last year's results as people paste them from a table: unit, score, grade, and points by leaf under a head. Pure. */
export interface PastedResult {
  readonly unit: string;
  readonly score: string;
  readonly grade: string;
  readonly points?: Readonly<Record<string, string>>;
}

export interface Pasted {
  readonly results: readonly PastedResult[];
  /** Rows that name no unit, or no score. */
  readonly unknown: readonly string[];
}

interface Known {
  readonly code: string;
  readonly name: string;
}

const NUMBER = /^\d{1,6}(\.\d{1,6})?$/;
/** Full-width digits and points as they come from a Chinese keyboard. */
const narrow = (text: string): string =>
  text.trim().replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

export function readPasted(text: string, units: readonly Known[], leaves: ReadonlySet<string>): Pasted {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(narrow))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [first = []] = rows;
  const isHead = first.length > 1 && !first.some((cell) => NUMBER.test(cell));
  const columns = isHead ? first.map((cell) => /^[A-Z]\d(\.\d+)*/.exec(cell)?.[0] ?? '') : [];
  const results: PastedResult[] = [];
  const unknown: string[] = [];
  for (const cells of isHead ? rows.slice(1) : rows) {
    const [named = '', ...rest] = cells;
    const unit = units.find(({ code, name }) => code === named || name === named);
    const score = rest.find((cell) => NUMBER.test(cell));
    if (unit === undefined || score === undefined) {
      unknown.push(named);
      continue;
    }
    const grade = rest.find((cell) => cell !== '' && !NUMBER.test(cell)) ?? '—';
    const points = Object.fromEntries(
      columns.flatMap((code, at) => {
        const cell = cells[at] ?? '';
        return leaves.has(code) && NUMBER.test(cell) ? [[code, cell] as const] : [];
      }),
    );
    const told = Object.keys(points).length === 0 ? {} : { points };
    results.push({ unit: unit.code, score, grade, ...told });
  }
  return { results, unknown };
}
