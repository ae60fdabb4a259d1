/** A copy of a report filed as its next version: read and checked anew, made from the same snapshot. */
import type { RoundContext } from '../../collect/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import type { TraceFile } from '../contract.ts';
import { readEdited } from './read-edited.ts';
import { addVersion, type findVersion } from './reports.store.ts';
import { thaw } from './snapshot.ts';

type Last = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/** Gives the number of the new version. */
export async function fileCopy(tx: Tx, by: By, context: RoundContext, last: Last, docx: string): Promise<number> {
  const { submission, evaluation } = await thaw(tx, by, context, last.snapshot);
  const trace = JSON.parse(Buffer.from(await by.files.read(last.trace)).toString('utf8')) as TraceFile;
  const told = readEdited(await by.files.read(docx), { scheme: context.scheme, submission, evaluation }, trace);
  const version = last.version + 1;
  const { account: author, person } = by.who;
  // What was agreed to was another text.
  const { asked: _, reason: __, by: ___, ...filing } = last.filing;
  await addVersion(tx, { ...last, ...told, version, kind: 'edited', docx, filing, author, person, at: by.now });
  return version;
}
