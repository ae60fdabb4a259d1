/** The checks of the task in the browser: after each key, over the one unit that changed. */
import {
  checkFigures,
  checkOwn,
  FORMER_REASON,
  formerReasons,
  withGrants,
  withoutDoubles,
} from '../../../../src/collect/pure.ts';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { compileFormula } from '../../../../src/engines/formula/index.ts';
import type { Finding, ItemCode } from '../../../../src/kernel/index.ts';
import { type Cell, type Item, keyOf } from './cells.ts';
import { namesOf } from './names-of.ts';
import { pairsOf } from './pairs.ts';

type Check = Parameters<typeof checkFigures>[0][number];

export interface Checker {
  /** Kinds of checks the browser carries out; what the others found is the server's to say. */
  readonly isLocal: (code: string) => boolean;
  check(subject: string, cells: ReadonlyMap<string, Cell>): readonly Finding[];
}

const LOCAL: ReadonlySet<string> = new Set([
  'zeroOrMissing',
  'percentEntry',
  'range',
  'jump',
  'unitSlip',
  'notBelowPrior',
  'holds',
]);

export function openChecker(page: TaskPage): Checker {
  const items = new Map<ItemCode, Item>(page.items.map((item) => [item.code, item]));
  const checks = page.checks.flatMap((check): Check[] => {
    const { rule, ...rest } = check;
    if (rule === undefined) return [rest as Check];
    const compiled = compileFormula(rule, namesOf(items));
    // A rule over what this task does not show is decided by the server alone.
    return compiled.ok ? [{ ...rest, rule: compiled.formula } as Check] : [];
  });
  const local = new Set(checks.filter(({ kind }) => LOCAL.has(kind)).map(({ id }) => id));
  const ruled = checks.filter(({ kind }) => kind === 'holds' || kind === 'notBelowPrior');
  const ofFigures = checks.filter(({ kind }) => LOCAL.has(kind) && !ruled.some((each) => each.kind === kind));
  const known = new Map(
    [...items].map(([code, { name, unit, type, by, roll }]) => [code, { name, unit, type, by, roll }]),
  );
  const handedIn = new Map(page.answers.map((answer) => [keyOf(answer), answer.handedIn]));
  return {
    isLocal: (code) => local.has(code) || code === FORMER_REASON,
    check(subject, cells) {
      const pairs = pairsOf(page, subject, cells);
      const found = [...checkFigures(ofFigures, { pairs }), ...checkOwn(ruled, { pairs }, known)];
      const former = formerReasons(pairs, (subject, item, year) => handedIn.get(keyOf({ subject, item, year })));
      return withGrants([...withoutDoubles(found, checks), ...former], page.exceptions, { pairs });
    },
  };
}
