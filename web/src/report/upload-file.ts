/** A Word file filed: what is none, or is too large, is told before it travels. */
import { type Filed, upload } from '../shell/api.ts';

const MOST_BYTES = 50 * 1024 * 1024;

export type WordFile = { readonly filed: Filed } | { readonly fault: 'notWord' | 'tooLarge'; readonly mb: number };

/** Throws `Refused`. */
export async function fileWord(file: File, told?: (share: number) => void): Promise<WordFile> {
  const mb = Math.ceil(file.size / 1024 / 1024);
  if (!/\.docx$/i.test(file.name)) return { fault: 'notWord', mb };
  if (file.size > MOST_BYTES) return { fault: 'tooLarge', mb };
  return { filed: await upload(file, told) };
}
