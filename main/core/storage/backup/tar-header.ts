export const tarBlockBytes = 512;
const longestName = 100;
const longestPrefix = 155;
/** What eleven octal digits hold; a larger size is written as a number. */
const largestOctal = 8 ** 11 - 1;

export interface TarHeader {
  /** Separated by "/"; that of a folder ends with one. */
  readonly path: string;
  readonly mode: number;
  readonly sizeBytes: number;
  readonly secondsSinceEpoch: number;
  /** As POSIX numbers them: "0" a file, "2" a symbolic link, "5" a folder. */
  readonly type: '0' | '2' | '5';
  /** Of a link. */
  readonly leadsTo?: string;
}

/** The block before an entry of a tar archive (POSIX ustar), which belongs to root. */
export function formatTarHeader(header: TarHeader): Uint8Array {
  const { path, mode, sizeBytes, secondsSinceEpoch, type, leadsTo = '' } = header;
  const block = Buffer.alloc(tarBlockBytes);
  const { prefix, name } = divide(path);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  const fields: readonly (readonly [number, string])[] = [
    [0, name],
    [100, octal(mode, 7)],
    [108, octal(0, 7)],
    [116, octal(0, 7)],
    [136, octal(secondsSinceEpoch, 11)],
    [156, type],
    [157, leadsTo],
    [257, 'ustar\0' + '00'],
    [265, 'root'],
    [297, 'root'],
    [345, prefix],
  ];
  for (const [offset, text] of fields) block.write(text, offset, 'utf8');
  if (sizeBytes <= largestOctal) block.write(octal(sizeBytes, 11), 124, 'latin1');
  else {
    // As GNU and BSD write it: the first bit, then the number.
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(sizeBytes), 128);
  }
  block.write(formatSum(block), sumOffset, 'latin1');
  return block;
}

const sumOffset = 148;

/** Of all bytes of a block; its own field counts as spaces. */
function formatSum(block: Buffer): string {
  const own = block.subarray(sumOffset, sumOffset + 8);
  const sum = (bytes: Buffer) => bytes.reduce((total, byte) => total + byte, 0);
  return `${(sum(block) - sum(own) + 8 * 0x20).toString(8).padStart(6, '0')}\0 `;
}

/** Path and size of a file's entry as it is written here; null for any other block. */
export function parseTarHeader(block: Buffer): Pick<TarHeader, 'path' | 'sizeBytes'> | null {
  if (block.length < tarBlockBytes || block.toString('latin1', 257, 262) !== 'ustar') return null;
  if (block[156] !== '0'.charCodeAt(0)) return null;
  if (block.toString('latin1', sumOffset, sumOffset + 8) !== formatSum(block)) return null;
  const text = (start: number, end: number) => block.toString('utf8', start, end).split('\0')[0];
  const prefix = text(345, 500);
  const sizeBytes =
    block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(124, 136), 8);
  if (!Number.isSafeInteger(sizeBytes)) return null;
  return { path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`, sizeBytes };
}

/** What fills an entry of that size up to a whole block. */
export const tarPadding = (sizeBytes: number) =>
  new Uint8Array((tarBlockBytes - (sizeBytes % tarBlockBytes)) % tarBlockBytes);

/** A long path stands in two fields, divided at a slash. */
function divide(path: string): { readonly prefix: string; readonly name: string } {
  if (Buffer.byteLength(path) <= longestName) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const prefix = path.slice(0, at);
    const name = path.slice(at + 1);
    const fits = Buffer.byteLength(prefix) <= longestPrefix;
    if (fits && name !== '' && Buffer.byteLength(name) <= longestName) return { prefix, name };
  }
  throw new Error(`${path} is too long for a tar archive`);
}
