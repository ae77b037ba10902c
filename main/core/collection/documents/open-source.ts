import type { ImportProblem } from '#core/domain/import-report.ts';
import { findDocumentFiles } from '../files/document-files.ts';
import { measureFile } from '../files/source-pieces.ts';
import { type ImportChoice, readOptionsOf } from './import-choice.ts';
import {
  groupInputs,
  type InputGroup,
  type RecognisedInput,
  recogniseInputs,
} from './recognise-inputs.ts';
import { totalBytes } from './read-groups.ts';
import { findInputs } from '../files/source-inputs.ts';

/** Files that were found, those in archives among them, and what they are taken for. */
export interface OpenedSource {
  readonly recognised: readonly RecognisedInput[];
  readonly groups: readonly InputGroup[];
  /** Of files that are not read, and of archives. */
  readonly problems: readonly ImportProblem[];
  /** Of the files that are read. */
  readonly bytesTotal: number;
  /** Equal while the files are what they were. */
  readonly identity: SourceIdentity;
}

export interface SourceIdentity {
  readonly paths: readonly string[];
  readonly files: readonly (readonly [name: string, byteCount: number, modifiedAtMs: number])[];
}

/**
 * Finds the files of paths, also in archives, and what each is.
 * @throws file.missing, file.unreadable, collection.stopped
 */
export async function openSource(
  paths: readonly string[],
  choice: ImportChoice,
  signal?: AbortSignal,
): Promise<OpenedSource> {
  const measured = findDocumentFiles(paths).map(measureFile);
  const { inputs, problems } = await findInputs(measured, readOptionsOf(choice).limits, signal);
  const encoding = choice.options?.encoding;
  const recognised = recogniseInputs(inputs, {
    ...(choice.format === undefined ? {} : { format: choice.format }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const { groups, problems: ofFiles } = groupInputs(recognised);
  return {
    recognised,
    groups,
    problems: [...problems, ...ofFiles],
    bytesTotal: groups.reduce((sum, group) => sum + totalBytes(group.inputs), 0),
    identity: {
      paths: [...paths],
      files: measured.map(({ name, byteCount, modifiedAtMs }) => [name, byteCount, modifiedAtMs]),
    },
  };
}
