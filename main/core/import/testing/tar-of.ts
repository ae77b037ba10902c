import { joinPieces } from '../documents/archives/input-bytes.ts';

/** A tar archive in the layout of POSIX (ustar). */
export function tarOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, bytes]) => {
    const header = new Uint8Array(512);
    const put = (text: string, at: number) => {
      header.set(new TextEncoder().encode(text), at);
    };
    put(name, 0);
    put('0000644\0', 100);
    put(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    put('0', 156);
    put('ustar\u000000', 257);
    put('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
    padded.set(bytes);
    return [header, padded];
  });
  return joinPieces([...blocks, new Uint8Array(1024)]);
}
