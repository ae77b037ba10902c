/**
 * bzip2 from pieces, a block of at most 900 kB at a time. Throws BrokenBzip2 on what is none; what
 * came before is given out first. Written for this: the libraries at hand need Node or are unkept.
 */
export class BrokenBzip2 extends Error {}

const blockMagic = 0x314159265359;
const endMagic = 0x177245385090;
const longestCode = 20;
const symbolsPerGroup = 50;

/** Bits of the pieces, the highest of each byte first. */
function createBits(pieces: Iterable<Uint8Array>) {
  const iterator = pieces[Symbol.iterator]();
  let piece: Uint8Array = new Uint8Array(0);
  let at = 0;
  let held = 0;
  let heldBits = 0;
  function nextByte(): number {
    while (at === piece.length) {
      const next = iterator.next();
      if (next.done === true) return -1;
      piece = next.value;
      at = 0;
    }
    return piece[at++];
  }
  function read(count: number): number {
    while (heldBits < count) {
      const byte = nextByte();
      if (byte === -1) throw new BrokenBzip2('it ends too early');
      held = ((held << 8) | byte) & 0xffffff;
      heldBits += 8;
    }
    heldBits -= count;
    return (held >>> heldBits) & ((1 << count) - 1);
  }
  return {
    /** At most 16 bits. */
    read,
    readLong: (count: number): number => {
      let value = 0;
      for (let left = count; left > 0; left -= 8) value = value * 256 + read(8);
      return value;
    },
    /** To the next whole byte; −1 at the end. */
    byteOrEnd(): number {
      heldBits -= heldBits % 8;
      if (heldBits >= 8) return read(8);
      return nextByte();
    },
  };
}

type Bits = ReturnType<typeof createBits>;

/** A canonical Huffman code: by length of codes, their limits and where their symbols begin. */
interface HuffmanTable {
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly symbols: Uint16Array;
}

function buildTable(lengths: Uint8Array): HuffmanTable {
  const symbols = new Uint16Array(lengths.length);
  const limits = new Int32Array(longestCode + 2).fill(-1);
  const bases = new Int32Array(longestCode + 2);
  let [code, count] = [0, 0];
  for (let length = 1; length <= longestCode; length++) {
    bases[length] = code - count;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[count++] = symbol;
      code++;
    }
    limits[length] = code - 1;
    code <<= 1;
  }
  return { limits, bases, symbols };
}

function readSymbol(bits: Bits, { limits, bases, symbols }: HuffmanTable): number {
  let code = 0;
  for (let length = 1; length <= longestCode; length++) {
    code = (code << 1) | bits.read(1);
    const index = code - bases[length];
    if (code <= limits[length] && index >= 0 && index < symbols.length) return symbols[index];
  }
  throw new BrokenBzip2('a code is none');
}

/** The bytes that occur in a block, by two levels of bits. */
function readUsedBytes(bits: Bits): number[] {
  const ranges = bits.read(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const present = bits.read(16);
    for (let low = 0; low < 16; low++) {
      if ((present & (0x8000 >> low)) !== 0) used.push(16 * range + low);
    }
  }
  if (used.length === 0) throw new BrokenBzip2('a block has no bytes');
  return used;
}

/** Moves the value at a place of a list to its front. */
function moveToFront(list: number[] | Uint8Array, at: number): number {
  const value = list[at];
  list.copyWithin(1, 0, at);
  list[0] = value;
  return value;
}

function readSelectors(bits: Bits, tableCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.read(15));
  const order = [...Array(tableCount).keys()];
  for (let index = 0; index < selectors.length; index++) {
    let at = 0;
    while (bits.read(1) === 1) if (++at >= tableCount) throw new BrokenBzip2('a selector is none');
    selectors[index] = moveToFront(order, at);
  }
  return selectors;
}

