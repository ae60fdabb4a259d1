/**
 * A scheme's files to a scheme, with everything that is wrong about them.
 *
 * 1. parse   (SchemeText[])   => Tree[]           tree.ts
 * 2. join    (Tree[])         => Tree             join.ts
 * 3. shape   (Tree)           => SchemeFile       shape.ts, contract.ts
 * 4. names   (SchemeFile)     => SchemeNames      items.ts, ledgers.ts
 * 5. resolve each section     => parts of Scheme  items.ts, indicators.ts, grading.ts, checks.ts, forms.ts, approval.ts, sections.ts
 * 6. look at the whole        => findings         order.ts, usage.ts
 *
 * No phase stops the next; only a scheme without an error comes out.
 */
import { decimal, type Finding, type ItemCode, isError, parseDecimal, parseSchemeCode } from '../kernel/index.ts';
import { resolveApproval } from './approval.ts';
import { checkSentence, resolveCheck } from './checks.ts';
import { SchemeFile } from './contract.ts';
import { resolveForm } from './forms.ts';
import { openDesk, type SchemeNames } from './formulas.ts';
import { checkGradesAsked, resolveBonus, resolveCeilings, resolveClauses, resolveGrades } from './grading.ts';
import { hashTree } from './hash.ts';
import { resolveIndicators } from './indicators.ts';
import { itemHeads, resolveItem } from './items.ts';
import { joinTrees } from './join.ts';
import { columnKinds, resolveLedger } from './ledgers.ts';
import { takeNotes } from './notes.ts';
import { resolveOffices } from './offices.ts';
import { orderItems } from './order.ts';
import type { Scheme, SchemeItem } from './scheme.ts';
import { resolveSections } from './sections.ts';
import { type Shape, takeShape } from './shape.ts';
import { parseSchemeText, type SchemeText, type Tree } from './tree.ts';
import { checkBases, checkOwnParts, checkReading, checkUnused } from './usage.ts';

export interface Resolved {
  /** Present when no finding is an error. */
  readonly scheme?: Scheme;
  readonly findings: readonly Finding[];
}

/** Entries of a section that were written but did not fit its shape. */
function lostIn(tree: Tree & { kind: 'map' }, section: string, kept: object | undefined): string[] {
  const written = tree.entries.get(section);
  return written?.kind === 'map' ? [...written.entries.keys()].filter((key) => !Object.hasOwn(kept ?? {}, key)) : [];
}

/** Chinese names serve as names too: `[一般公共预算教育支出]`. */
function nameOf(tree: Tree & { kind: 'map' }, item: string): string[] {
  const items = tree.entries.get('items');
  const entry = items?.kind === 'map' ? items.entries.get(item) : undefined;
  const name = entry?.kind === 'map' ? entry.entries.get('name') : undefined;
  return name?.kind === 'text' ? [item, name.text] : [item];
}

