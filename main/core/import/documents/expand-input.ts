import type { ImportProblem } from '#core/domain/import-report.ts';
import { BrokenBzip2, expandBzip2 } from './bzip2.ts';
import type { SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';
import type { ReadLimits } from './read-limits.ts';

/** Bytes that a compressed file may become whatever its size. */
const freeBytes = 2 ** 20;

/** Whether an input is compressed by bzip2. */
export function isBzip2(start: Uint8Array): boolean {
  const [b, z, h, level, ...magic] = start.subarray(0, 7);
  return (
    b === 0x42 && z === 0x5a && h === 0x68 && level >= 0x31 && level <= 0x39 && magic[0] === 0x31
  );
}

/**
 * An input as it is, or expanded where bzip2 compressed it. What is broken, or expands beyond the
 * limits, ends there with a problem; what came before is given.
 */
export function expandInput(
  input: SourceInput,
  { expandedBytes, expansionRatio }: ReadLimits,
  tell: (problem: ImportProblem) => void,
): SourceInput {
  let start: Uint8Array = new Uint8Array(0);
  for (const piece of input.pieces()) {
    start = Uint8Array.from([...start, ...piece.subarray(0, 7)]);
    if (start.length >= 7) break;
  }
  if (!isBzip2(start)) return input;
  const most = Math.min(expandedBytes, freeBytes + expansionRatio * input.byteCount);
  const told = { file: nameInput(input), line: 1, action: 'left-out' } as const;
  return {
    ...input,
    byteCount: most,
    *pieces() {
      let count = 0;
      try {
        for (const piece of expandBzip2(input.pieces())) {
          count += piece.length;
          if (count > most) {
            const detail = `The file expands to more than ${most} bytes; what comes after is left out.`;
            tell({ ...told, rule: 'input-beyond-limits', detail });
            return;
          }
          yield piece;
        }
      } catch (error) {
        if (!(error instanceof BrokenBzip2)) throw error;
        const detail = `The file is no sound bzip2 after ${count} bytes: ${error.message}.`;
        tell({ ...told, rule: 'bzip2-broken', detail });
      }
    },
  };
}
