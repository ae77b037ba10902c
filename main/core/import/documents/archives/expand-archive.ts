import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { SourceInput } from '../document-format.ts';
import { nameInput } from '../name-input.ts';
import { createProblemList } from '../problem-list.ts';
import type { ReadLimits } from '../read-limits.ts';
import { headOf } from './input-bytes.ts';
import { createPartNames } from './part-names.ts';
import { type ArchiveKind, archiveHeadBytes, recogniseArchive } from './recognise-archive.ts';
import { expandGzip } from './expand-gzip.ts';
import { expandTar } from './expand-tar.ts';
import { expandZip } from './expand-zip.ts';
import type { Expansion } from './expansion.ts';

type Expander = (input: SourceInput, expansion: Expansion) => Generator<SourceInput>;

const expanders: Readonly<Record<ArchiveKind, Expander>> = {
  zip: expandZip,
  gzip: expandGzip,
  tar: expandTar,
};

function* expand(input: SourceInput, expansion: Expansion, depth: number): Generator<SourceInput> {
  const kind = recogniseArchive(headOf(input, archiveHeadBytes));
  if (kind === null) {
    yield input;
    return;
  }
  if (depth > expansion.limits.depth) {
    const detail = `Archives stand in more than ${expansion.limits.depth} others.`;
    expansion.problems.tell(1, 'input-beyond-limits', 'left-out', detail);
    return;
  }
  for (const part of expanders[kind](input, expansion)) {
    if (expansion.partsLeft-- <= 0) {
      const detail = `The archive holds more than ${expansion.limits.documentCount} files.`;
      expansion.problems.tell(1, 'input-beyond-limits', 'left-out', detail);
      return;
    }
    yield* expand(part, expansion, depth + 1);
  }
}

/**
 * The files in an archive (.zip, .tar, .tar.gz, .gz, also in one another) as inputs with their path
 * inside as part, one after another, for the caller to recognise anew; an input that is no archive
 * comes back as it is. Each was expanded once within the limits before it is given. A part that was
 * compressed in a .tar.gz holds its bytes: read one before the next. Never throws.
 */
export function* expandArchive(
  input: SourceInput,
  limits: ReadLimits,
): Generator<ImportResult<SourceInput>> {
  const problems = createProblemList(nameInput(input), limits.problemCount);
  const expansion: Expansion = {
    limits,
    bytesLeft: limits.expandedBytes,
    partsLeft: limits.documentCount,
    names: createPartNames(problems),
    problems,
  };
  let count = 0;
  for (const part of expand(input, expansion, 1)) {
    count++;
    yield { items: [part], problems: problems.take() };
  }
  const last: ImportProblem[] = problems.finish();
  if (count === 0 && last.length === 0) {
    const file = nameInput(input);
    const detail = 'The archive holds no files.';
    last.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
  }
  if (last.length > 0) yield { items: [], problems: last };
}
