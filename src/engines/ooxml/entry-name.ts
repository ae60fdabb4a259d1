/**
 * Names of zip entries. Office writes plain paths such as `word/media/image1.png`; whatever could leave a folder,
 * mean a device or confuse a program that uses names as keys is refused, though Luzhi never unpacks to disk.
 */
import { NAME_LENGTH } from './limits.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for bytes that are not UTF-8 (GBK without the flag, for one). */
export function decodeName(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const ODD_CHARACTER = /[\u0000-\u001f\u007f\\:*?"<>|\ufffe\uffff]/;
/** Devices of Windows and keys every JavaScript object has. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|__proto__|constructor|prototype)(?:\.|$)/i;

export const isDirectoryName = (name: string): boolean => name.endsWith('/');

export function isSafeName(name: string): boolean {
  if (name === '' || name.length > NAME_LENGTH || ODD_CHARACTER.test(name)) return false;
  const path = isDirectoryName(name) ? name.slice(0, -1) : name;
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..' && !RESERVED.test(step));
}

/** For a sentence: no control characters, not longer than a line. */
export const speakName = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced.
  name.replace(/[\u0000-\u001f\u007f]/g, '?').slice(0, 60);
