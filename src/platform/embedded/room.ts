import { statfsSync } from 'node:fs';
import { EmbeddedProblem } from './problems.ts';

const MB = 2 ** 20;

/** Throws `noRoom` where the disk of `folder` has fewer than `needed` MB left for ordinary users. */
export function ensureRoom(folder: string, needed: number): void {
  const free = freeMb(folder);
  if (free < needed) throw EmbeddedProblem.noRoom({ folder, free, needed });
}

function freeMb(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / MB);
}
