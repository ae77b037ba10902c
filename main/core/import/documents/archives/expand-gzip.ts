import type { SourceInput } from '../document-format.ts';
import type { Expansion } from './expansion.ts';
import { entryFaults } from './entry-faults.ts';
import { inflatePieces } from './inflate-pieces.ts';

/** The name of what was compressed: without .gz, and with .tar for .tgz. */
function innerName(name: string): string {
  const last = name.split('/').at(-1) ?? name;
  if (/\.tgz$/i.test(last)) return last.replace(/\.tgz$/i, '.tar');
  return /.\.gz$/i.test(last) ? last.slice(0, -3) : last;
}

/** The file in a .gz; what stands before damage is read. */
export function* expandGzip(input: SourceInput, expansion: Expansion): Generator<SourceInput> {
  const bounds = { most: expansion.bytesLeft, ratio: expansion.limits.expansionRatio };
  const inflate = (most: number) => inflatePieces(input.pieces(), 'gzip', { ...bounds, most });
  const pieces = inflate(bounds.most);
  let byteCount = 0;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done !== true) {
      byteCount += next.value.length;
      expansion.bytesLeft -= next.value.length;
      continue;
    }
    if (next.value !== null) {
      const { rule, detail } = entryFaults[next.value];
      expansion.problems.tell(1, rule, 'left-out', detail);
      return;
    }
    break;
  }
  const part = expansion.names.take(input.part, innerName(input.part ?? input.name));
  if (part === null) return;
  yield { name: input.name, part, byteCount, pieces: () => inflate(byteCount) };
}