export function resolveScheme(files: readonly SchemeText[]): Resolved {
  const parsed = files.map(parseSchemeText);
  const { tree, findings: doubles } = joinTrees(parsed.flatMap((each) => each.tree ?? []));
  const shaped = takeShape(tree, SchemeFile as unknown as Shape);
  const before = [...parsed.flatMap((each) => each.findings), ...doubles, ...shaped.findings];
  // The root keeps what fits, so required keys may still be missing here; each has its finding.
  const file = (shaped.value ?? {}) as SchemeFile;
  const notes = takeNotes(tree);

  const levels = file.levels ?? [];
  if (file.levels !== undefined && levels.length === 0) notes.add('error', 'levels.empty', ['levels']);
  const code = parseSchemeCode(file.scheme ?? '');
  if (file.scheme !== undefined && code === undefined)
    notes.add('error', 'code.form', ['scheme'], { kind: 'scheme', code: file.scheme });
  const total = file.total === undefined ? decimal('100') : parseDecimal(file.total);
  if (total === undefined) notes.add('error', 'decimal.form', ['total'], { text: file.total ?? '' });

  const offices = resolveOffices(file.departments ?? {}, notes);
  const ledgers = new Map(
    Object.entries(file.ledgers ?? {}).flatMap(([key, each]) => {
      const ledger = resolveLedger(key, each, offices, notes);
      return ledger === undefined ? [] : [[ledger.code, ledger] as const];
    }),
  );
  const heads = itemHeads(file.items ?? {}, notes);
  const headCodes = new Set<string>(heads.map((head) => head.code));
  const brokenItems = [
    ...lostIn(tree, 'items', file.items),
    ...Object.keys(file.items ?? {}).filter((key) => !headCodes.has(key)),
  ];
  const brokenIndicators = new Set(lostIn(tree, 'indicators', file.indicators));
  const names: SchemeNames = {
    // Codes after names, so that a code always wins.
    items: new Map([
      ...heads.map((head) => [head.name, head] as const),
      ...heads.map((head) => [head.code, head] as const),
    ]),
    ledgers: new Map([...ledgers].map(([key, ledger]) => [key, { columns: columnKinds(ledger) }])),
    indicators: new Set(Object.keys(file.indicators ?? {})),
    broken: new Set([
      ...brokenItems.flatMap((item) => nameOf(tree, item)),
      ...lostIn(tree, 'ledgers', file.ledgers),
      ...brokenIndicators,
    ]),
  };

  const desk = openDesk(names, notes);
  const items = new Map<ItemCode, SchemeItem>(
    heads.flatMap((head) => {
      const each = file.items?.[head.code];
      const item = each && resolveItem(each, head, ledgers, names, offices, desk, notes);
      return item === undefined ? [] : [[head.code, item] as const];
    }),
  );
  const indicators = resolveIndicators(file.indicators ?? {}, {
    levels,
    total: total ?? decimal('100'),
    offices,
    desk,
    notes,
    broken: brokenIndicators,
  });
  const grades = resolveGrades(file.grades ?? [], notes);
  const vetoes = resolveClauses('vetoes', file.vetoes ?? {}, levels, desk);
  const downgrades = resolveClauses('downgrades', file.downgrades ?? {}, levels, desk);
  const ceilings = resolveCeilings(file, desk, notes);
  const bonus = file.bonus && resolveBonus(file.bonus, desk, notes);
  const checks = Object.entries(file.checks ?? {}).flatMap(([id, each]) => {
    if (each.says !== undefined && each.kind !== 'text') checkSentence(id, each.says, names, notes);
    return resolveCheck(id, each, levels, names, desk, notes) ?? [];
  });
  const forms = Object.entries(file.forms ?? {}).map(([key, each]) =>
    resolveForm(key, each, items, names, offices, notes),
  );
  const approval = resolveApproval(file.approval ?? {}, offices, notes);
  const sections = resolveSections(file.sections ?? {}, levels, offices, notes);

  const { order, rings } = orderItems(items);
  for (const ring of rings) notes.add('error', 'item.cycle', ['items', ring[0] ?? ''], { ring });
  checkReading(items, desk, notes);
  checkOwnParts(items, notes);
  // What stood behind a slip of the pen may well read them.
  if (!before.some(({ code }) => code === 'scheme.yaml.syntax')) checkUnused(file, items, desk.compiled, notes);
  checkGradesAsked(file, notes);
  checkBases(file, notes);

  const fileAt = new Map(files.map(({ file: name }, at) => [name, at]));
  const placeOf = ({ at }: Finding): readonly [number, number] => [fileAt.get(at.file ?? '') ?? 0, at.line ?? 0];
  const findings = [...before, ...notes.findings].sort((a, b) => {
    const [[fileA, lineA], [fileB, lineB]] = [placeOf(a), placeOf(b)];
    return fileA - fileB || lineA - lineB;
  });
  if (findings.some(isError) || code === undefined || total === undefined) return { findings };
  const scheme: Scheme = {
    code,
    name: file.name,
    version: file.version ?? '1',
    year: file.year,
    levels,
    pointsDecimals: file.pointsDecimals ?? 2,
    tie: file.tie ?? 'half-away-from-zero',
    total,
    hash: hashTree(tree),
    departments: new Map([...offices.values()].map((office) => [office.code, { name: office.name }])),
    items,
    order,
    ledgers,
    forms,
    approval,
    sections,
    indicators,
    checks,
    grades,
    vetoes,
    downgrades,
    ceilings,
    ...(bonus === undefined ? {} : { bonus }),
    credibility: file.credibility !== undefined,
  };
  return { scheme, findings };
}
