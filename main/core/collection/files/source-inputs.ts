import type { ImportProblem } from '#core/domain/import-report.ts';
import { expandArchive, isArchive } from '#core/import/documents/archives/expand-archive.ts';
import { holdInputs } from '#core/import/documents/archives/expansion.ts';
import type { SourceInput } from '#core/import/documents/document-format.ts';
import type { ReadLimits } from '#core/import/documents/read-limits.ts';
import { type MeasuredFile, readPieces, readRange } from './source-pieces.ts';
import { refuseFurther } from './refuse-further.ts';

/** Bytes of an archive that are read before the file is closed in between. */
const portionBytes = 2 ** 22;

/** A file as readers take it. */
function toInput(file: MeasuredFile): SourceInput {
  const { name, byteCount } = file;
  return { name, part: null, byteCount, pieces: () => readPieces(file) };
}

/**
 * A file of which any part may be asked for at any time, and the rest never: it is open only while a
 * portion of it is read.
 */
function toArchive(file: MeasuredFile): SourceInput {
  const range = (start: number, end: number) => readRange(file, start, end);
  return {
    ...toInput(file),
    range,
    *pieces() {
      for (let at = 0; at < file.byteCount; at += portionBytes) yield* range(at, at + portionBytes);
    },
  };
}

/** What is read of files: themselves, and in the place of an archive the files in it. */
export interface SourceInputs {
  readonly inputs: readonly SourceInput[];
  /** Of archives and their entries. */
  readonly problems: readonly ImportProblem[];
}

/**
 * Finds the inputs in files. Archives are gone through once, and with every entry all else in the
 * process has its turn.
 * @throws file.unreadable, collection.stopped
 */
export async function findInputs(
  files: readonly MeasuredFile[],
  limits: ReadLimits,
  signal?: AbortSignal,
): Promise<SourceInputs> {
  const held = holdInputs();
  const inputs: SourceInput[] = [];
  const problems: ImportProblem[] = [];
  for (const file of files) {
    const input = toInput(file);
    if (!isArchive(input)) {
      inputs.push(input);
      continue;
    }
    for (const result of expandArchive(toArchive(file), limits, held)) {
      for (const part of result.items) inputs.push(part.part === null ? input : part);
      for (const problem of result.problems) problems.push(problem);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted === true) refuseFurther();
    }
  }
  return { inputs, problems };
}
