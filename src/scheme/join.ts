/** Many files, one scheme: the top-level keys of all files together. Maps are merged; what stands twice is a finding. */
import type { Finding } from '../kernel/index.ts';
import type { Tree } from './tree.ts';

export interface Joined {
  readonly tree: Tree & { readonly kind: 'map' };
  readonly findings: readonly Finding[];
}

export function joinTrees(trees: readonly Tree[]): Joined {
  const findings: Finding[] = [];
  const joined = new Map<string, Tree>();
  const twice = (path: string, first: Tree, second: Tree): void => {
    findings.push({
      code: 'scheme.join.double',
      severity: 'error',
      at: { file: second.file, line: second.line, path },
      data: { path, file: first.file, line: first.line },
    });
  };

  for (const tree of trees) {
    if (tree.kind !== 'map') {
      // An empty file says nothing; anything else at the top is not a part of a scheme.
      if (tree.kind === 'text' && tree.text === '') continue;
      const at = { file: tree.file, line: tree.line };
      findings.push({ code: 'scheme.shape.kind', severity: 'error', at, data: { path: '', expected: 'map' } });
      continue;
    }
    for (const [key, part] of tree.entries) {
      const before = joined.get(key);
      if (before === undefined) joined.set(key, part);
      else if (before.kind !== 'map' || part.kind !== 'map') twice(key, before, part);
      else {
        const entries = new Map(before.entries);
        for (const [name, entry] of part.entries) {
          const first = entries.get(name);
          if (first === undefined) entries.set(name, entry);
          else twice(`${key}.${name}`, first, entry);
        }
        joined.set(key, { ...before, entries });
      }
    }
  }
  const [first] = trees;
  return { tree: { kind: 'map', entries: joined, file: first?.file ?? '', line: 1 }, findings };
}
