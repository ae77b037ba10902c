/** An entry of an archive, and what may be odd about it. */
export interface Entry {
  readonly name: string;
  readonly data: string;
  readonly method?: number;
  readonly flags?: number;
  /** Said to be of this size before it was compressed. */
  readonly original?: number;
  /** Where its own header, whose extra field is another than the directory's, lies. */
  readonly offset?: number;
  readonly extra?: string;
  /** Sizes and offset stand in an extra field of 64-bit numbers; only so many of them do. */
  readonly zip64Count?: number;
}

const u16 = (value: number) => [...new Uint8Array(Uint16Array.of(value).buffer)];
const u32 = (value: number) => [...new Uint8Array(Uint32Array.of(value).buffer)];
const u64 = (value: number) => [...new Uint8Array(BigUint64Array.of(BigInt(value)).buffer)];
const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const none = 0xffffffff;

/** A zip archive of stored entries: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16. */
export function zipOf(
  entries: readonly Entry[],
  { comment = '', count = entries.length } = {},
): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const {
    name,
    data,
    method = 0,
    flags = 0,
    original = data.length,
    extra = '',
    ...at
  } of entries) {
    const { offset = bytes.length, zip64Count } = at;
    bytes.push(...u32(0x04034b50), ...u16(20), ...u16(flags), ...u16(method), ...u32(0), ...u32(0));
    bytes.push(...u32(data.length), ...u32(original), ...u16(name.length), ...u16(extra.length));
    bytes.push(...latin(name), ...latin(extra), ...latin(data));
    const far = [original, data.length, offset];
    const isFar = zip64Count !== undefined;
    const field = far.slice(0, zip64Count).flatMap(u64);
    const wide = isFar ? [...u16(1), ...u16(field.length), ...field] : [];
    const [, stored, place] = isFar ? [none, none, none] : far;
    directory.push(...u32(0x02014b50), ...u16(20), ...u16(20), ...u16(flags), ...u16(method));
    directory.push(...u32(0), ...u32(0), ...u32(stored), ...u32(isFar ? none : original));
    directory.push(...u16(name.length), ...u16(wide.length), ...u16(0), ...u16(0), ...u16(0));
    directory.push(...u32(0), ...u32(place), ...latin(name), ...wide);
  }
  const start = bytes.length;
  bytes.push(...directory, ...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(count), ...u16(count));
  bytes.push(...u32(directory.length), ...u32(start), ...u16(comment.length), ...latin(comment));
  return Uint8Array.from(bytes);
}
