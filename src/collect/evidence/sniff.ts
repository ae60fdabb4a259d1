/**
 * What a content is, by its first bytes and not by its name. Only what an office lays before a verifier is taken:
 * papers, tables, pictures, words. A program or a page with scripts is not, whatever it calls itself.
 */
export interface FileKind {
  /** `pdf`, `docx` ... as names end. */
  readonly ending: string;
  readonly type: string;
  /** Other endings that mean the same. */
  readonly also?: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PDF: FileKind = { ending: 'pdf', type: 'application/pdf' };
const PNG: FileKind = { ending: 'png', type: 'image/png' };
const JPEG: FileKind = { ending: 'jpg', type: 'image/jpeg', also: ['jpeg'] };
const TEXT: FileKind = { ending: 'txt', type: 'text/plain; charset=utf-8', also: ['csv', 'md'] };
/** Word, Excel and WPS before 2007: one container for all of them. */
const OLD_OFFICE: FileKind = { ending: 'doc', type: 'application/x-ole-storage', also: ['xls', 'ppt', 'wps', 'et'] };
const ZIPPED: readonly (readonly [part: string, kind: FileKind])[] = [
  ['word/document.xml', { ending: 'docx', type: `${OFFICE}.wordprocessingml.document` }],
  ['xl/workbook.xml', { ending: 'xlsx', type: `${OFFICE}.spreadsheetml.sheet` }],
  ['ppt/presentation.xml', { ending: 'pptx', type: `${OFFICE}.presentationml.presentation` }],
  ['OFD.xml', { ending: 'ofd', type: 'application/ofd' }],
];

const MAGIC: readonly (readonly [magic: readonly number[], kind: FileKind])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], PDF],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], PNG],
  [[0xff, 0xd8, 0xff], JPEG],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], OLD_OFFICE],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Names of the parts stand at the end of a zip. */
const DIRECTORY_BYTES = 262_144;
/** What a browser would run. */
const MARKUP = /^\s*(?:<!doctype|<html|<svg|<script|<\?xml)/i;

/** Undefined for what is not taken as evidence. */
export function sniff(content: Uint8Array): FileKind | undefined {
  const starts = (magic: readonly number[]): boolean => magic.every((byte, at) => content[at] === byte);
  const known = MAGIC.find(([magic]) => starts(magic))?.[1];
  if (known !== undefined) return known;
  if (starts(ZIP)) {
    const names = Buffer.from(content.subarray(-DIRECTORY_BYTES)).toString('latin1');
    return ZIPPED.find(([part]) => names.includes(part))?.[1];
  }
  return isText(content) ? TEXT : undefined;
}

function isText(content: Uint8Array): boolean {
  if (content.length === 0 || content.includes(0)) return false;
  const words = ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(content);
      return true;
    } catch {
      return false;
    }
  });
  return words && !MARKUP.test(Buffer.from(content.subarray(0, 512)).toString('utf8'));
}

/** Whether a name may stand for the kind; a name without an ending says nothing and may. */
export function namesKind(name: string, { ending, also = [] }: FileKind): boolean {
  const given = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return given === undefined || given === ending || also.includes(given);
}

/** What a browser shows itself: papers, pictures and words. */
const SHOWN: ReadonlySet<FileKind> = new Set([PDF, PNG, JPEG, TEXT]);
export const runsNothing = (kind: FileKind): boolean => SHOWN.has(kind);
