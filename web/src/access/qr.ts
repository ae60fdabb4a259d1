/**
 * A QR code (ISO/IEC 18004) of a short text: bytes, error correction L, mask 0. Enough for the address of a one-time
 * code, and a package for it would be larger than the screen it stands on.
 *
 * 1. bytes to codewords   => data, padded
 * 2. error correction     => blocks, interleaved
 * 3. functional patterns  => finders, timing, alignment, format and version
 * 4. codewords, masked    => dark and light modules
 */

/** Of versions 1 to 15 at level L: error correction codewords a block, and blocks. */
const ECC = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22] as const;
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6] as const;

type Grid = (boolean | undefined)[][];

/** Rows of modules, `true` dark, without the quiet zone. Undefined for a text that is too long. */
export function qrOf(text: string): readonly (readonly boolean[])[] | undefined {
  const bytes = [...new TextEncoder().encode(text)];
  const version = ECC.findIndex((_, at) => capacityOf(at + 1) >= bytes.length + (at + 1 < 10 ? 2 : 3)) + 1;
  if (version === 0) return undefined;
  const codewords = withCorrection(dataOf(bytes, version), version);
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  drawFunctions(grid, version);
  drawData(grid, codewords);
  return grid.map((row) => row.map((module) => module === true));
}

function rawBits(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const aligned = Math.floor(version / 7) + 2;
    bits -= (25 * aligned - 10) * aligned - 55;
    if (version >= 7) bits -= 36;
  }
  return bits;
}
const capacityOf = (version: number): number =>
  Math.floor(rawBits(version) / 8) - (ECC[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 0);

function dataOf(bytes: readonly number[], version: number): readonly number[] {
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1);
  };
  put(0b0100, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  const capacity = capacityOf(version) * 8;
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** In the field of 256 elements over 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> at) & 1) * a;
  }
  return product;
}

function divisorOf(degree: number): readonly number[] {
  const result = Array<number>(degree).fill(0);
  result[degree - 1] = 1;
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let at = 0; at < degree; at += 1) result[at] = times(result[at] ?? 0, root) ^ (result[at + 1] ?? 0);
    root = times(root, 2);
  }
  return result;
}

function remainderOf(data: readonly number[], divisor: readonly number[]): readonly number[] {
  const result = Array<number>(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    for (const [at, coefficient] of divisor.entries()) result[at] = (result[at] ?? 0) ^ times(coefficient, factor);
  }
  return result;
}

function withCorrection(data: readonly number[], version: number): readonly number[] {
  const [count, length] = [BLOCKS[version - 1] ?? 1, ECC[version - 1] ?? 0];
  const raw = Math.floor(rawBits(version) / 8);
  const shortBlocks = count - (raw % count);
  const shortLength = Math.floor(raw / count) - length;
  const divisor = divisorOf(length);
  const blocks: { readonly data: readonly number[]; readonly ecc: readonly number[] }[] = [];
  for (let block = 0, at = 0; block < count; block += 1) {
    const part = data.slice(at, at + shortLength + (block < shortBlocks ? 0 : 1));
    at += part.length;
    blocks.push({ data: part, ecc: remainderOf(part, divisor) });
  }
  const columns = (of: 'data' | 'ecc', most: number): number[] =>
    Array.from({ length: most }, (_, at) => blocks.flatMap((block) => block[of][at] ?? [])).flat();
  return [...columns('data', shortLength + 1), ...columns('ecc', length)];
}

function drawFunctions(grid: Grid, version: number): void {
  const size = grid.length;
  const put = (x: number, y: number, dark: boolean): void => {
    const row = grid[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = dark;
  };
  for (let at = 0; at < size; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy += 1)
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        put(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
  const places = alignmentOf(version);
  const last = places.length - 1;
  for (const [i, x] of places.entries())
    for (const [j, y] of places.entries()) {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) continue;
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) put(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  // Level L is 01, mask 0 is 000.
  const format = bch(0b01000, 10, 0x537) ^ 0x5412;
  const bit = (of: number, at: number): boolean => ((of >>> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) put(8, at, bit(format, at));
  put(8, 7, bit(format, 6));
  put(8, 8, bit(format, 7));
  put(7, 8, bit(format, 8));
  for (let at = 9; at < 15; at += 1) put(14 - at, 8, bit(format, at));
  for (let at = 0; at < 8; at += 1) put(size - 1 - at, 8, bit(format, at));
  for (let at = 8; at < 15; at += 1) put(8, size - 15 + at, bit(format, at));
  put(8, size - 8, true);
  if (version < 7) return;
  const told = bch(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    put(a, b, bit(told, at));
    put(b, a, bit(told, at));
  }
}

function bch(value: number, length: number, generator: number): number {
  let rest = value;
  for (let at = 0; at < length; at += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * generator);
  return (value << length) | rest;
}

function alignmentOf(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => version * 4 + 10 - (count - 2 - at) * step)];
}

/** Up and down in pairs of columns from the right, past the upright timing line. */
function drawData(grid: Grid, codewords: readonly number[]): void {
  const size = grid.length;
  const functional = grid.map((row) => row.map((module) => module !== undefined));
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (functional[y]?.[x] === true) continue;
        const bit = ((codewords[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1;
        const row = grid[y];
        if (row !== undefined) row[x] = (bit === 1) !== ((x + y) % 2 === 0);
        at += 1;
      }
    }
  }
}
