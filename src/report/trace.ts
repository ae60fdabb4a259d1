/** The walk back of a printed figure, flattened for a file: its inputs, the cells they were read from, the evidence. */

import type { CompiledFormula } from '../engines/formula/index.ts';
import { asProof, type Origin, type Proof, type ResultInput, type Walk } from '../evaluate/on-files.ts';
import type { Place, Source, UnitCode } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import type { SlotTrace, TraceCell } from './contract.ts';
import type { Scope } from './scope.ts';

export type Flattened = Pick<SlotTrace, 'inputs' | 'cells' | 'scores' | 'evidence'>;
type Ending = Pick<Flattened, 'cells' | 'evidence'>;

/** Traces formulas in their scopes; a figure that many places print is walked once. */
export function openTracer(material: Material): (formula: CompiledFormula, scope: Scope) => Flattened {
  const known = new Map<string, Ending>();
  const endingOf = (key: string, walk: Walk): Ending => {
    const { sources, listed, evidence } = walk.origins();
    const made = { cells: joinRuns([...sources.flatMap(cellsOfOrigin), ...listed.flatMap(cellAt)]), evidence };
    known.set(key, made);
    return made;
  };
  return (formula, scope) => {
    const behind = formula.attributes.map((fact) => scope.behind(fact));
    const walks = new Map(
      [...walksOf(formula, scope, material), ...behind.flatMap(({ walks }) => walks)].map((walk) => [
        keyOf(walk),
        walk,
      ]),
    );
    const endings = [...walks].map(([key, walk]) => known.get(key) ?? endingOf(key, walk));
    const records = behind.flatMap(({ evidence }) => evidence);
    const scores = behind.flatMap(({ scores }) => scores);
    const proofs = [...endings.flatMap(({ evidence }) => evidence), ...records.map(asProof)];
    return {
      inputs: [...walks.values()].map(asInput),
      cells: [
        ...endings.flatMap(({ cells }) => cells),
        ...joinRuns([...rowsOf(formula, scope), ...records.flatMap(({ at }) => cellAt(at))]),
      ],
      ...(scores.length === 0 ? {} : { scores }),
      // Sixteen governments file a B3.1-01 of their own: a number is one paper only within one catalogue.
      evidence: [...new Map(proofs.map((proof) => [identityOf(proof), proof])).values()],
    };
  };
}

const identityOf = ({ number, title, unit = '', file = '' }: Proof): string => `${number}\t${title}\t${unit}\t${file}`;

const keyOf = ({ item, unit, period }: Walk): string => `${item}\t${unit.code}\t${period}`;

/** Walks of the items a formula reads in a scope; what is asked of each county is walked from each of them. */
function walksOf(formula: CompiledFormula, scope: Scope, { evaluation, evaluee, submission }: Material): Walk[] {
  const { org } = submission;
  const unit = org.find(scope.name) ?? evaluee;
  return formula.uses.flatMap(({ item, shift, group }) => {
    const members = group === 'counties' ? org.children(unit.code).filter(({ kind }) => kind !== 'school') : [];
    const asked = group === 'schools' ? org.below(unit.code, 'school') : members;
    return (group === undefined ? [unit] : asked).flatMap(({ code }) => evaluation.walk(item, code, shift) ?? []);
  });
}

/** Rows of ledgers that a formula counts, adds or lists. */
const rowsOf = ({ ledgers }: CompiledFormula, { context }: Scope): TraceCell[] =>
  ledgers.flatMap(({ ledger, keeps }) => {
    const rows = context.ledgerRows(ledger);
    return 'why' in rows ? [] : rows.filter(keeps).flatMap(({ at }) => cellAt(at));
  });

const cellAt = ({ file, sheet, cell }: Place = {}): TraceCell[] =>
  file === undefined || sheet === undefined || cell === undefined ? [] : [{ file, sheet, cell }];

const asInput = (walk: Walk): ResultInput => ({
  item: walk.item,
  name: walk.name,
  unit: walk.unit.code as UnitCode,
  period: walk.period,
  value: walk.value,
  shown: walk.shown,
  ...(walk.nature === undefined ? {} : { nature: walk.nature }),
  ...(walk.source === undefined ? {} : { source: walk.source }),
  ...(walk.coverage === undefined ? {} : { coverage: walk.coverage }),
  ...(walk.leftOut === undefined ? {} : { leftOut: walk.leftOut }),
});

/** The stated figures at the end of a walk, and the rows of the units it counts. */
export function leavesOf(walk: Walk): readonly Walk[] {
  const below = walk.inputs().flatMap(leavesOf);
  return below.length === 0 || walk.source !== undefined ? [walk, ...below] : below;
}

/** Of a long run: enough to know the column by. */
const VALUES_NAMED = 6;

const cellsOfOrigin = ({ source, shown }: Origin): readonly TraceCell[] =>
  cellsOf(source).map((cell) => (shown === undefined ? cell : { ...cell, values: [shown] }));

function cellsOf(source: Source): readonly TraceCell[] {
  if (source.kind === 'cell') return [{ file: source.file, sheet: source.sheet, cell: source.cell }];
  if (source.kind === 'csv') return [{ file: source.file, sheet: '', cell: `${source.column}:${source.line}` }];
  return source.kind === 'ledger' ? source.rows : [];
}

interface Column {
  readonly file: string;
  readonly sheet: string;
  readonly column: string;
  /** Row => what was written there. */
  readonly rows: Map<number, string | undefined>;
}

const ADDRESS = /^([A-Z]+)(\d+)$/;

/** Cells one below the other in one column become one run, `F3:F130`: a total over schools stays readable. */
export function joinRuns(cells: readonly TraceCell[]): readonly TraceCell[] {
  const columns = new Map<string, Column>();
  const rest: TraceCell[] = [];
  // Schools of one county follow one another, so the column is mostly that of the cell before.
  let last: Column | undefined;
  for (const each of cells) {
    const { file, sheet, cell, values } = each;
    const [, column = '', row] = ADDRESS.exec(cell) ?? [];
    if (row === undefined) {
      rest.push(each);
      continue;
    }
    if (last?.column !== column || last.file !== file || last.sheet !== sheet) {
      const id = `${file}\t${sheet}\t${column}`;
      last = columns.get(id) ?? { file, sheet, column, rows: new Map() };
      columns.set(id, last);
    }
    last.rows.set(Number(row), values?.[0] ?? last.rows.get(Number(row)));
  }
  return [
    ...rest,
    ...[...columns.values()].flatMap(({ file, sheet, column, rows }) =>
      runsOf([...rows.keys()]).map((run) => {
        const values = valuesOf(run, rows);
        const cell = run.map((row) => `${column}${row}`).join(':');
        return { file, sheet, cell, ...(values.length === 0 ? {} : { values }) };
      }),
    ),
  ];
}

function valuesOf([from = 0, to = from]: readonly number[], rows: Column['rows']): readonly string[] {
  const found: string[] = [];
  for (let row = from; row <= to && found.length < VALUES_NAMED; row += 1) {
    const value = rows.get(row);
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** `[3,4,5,9]` => `[[3,5],[9]]`. */
function runsOf(rows: readonly number[]): readonly (readonly number[])[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === row - 1) last.push(row);
    else runs.push([row]);
  }
  return runs.map((run) => (run.length === 1 ? run : [run[0] ?? 0, run.at(-1) ?? 0]));
}
