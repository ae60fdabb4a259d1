/** What a file is before and after it is opened as a zip. */
import type { OfficeKind } from './contract.ts';
import { OoxmlProblem } from './problem.ts';

/** Head of a compound file: .xls, .doc, and every Office file with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** Refuses by the first bytes what can be named better than as a broken zip. */
export function refuseOtherFiles(bytes: Uint8Array, kind: OfficeKind, file: string): void {
  if (bytes.length === 0) throw OoxmlProblem.empty({ file });
  if (startsWith(bytes, COMPOUND)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED_PACKAGE);
    throw encrypted ? OoxmlProblem.encrypted({ file }) : OoxmlProblem.oldBinary({ file, kind });
  }
  if (!startsWith(bytes, ZIP)) throw OoxmlProblem.notZip({ file, kind });
}

const MAIN_TYPE: readonly (readonly [RegExp, string])[] = [
  [/macroenabled/i, 'macros'],
  [/wordprocessingml\.document\.main\+xml$/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml$/, 'xlsx'],
  [/wordprocessingml\.template\.main\+xml$/, 'dotx'],
  [/spreadsheetml\.template\.main\+xml$/, 'xltx'],
  [/presentationml\./, 'pptx'],
];

/**
 * Refuses another kind than asked for. Files with macros (.docm, .xlsm, .xlsb) are refused, not stripped: whoever sent
 * one learns that its macros are not wanted, and what was checked stays what was sent.
 */
export function refuseOtherKinds(
  mainType: string,
  partTypes: readonly (string | undefined)[],
  kind: OfficeKind,
  file: string,
): void {
  const got = MAIN_TYPE.find(([pattern]) => pattern.test(mainType))?.[1] ?? '';
  const hasMacros = partTypes.some((type) => type !== undefined && /vbaproject|macrosheet/i.test(type));
  if (got === 'macros' || hasMacros) throw OoxmlProblem.macros({ file, kind });
  if (got !== kind) throw OoxmlProblem.wrongKind({ file, kind, got });
}
