import { strToU8, Zip, ZipDeflate } from 'fflate';
import { noBytes } from './document-writer.ts';

/** The files of a ZIP archive, each from its pieces, as they are compressed. */
export function* zipPieces(
  files: Iterable<readonly [string, Iterable<string>]>,
): Generator<Uint8Array> {
  let found: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    found.push(bytes);
  });
  for (const [path, pieces] of files) {
    const file = new ZipDeflate(path);
    // The same content gives the same bytes.
    file.mtime = new Date(1980, 0, 1);
    archive.add(file);
    for (const piece of pieces) {
      file.push(strToU8(piece), false);
      yield noBytes;
      yield* found;
      found = [];
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  yield* found;
}
