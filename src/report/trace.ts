/** The walk back of a printed figure, flattened for a file: its inputs, the cells they were read from, the evidence. */
import type { CompiledFormula } from '../engines/formula/index.ts';
import type { ResultInput, Walk } from '../evaluate/on-files.ts';
import type { UnitCode } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import type { SlotTrace, TraceCell } from './contract.ts';
import type { Scope } from './scope.ts';

export type Flattened = Pick<SlotTrace, 'inputs' | 'cells' | 'evidence'>;

/** Walks of everything a formula reads in a scope; items read over a group are walked from the unit that holds it. */
export function walksOf(
  formula: CompiledFormula,
  scope: Scope,
  { evaluation, evaluee, submission }: Material,
): readonly Walk[] {
  const unit = submission.org.find(scope.name)?.code ?? evaluee.code;
  return formula.uses.flatMap(({ item, shift }) => evaluation.walk(item, unit, shift) ?? []);
}

export function traceInputs(formula: CompiledFormula, scope: Scope, material: Material): Flattened {
  const walks = walksOf(formula, scope, material);
  const leaves = walks.flatMap((walk) => leavesOf(walk));
  const evidence = new Map(leaves.flatMap((leaf) => leaf.evidence).map((record) => [record.number, record]));
  return { inputs: walks.map(asInput), cells: joinRuns(leaves.flatMap(cellsOf)), evidence: [...evidence.values()] };
}

const asInput = (walk: Walk): ResultInput => ({
  item: walk.item,
  name: walk.name,
  unit: walk.unit.code as UnitCode,
  period: walk.period,
  value: walk.value,
  ...(walk.nature === undefined ? {} : { nature: walk.nature }),
  ...(walk.source === undefined ? {} : { source: walk.source }),
  ...(walk.coverage === undefined ? {} : { coverage: walk.coverage }),
});

/** The stated figures at the end of a walk. */
export function leavesOf(walk: Walk): readonly Walk[] {
  const inputs = walk.inputs();
  return inputs.length === 0 ? [walk] : inputs.flatMap(leavesOf);
}

function cellsOf({ source }: Walk): readonly TraceCell[] {
  if (source === undefined) return [];
  if (source.kind === 'cell') return [{ file: source.file, sheet: source.sheet, cell: source.cell }];
  if (source.kind === 'csv') return [{ file: source.file, sheet: '', cell: `${source.column}:${source.line}` }];
  return source.kind === 'ledger' ? source.rows : [];
}

const ADDRESS = /^([A-Z]+)(\d+)$/;

/** Cells one below the other in one column become one run, `F3:F130`: a total over schools stays readable. */
export function joinRuns(cells: readonly TraceCell[]): readonly TraceCell[] {
  const columns = new Map<string, { file: string; sheet: string; column: string; rows: number[] }>();
  const rest: TraceCell[] = [];
  for (const cell of cells) {
    const match = ADDRESS.exec(cell.cell);
    if (match === null) {
      rest.push(cell);
      continue;
    }
    const [, column = '', row = ''] = match;
    const id = `${cell.file}\t${cell.sheet}\t${column}`;
    const known = columns.get(id) ?? { file: cell.file, sheet: cell.sheet, column, rows: [] };
    known.rows.push(Number(row));
    columns.set(id, known);
  }
  return [
    ...rest,
    ...[...columns.values()].flatMap(({ file, sheet, column, rows }) =>
      runsOf(rows).map((run) => ({ file, sheet, cell: run.map((row) => `${column}${row}`).join(':') })),
    ),
  ];
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
