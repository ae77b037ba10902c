import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { SourceInput } from '../document-format.ts';
import { nameInput } from '../name-input.ts';
import { createProblemList } from '../problem-list.ts';
import type { ReadLimits } from '../read-limits.ts';
import { expandGzip } from './expand-gzip.ts';
import { expandTar } from './expand-tar.ts';
import { expandZip, openZip } from './expand-zip.ts';
import { beginExpansion, type Expansion, type HeldInputs, holdInputs } from './expansion.ts';
import { headOf } from './input-bytes.ts';
import { type ArchiveKind, archiveHeadBytes, recogniseArchive } from './recognise-archive.ts';

/** The files in an input of a kind; null where it is a document, whatever its first bytes say. */
function openArchive(
  kind: ArchiveKind,
  input: SourceInput,
  expansion: Expansion,
): Generator<SourceInput> | null {
  if (kind === 'gzip') return expandGzip(input, expansion);
  if (kind === 'tar') return expandTar(input, expansion);
  const zip = openZip(input, expansion);
  return zip === null ? null : expandZip(input, zip, expansion);
}

function* expand(input: SourceInput, expansion: Expansion, depth: number): Generator<SourceInput> {
  const kind = recogniseArchive(headOf(input, archiveHeadBytes));
  if (kind !== null && depth > expansion.limits.depth) {
    const detail = `Archives stand in more than ${expansion.limits.depth} others.`;
    expansion.problems.tell(1, 'input-beyond-limits', 'left-out', detail);
    return;
  }
  const parts = kind === null ? null : openArchive(kind, input, expansion);
  if (parts === null) {
    yield input;
    return;
  }
  for (const part of parts) {
    if (expansion.partsLeft-- <= 0) {
      const detail = `The archive holds more than ${expansion.limits.partCount} files.`;
      expansion.problems.tell(1, 'input-beyond-limits', 'left-out', detail);
      return;
    }
    yield* expand(part, expansion, depth + 1);
  }
}

/** Whether an input may hold others. */
export function isArchive(input: SourceInput): boolean {
  return recogniseArchive(headOf(input, archiveHeadBytes)) !== null;
}

/**
 * The files in an archive (.zip, .tar, .tar.gz, .gz, also in one another) as inputs with their path
 * inside as part, one after another, for the caller to recognise anew; an input that is no archive
 * comes back as it is. Each was expanded once within the limits before it is given, and may be read
 * at any time: `held` bounds what is kept in memory for that. Never throws.
 */
export function* expandArchive(
  input: SourceInput,
  limits: ReadLimits,
  held: HeldInputs = holdInputs(),
): Generator<ImportResult<SourceInput>> {
  const problems = createProblemList(nameInput(input), limits.problemCount);
  const expansion = beginExpansion(input.name, limits, problems, held);
  let count = 0;
  for (const part of expand(input, expansion, 1)) {
    count++;
    yield { items: [part], problems: problems.take() };
  }
  const last: ImportProblem[] = problems.finish();
  if (count === 0 && !problems.isTold) {
    const file = nameInput(input);
    const detail = 'The archive holds no files.';
    last.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
  }
  if (last.length > 0) yield { items: [], problems: last };
}
