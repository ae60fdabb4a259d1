/** Controls that a program kept and left without names: what stands in them can no longer be told by them alone. */
import type { Finding } from '../../kernel/index.ts';
import type { WordFile } from './contract.ts';
import { isNameless, markOf } from './control.ts';
import { placeParagraphs } from './text/paragraphs.ts';
import { scanXml } from './xml/scan.ts';

/** One finding for the whole file, where none of ours is left; a single control without a name may be anybody's. */
export function findNameless({ package: pkg, parts }: WordFile): readonly Finding[] {
  let count = 0;
  for (const { part } of parts) {
    const source = pkg.text(part);
    for (const { logical } of placeParagraphs(source, scanXml(source)))
      for (const { control } of logical.controls) {
        if (markOf(source, control) !== undefined) return [];
        if (isNameless(control)) count += 1;
      }
  }
  return count < 2 ? [] : [{ code: 'word.controls.nameless', severity: 'hint', at: {}, data: { count } }];
}
