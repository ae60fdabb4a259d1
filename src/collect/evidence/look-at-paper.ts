/** The content of a record looked at before it is taken. One that is refused is gone from the disk before anyone is told so. */
import type { Problem } from '../../kernel/index.ts';
import type { By } from '../../platform/index.ts';
import { CollectProblem } from '../problems.ts';
import { markedAt, type Where, wordsOf } from './sensitive.ts';
import { namesKind, sniff } from './sniff.ts';
import { textOf } from './text-of.ts';

interface Stated {
  readonly title: string;
  readonly issuer?: string;
  readonly pages?: string;
  readonly mode: 'upload' | 'pages' | 'onsite';
  readonly content?: { readonly sha256: string; readonly name: string };
}

interface Paper {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
}

/**
 * What is said of it in words, each with where it stands, and the paper where one came. Throws `collect.evidenceOnSite`,
 * `evidenceKind`, `evidenceName`, `evidenceSecret`.
 */
export async function lookAtPaper(
  stated: Stated,
  { files }: By,
): Promise<{ readonly texts: ReadonlyMap<Where, string>; readonly paper?: Paper }> {
  const texts = new Map<Where, string>([['record', wordsOf(stated)]]);
  const { mode, content } = stated;
  if (content === undefined) return { texts };
  const { sha256, name } = content;
  const refuse = async (problem: Problem): Promise<never> => {
    await files.drop(sha256);
    throw problem;
  };
  if (mode === 'onsite') return refuse(CollectProblem.evidenceOnSite({ name }));
  const bytes = await files.read(sha256);
  const kind = sniff(bytes);
  if (kind === undefined) return refuse(CollectProblem.evidenceKind({ name }));
  if (!namesKind(name, kind)) return refuse(CollectProblem.evidenceName({ name, kind: kind.ending }));
  texts.set('name', name).set('content', textOf(bytes, kind.ending));
  const where = markedAt(texts);
  if (where !== undefined) return refuse(CollectProblem.evidenceSecret({ name, where }));
  return { texts, paper: { sha256, size: bytes.length, type: kind.type } };
}
