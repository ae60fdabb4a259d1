/** SHA-256 of what a scheme says: the same for the same content in other files, in other order of keys, anywhere. */
import { createHash } from 'node:crypto';
import type { Tree } from './tree.ts';

/** Lists keep their order, since it means something; maps are sorted by key. Item order in a map decides nothing but display. */
function canonical(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind === 'list') return tree.items.map(canonical);
  return [
    'map',
    ...[...tree.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, canonical(entry)]),
  ];
}

export const hashTree = (tree: Tree): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(tree)))
    .digest('hex');
