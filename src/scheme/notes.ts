/** Where findings about a scheme gather, each with the file and line of the nearest entry that was written. */
import type { Finding, FindingData, Place, Severity } from '../kernel/index.ts';
import type { Tree } from './tree.ts';

export type Path = readonly (string | number)[];

export interface Notes {
  readonly findings: readonly Finding[];
  add(severity: Severity, code: string, path: Path, data?: FindingData, quote?: string): void;
  /** Findings of another machine (a formula's) about the text at `path`. */
  pass(found: readonly Finding[], path: Path, quote: string): void;
}

/** The node at a path, or the deepest one on the way to it. */
function nearest(root: Tree, path: Path): Tree {
  let node = root;
  for (const step of path) {
    const next =
      node.kind === 'map'
        ? node.entries.get(String(step))
        : node.kind === 'list'
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

export function takeNotes(root: Tree): Notes {
  const findings: Finding[] = [];
  const placeOf = (path: Path): Place => {
    const { file, line } = nearest(root, path);
    return { file, line, path: path.join('.') };
  };
  return {
    findings,
    add(severity, code, path, data = {}, quote) {
      const at = placeOf(path);
      findings.push({ code: `scheme.${code}`, severity, at, data, ...(quote === undefined ? {} : { quote }) });
    },
    pass(found, path, quote) {
      for (const each of found)
        findings.push({ ...each, at: { ...each.at, ...placeOf(path) }, quote: each.quote ?? quote });
    },
  };
}
