import { extname } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import {
  archiveHeadBytes,
  recogniseArchive,
  recogniseUnreadArchive,
} from '#core/import/documents/archives/recognise-archive.ts';
import { nameInput } from '#core/import/documents/name-input.ts';
import { defaultLimits } from '#core/import/documents/read-limits.ts';
import { importFormats } from '#core/import/formats.ts';
import { say } from '#core/wording/say.ts';
import { findInputs } from '../files/source-inputs.ts';
import { findSourceFiles } from '../files/source-files.ts';
import { measureFile, type MeasuredFile, readPieces, readRange } from '../files/source-pieces.ts';
import type { CorpusSource } from './corpus-source.ts';

/** A file of a corpus, or one in an archive: read from its start as often as needed. */
export interface CorpusFile {
  readonly name: string;
  readonly byteCount: number;
  /** A piece may be overwritten by the next. @throws file.unreadable */
  readonly pieces: () => Iterable<Uint8Array>;
}

export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  /** Of archives and of what is in them. */
  readonly problems: readonly ImportProblem[];
}

/**
 * The files that a corpus consists of. An archive that is named (.zip, .tar, .tar.gz, .gz) stands for
 * the files in it as a folder does, by their endings, and is never unpacked to the disk; in folders
 * archives are passed over, as all else that does not end as the format does.
 * @throws file.missing, file.unreadable, also for archives of other kinds
 */
export async function findCorpusFiles({
  files: named,
  format,
}: Pick<CorpusSource, 'files' | 'format'>): Promise<CorpusFiles> {
  const { extensions } = importFormats[format];
  const files: CorpusFile[] = [];
  const problems: ImportProblem[] = [];
  for (const file of findSourceFiles(named, extensions).map(measureFile)) {
    const head = headOf(file);
    if (recogniseArchive(head) === null) {
      const kind = recogniseUnreadArchive(head);
      if (kind !== null) refuseKind(file, kind);
      files.push({ ...file, pieces: () => readPieces(file) });
      continue;
    }
    const found = await findInputs([file], defaultLimits);
    for (const problem of found.problems) problems.push(problem);
    const ending = found.inputs.filter(({ part }) => endsAs(part, extensions));
    const taken = ending.length === 0 && found.inputs.length === 1 ? found.inputs : ending;
    if (taken.length === 0) refuseWithout(file, extensions);
    for (const input of taken) {
      const { byteCount } = input;
      files.push({ name: nameInput(input), byteCount, pieces: () => input.pieces() });
    }
  }
  return { files, problems };
}

function headOf(file: MeasuredFile): Uint8Array {
  const head = new Uint8Array(Math.min(archiveHeadBytes, file.byteCount));
  let filled = 0;
  for (const piece of readRange(file, 0, head.length)) {
    head.set(piece, filled);
    filled += piece.length;
  }
  return head.subarray(0, filled);
}

/** Hidden files in an archive are passed over, as those of a folder are. */
function endsAs(part: string | null, extensions: readonly string[]): boolean {
  const path = part ?? '';
  const isHidden = path.split(/\/| › /).some((each) => each.startsWith('.'));
  return !isHidden && extensions.includes(extname(path).toLowerCase());
}

function refuseKind({ path }: MeasuredFile, kind: string): never {
  throw new AnamnesisError('file.unreadable', {
    expected: say('files', 'toRead', path),
    found: say('files', 'unreadArchive', kind),
    remedy: say('files', 'packOtherwise'),
  });
}

function refuseWithout({ path }: MeasuredFile, extensions: readonly string[]): never {
  throw new AnamnesisError('file.missing', {
    expected: say('files', 'endingInArchive', extensions, path),
    found: say('files', 'none'),
    remedy: say('files', 'nameOtherArchive'),
  });
}