function readTable(bits: Bits, symbolCount: number): HuffmanTable {
  const lengths = new Uint8Array(symbolCount);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    for (;;) {
      if (length < 1 || length > longestCode) throw new BrokenBzip2('a length of codes is none');
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return buildTable(lengths);
}

/** The bytes of a block before it was sorted back, in the low byte of each value. */
function readBlock(bits: Bits, block: Uint32Array): number {
  const used = readUsedBytes(bits);
  const symbolCount = used.length + 2;
  const tableCount = bits.read(3);
  if (tableCount < 2 || tableCount > 6) throw new BrokenBzip2('the number of tables is none');
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () => readTable(bits, symbolCount));
  const order = Uint8Array.from(used);
  let length = 0;
  let [run, runPower] = [0, 1];
  const fill = (value: number, count: number) => {
    if (length + count > block.length) throw new BrokenBzip2('a block is too long');
    block.fill(value, length, length + count);
    length += count;
  };
  for (let read = 0; ; read++) {
    const group = Math.floor(read / symbolsPerGroup);
    if (group >= selectors.length) throw new BrokenBzip2('a block has no end');
    const symbol = readSymbol(bits, tables[selectors[group]]);
    if (symbol < 2) {
      run += runPower << symbol;
      runPower *= 2;
      if (run > block.length) throw new BrokenBzip2('a run is too long');
      continue;
    }
    if (run > 0) fill(order[0], run);
    [run, runPower] = [0, 1];
    if (symbol === symbolCount - 1) return length;
    fill(moveToFront(order, symbol - 1), 1);
  }
}

/** Follows the sorted bytes back into their order: the place of the next in the high bits. */
function linkBlock(block: Uint32Array, length: number): void {
  const starts = new Uint32Array(257);
  for (let at = 0; at < length; at++) starts[block[at] + 1]++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1] += starts[byte];
  for (let at = 0; at < length; at++) block[starts[block[at] & 0xff]++] |= at << 8;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

const outputBytes = 2 ** 16;

/** The bytes of a block, with its runs of equal bytes written out, and a check of them. */
function* expandBlock(block: Uint32Array, length: number, first: number, crc: number) {
  if (first >= length) throw new BrokenBzip2('a block begins behind its end');
  linkBlock(block, length);
  let out = new Uint8Array(outputBytes);
  let filled = 0;
  let found = 0xffffffff;
  let equal = 0;
  let last = -1;
  let at = block[first] >>> 8;
  for (let count = 0; count < length; count++) {
    const entry = block[at];
    const byte = entry & 0xff;
    at = entry >>> 8;
    // After four equal bytes comes how often the byte stands there once more.
    const times = equal === 4 ? byte : 1;
    const value = equal === 4 ? last : byte;
    equal = equal === 4 ? 0 : byte === last ? equal + 1 : 1;
    last = value;
    for (let time = 0; time < times; time++) {
      found = ((found << 8) ^ crcTable[((found >>> 24) ^ value) & 0xff]) >>> 0;
      out[filled++] = value;
      if (filled < outputBytes) continue;
      yield out;
      out = new Uint8Array(outputBytes);
      filled = 0;
    }
    if (equal === 0) last = -1;
  }
  if (filled > 0) yield out.subarray(0, filled);
  if (~found >>> 0 !== crc) throw new BrokenBzip2('the check of a block fails');
}

/** The bytes of one or several bzip2 streams after each other. */
export function* expandBzip2(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const bits = createBits(pieces);
  let block = new Uint32Array(0);
  for (let isFirst = true; ; isFirst = false) {
    const start = bits.byteOrEnd();
    if (start === -1 && !isFirst) return;
    const isSound = start === 0x42 && bits.read(8) === 0x5a && bits.read(8) === 0x68;
    const level = isSound ? bits.read(8) - 0x30 : 0;
    if (level < 1 || level > 9) throw new BrokenBzip2('it does not begin as bzip2 does');
    if (block.length < level * 100_000) block = new Uint32Array(level * 100_000);
    for (;;) {
      const magic = bits.readLong(48);
      const crc = bits.readLong(32);
      if (magic === endMagic) break;
      if (magic !== blockMagic) throw new BrokenBzip2('a block does not begin as one');
      if (bits.read(1) === 1) throw new BrokenBzip2('a block is randomised, as none is any more');
      const first = bits.readLong(24);
      const length = readBlock(bits, block);
      yield* expandBlock(block, length, first, crc);
    }
  }
}
