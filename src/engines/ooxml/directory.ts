/**
 * The central directory of a zip, read strictly.
 *
 *     [local header, packed bytes]...  [central header]...  [zip64 end, locator]  [end record]
 *
 * Programs differ in what they take from a zip that says two things (two end records, a name that is different in
 * both headers, entries lying on each other). Such files are refused, so what was checked here is what Word sees.
 */
import { decodeName, isSafeName, speakName } from './entry-name.ts';
import { ENTRIES } from './limits.ts';
import { OoxmlProblem } from './problem.ts';

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc32: number;
  /** Declared; what comes out while inflating must be the same. */
  readonly size: number;
  readonly packed: Uint8Array;
}

interface CentralHeader extends Omit<Entry, 'packed'> {
  readonly packedSize: number;
  readonly localOffset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_SIZE = 22;
const COMMENT_LIMIT = 0xffff;
const ENCRYPTED = 0x0001;
/** Made on Unix, and the mode says symbolic link. */
const isLink = (madeBy: number, attributes: number): boolean =>
  madeBy >> 8 === 3 && ((attributes >>> 16) & 0xf000) === 0xa000;

/** Entries in file order of the directory. Directory entries, as WPS writes them, are among them. */
export function readDirectory(bytes: Uint8Array, file: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view, file);
  if (directory.count > ENTRIES) {
    throw OoxmlProblem.tooManyEntries({ file, entries: directory.count, limit: ENTRIES });
  }
  const headers: CentralHeader[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i += 1) {
    const header = readCentralHeader(view, at, directory.end, file);
    headers.push(header.entry);
    at = header.next;
  }
  if (at !== directory.end) throw OoxmlProblem.damaged({ file, part: '' });
  return locate(view, headers, directory.start, file);
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

function findDirectory(view: DataView, file: string): Directory {
  const ends = endRecords(view);
  const [end] = ends;
  if (end === undefined) throw OoxmlProblem.truncated({ file });
  if (ends.length > 1) throw OoxmlProblem.damaged({ file, part: '' });
  const directory = readZip64End(view, end) ?? {
    count: view.getUint16(end + 10, true),
    start: view.getUint32(end + 16, true),
    end,
    size: view.getUint32(end + 12, true),
  };
  const onOneDisk = view.getUint16(end + 4, true) === view.getUint16(end + 6, true);
  // Junk before the first header, or between directory and end record, moves one of these.
  if (!onOneDisk || directory.start + directory.size !== directory.end) throw OoxmlProblem.damaged({ file, part: '' });
  return directory;
}

/** Every place whose comment ends exactly at the end of the file. */
function endRecords(view: DataView): number[] {
  const found: number[] = [];
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - COMMENT_LIMIT; at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) {
      found.push(at);
    }
  }
  return found;
}

/** Some streaming writers give a ZIP64 end record to small files too. */
function readZip64End(view: DataView, end: number): (Directory & { readonly size: number }) | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > locator || view.getUint32(record, true) !== END_64) return undefined;
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    size: Number(view.getBigUint64(record + 40, true)),
    start: Number(view.getBigUint64(record + 48, true)),
    end: record,
  };
}

function readCentralHeader(
  view: DataView,
  at: number,
  end: number,
  file: string,
): { readonly entry: CentralHeader; readonly next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw OoxmlProblem.damaged({ file, part: '' });
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end) throw OoxmlProblem.damaged({ file, part: '' });
  const name = decodeName(slice(view, at + 46, nameLength));
  if (name === undefined || !isSafeName(name)) {
    throw OoxmlProblem.entryName({ file, part: speakName(name ?? '') });
  }
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw OoxmlProblem.encrypted({ file });
  if (isLink(view.getUint16(at + 4, true), view.getUint32(at + 38, true))) {
    throw OoxmlProblem.link({ file, part: name });
  }
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw OoxmlProblem.method({ file, part: name, method });
  const long = readLongSizes(view, at, at + 46 + nameLength, extraLength);
  return { entry: { name, method, crc32: view.getUint32(at + 16, true), ...long }, next };
}

/** Sizes and offset, each taken from the ZIP64 field where the short one says 0xFFFFFFFF. */
function readLongSizes(view: DataView, header: number, extra: number, extraLength: number) {
  let field = -1;
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) field = at + 4;
  }
  const take = (short: number): number => {
    if (short !== 0xffffffff || field < 0 || field + 8 > extra + extraLength) return short;
    const long = Number(view.getBigUint64(field, true));
    field += 8;
    return long;
  };
  const size = take(view.getUint32(header + 24, true));
  const packedSize = take(view.getUint32(header + 20, true));
  const localOffset = take(view.getUint32(header + 42, true));
  return { size, packedSize, localOffset };
}

/** Finds the packed bytes behind each local header and sees that no two entries share any. */
function locate(view: DataView, headers: readonly CentralHeader[], directoryStart: number, file: string): Entry[] {
  const spans = headers.map((header) => {
    const at = header.localOffset;
    if (at + 30 > directoryStart || view.getUint32(at, true) !== LOCAL) {
      throw OoxmlProblem.damaged({ file, part: header.name });
    }
    const nameLength = view.getUint16(at + 26, true);
    const data = at + 30 + nameLength + view.getUint16(at + 28, true);
    const end = data + header.packedSize;
    if (end > directoryStart || decodeName(slice(view, at + 30, nameLength)) !== header.name) {
      throw OoxmlProblem.damaged({ file, part: header.name });
    }
    const { name, method, crc32, size } = header;
    return { at, end, entry: { name, method, crc32, size, packed: slice(view, data, header.packedSize) } };
  });
  let reached = 0;
  for (const span of [...spans].sort((a, b) => a.at - b.at)) {
    if (span.at < reached) throw OoxmlProblem.overlap({ file, part: span.entry.name });
    reached = span.end;
  }
  return spans.map((span) => span.entry);
}

const slice = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);
