import type { SourceInput } from '../document-format.ts';
import type { Expansion } from './expansion.ts';
import { joinPieces, openBytes } from './input-bytes.ts';
import { readTar } from './tar-entries.ts';

/** Parts up to this size hold their bytes; for larger ones the archive is passed over again. */
const heldBytes = 2 ** 20;

/** The files of a tar archive; what stands before damage is read. */
export function* expandTar(input: SourceInput, expansion: Expansion): Generator<SourceInput> {
  const bytes = openBytes({ ...input, byteCount: Infinity });
  let open: { part: string; start: number; size: number; held: Uint8Array[] } | null = null;
  for (const event of readTar(input.pieces())) {
    if (event.kind === 'entry') {
      const { name, start, size, isFile } = event.entry;
      open = null;
      if (!isFile) {
        if (!name.endsWith('/')) {
          const detail = 'An entry is a link or a device, not a file.';
          expansion.problems.tell(1, 'archive-system-file', 'left-out', detail);
        }
        continue;
      }
      const part = expansion.names.take(input.part, name);
      if (part !== null) open = { part, start, size, held: [] };
    } else if (event.kind === 'bytes') {
      if (open !== null && open.size <= heldBytes) open.held.push(event.bytes.slice());
    } else if (event.kind === 'damaged') {
      const detail = 'The archive is damaged or cut; what stands before that is read.';
      expansion.problems.tell(1, 'archive-damaged', 'left-out', detail);
    } else if (open !== null) {
      const { part, start, size, held } = open;
      open = null;
      const whole = size <= heldBytes ? joinPieces(held) : null;
      yield {
        name: input.name,
        part,
        byteCount: size,
        pieces: () => (whole === null ? bytes.pieces(start, start + size) : [whole]),
      };
    }
  }
}
