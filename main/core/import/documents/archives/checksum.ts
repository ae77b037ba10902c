const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of the bytes before, begun with 0, and these. */
export function checksum(before: number, bytes: Uint8Array): number {
  let value = ~before;
  // By index: this runs over every byte of an archive.
  for (let at = 0; at < bytes.length; at++) {
    value = table[(value ^ bytes[at]) & 0xff] ^ (value >>> 8);
  }
  return ~value >>> 0;
}
