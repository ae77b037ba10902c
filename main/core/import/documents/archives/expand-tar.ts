import type { SourceInput } from '../document-format.ts';
import { type Expansion, faultOf, makePart } from './expansion.ts';
import { openBytes } from './input-bytes.ts';
import { readTar } from './tar-entries.ts';

/** The files of a tar archive; what stands before damage is read. */
export function* expandTar(input: SourceInput, expansion: Expansion): Generator<SourceInput> {
  const bytes = openBytes(input, expansion.archives);
  let open: { readonly part: string; readonly start: number; readonly size: number } | null = null;
  for (const event of readTar(bytes.pieces(0, input.byteCount))) {
    if (event.kind === 'entry') {
      const { name, start, size, isFile } = event.entry;
      const part = isFile ? expansion.names.take(input.part, name) : null;
      open = part === null ? null : { part, start, size };
      if (!isFile && !name.endsWith('/')) expansion.names.tellLink(input.part, name);
    } else if (event.kind === 'damaged') {
      const detail = 'The archive is damaged or cut; what stands before that is read.';
      expansion.problems.add([{ ...faultOf(input, 'damaged'), detail }]);
      if (open !== null) {
        expansion.problems.add([faultOf({ ...input, part: open.part }, 'damaged')]);
      }
    } else if (event.kind === 'end' && open !== null) {
      const { part, start, size } = open;
      open = null;
      const place = { name: input.name, part, byteCount: size };
      yield makePart(place, () => bytes.pieces(start, start + size), expansion);
    }
  }
}
