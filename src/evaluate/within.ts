/** Codes tell the tree: B3.1 lies within B3, and B3 within B. */
export const isWithin = (leaf: string, branch: string): boolean =>
  leaf === branch || leaf.startsWith(`${branch}.`) || (/^[A-Z]$/.test(branch) && leaf.startsWith(branch));
