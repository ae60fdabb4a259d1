/**
 * Opens a Word or Excel file.
 *
 * 1. what it is            (bytes)      => refused or a zip   kind.ts
 * 2. its entries           (bytes)      => Entry[]            directory.ts
 * 3. limits on what is declared, before a byte is inflated
 * 4. its parts' types, its relations, its kind
 *
 * Parts are inflated at their first use, held to the size and CRC they declared, and XML passes the gate then.
 */
import type { Finding } from '../../kernel/index.ts';
import { CONTENT_TYPES, type ContentTypes, readContentTypes } from './content-types.ts';
import type { OfficeKind, OfficePackage, PackedPart, Relation } from './contract.ts';
import { type Entry, readDirectory } from './directory.ts';
import { isDirectoryName } from './entry-name.ts';
import { inflate } from './inflate.ts';
import { refuseOtherFiles, refuseOtherKinds } from './kind.ts';
import { FILE_BYTES, RATIO, RATIO_FREE_BYTES, UNPACKED_BYTES } from './limits.ts';
import { OoxmlProblem } from './problem.ts';
import { readRelations, sourceOf } from './relations.ts';
import { readXml } from './xml-gate.ts';

/** `file` is the name people know it by; it stands in every problem. Throws problems `ooxml.*`. */
export function readPackage(bytes: Uint8Array, kind: OfficeKind, file: string): OfficePackage {
  refuseLarge(bytes, file);
  refuseOtherFiles(bytes, kind, file);
  return new OpenedPackage(kind, file, readEntries(bytes, file));
}

/** A plain zip held to the same limits, whole: name -> content. Throws problems `ooxml.*`. */
export function readArchive(bytes: Uint8Array, file: string): ReadonlyMap<string, Uint8Array> {
  refuseLarge(bytes, file);
  const contents = new Map<string, Uint8Array>();
  for (const entry of readEntries(bytes, file)) {
    if (contents.has(entry.name)) throw OoxmlProblem.duplicate({ file, part: entry.name });
    contents.set(entry.name, inflate(entry, file));
  }
  return contents;
}

function refuseLarge(bytes: Uint8Array, file: string): void {
  if (bytes.length <= FILE_BYTES) return;
  const megabytes = Math.ceil(bytes.length / 1024 / 1024);
  throw OoxmlProblem.tooLarge({ file, megabytes, limit: FILE_BYTES / 1024 / 1024 });
}

function readEntries(bytes: Uint8Array, file: string): readonly Entry[] {
  const entries = readDirectory(bytes, file).filter(({ name }) => !isDirectoryName(name));
  refuseBombs(entries, file);
  return entries;
}

function refuseBombs(entries: readonly Entry[], file: string): void {
  let unpacked = 0;
  for (const { name, size, packed } of entries) {
    unpacked += size;
    if (size > RATIO_FREE_BYTES && size > packed.length * RATIO) {
      throw OoxmlProblem.ratio({ file, part: name, limit: RATIO });
    }
  }
  if (unpacked > UNPACKED_BYTES) throw OoxmlProblem.unpackedTooLarge({ file, limit: UNPACKED_BYTES / 1024 / 1024 });
}

class OpenedPackage implements OfficePackage {
  readonly kind: OfficeKind;
  readonly names: readonly string[];
  readonly contentType: ContentTypes;
  readonly findings: readonly Finding[];
  readonly #file: string;
  /** By name in small letters: part names differ by more than case (OPC, 6.2.2.3). */
  readonly #entries = new Map<string, Entry>();
  readonly #relations = new Map<string, readonly Relation[]>();
  readonly #texts = new Map<string, string>();

  constructor(kind: OfficeKind, file: string, entries: readonly Entry[]) {
    this.kind = kind;
    this.#file = file;
    for (const entry of entries) {
      const key = entry.name.toLowerCase();
      if (this.#entries.has(key)) throw OoxmlProblem.duplicate({ file, part: entry.name });
      this.#entries.set(key, entry);
    }
    this.names = entries.map(({ name }) => name);
    if (!this.has(CONTENT_TYPES)) throw OoxmlProblem.wrongKind({ file, kind, got: '' });
    this.contentType = readContentTypes(this.bytes(CONTENT_TYPES), file);
    for (const name of this.names) {
      if (!name.endsWith('.rels')) continue;
      this.#relations.set(sourceOf(name), readRelations(this.bytes(name), { file, part: name }));
    }
    const main = this.relations('').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? '';
    refuseOtherKinds(this.contentType(main) ?? '', this.names.map(this.contentType), kind, file);
    if (!this.has(main)) throw OoxmlProblem.missingPart({ file, part: main });
    this.findings = outsideContent(this.#relations, file);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  bytes(name: string): Uint8Array {
    return inflate(this.#entry(name), this.#file);
  }

  text(name: string): string {
    const known = this.#texts.get(name);
    if (known !== undefined) return known;
    const text = readXml(this.bytes(name), { file: this.#file, part: name });
    this.#texts.set(name, text);
    return text;
  }

  packed(name: string): PackedPart {
    const entry = this.#entry(name);
    // What is copied into our files is what it says it is.
    inflate(entry, this.#file);
    return { method: entry.method === 0 ? 0 : 8, crc32: entry.crc32, size: entry.size, packed: entry.packed };
  }

  relations(of: string): readonly Relation[] {
    return this.#relations.get(of) ?? [];
  }

  #entry(name: string): Entry {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw OoxmlProblem.missingPart({ file: this.#file, part: name });
    return entry;
  }
}

/** Links people click are no findings; pictures, templates and data that a program would fetch by itself are. */
function outsideContent(relations: ReadonlyMap<string, readonly Relation[]>, file: string): Finding[] {
  const findings: Finding[] = [];
  for (const [part, list] of relations) {
    for (const { type, target, external } of list) {
      const kind = type.slice(type.lastIndexOf('/') + 1);
      const data = { file, part, kind, target: target.slice(0, 200) };
      if (kind === 'aFChunk') findings.push({ code: 'ooxml.part.foreign', severity: 'warn', at: { file, part }, data });
      else if (external && kind !== 'hyperlink') {
        findings.push({ code: 'ooxml.relation.external', severity: 'warn', at: { file, part }, data });
      }
    }
  }
  return findings;
}
