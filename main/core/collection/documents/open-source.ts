import type { ImportProblem } from '#core/domain/import-report.ts';
import { findDocumentFiles } from '../files/document-files.ts';
import { measureFile } from '../files/source-pieces.ts';
import type { ImportChoice } from './import-choice.ts';
import {
  type FileGroup,
  groupFiles,
  type RecognisedFile,
  recogniseFiles,
} from './recognise-files.ts';
import { totalBytes } from './read-groups.ts';

/** Files that were found and what they are taken for. */
export interface OpenedSource {
  readonly files: readonly RecognisedFile[];
  readonly groups: readonly FileGroup[];
  /** Of files that are not read. */
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

/** Finds the files of paths and what each is. @throws file.missing, file.unreadable */
export function openSource(paths: readonly string[], choice: ImportChoice): OpenedSource {
  const measured = findDocumentFiles(paths).map(measureFile);
  const encoding = choice.options?.encoding;
  const files = recogniseFiles(measured, {
    ...(choice.format === undefined ? {} : { format: choice.format }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const { groups, problems } = groupFiles(files);
  return {
    files,
    groups,
    problems,
    bytesTotal: groups.reduce((sum, group) => sum + totalBytes(group.files), 0),
    identity: {
      paths: [...paths],
      files: measured.map(({ name, byteCount, modifiedAtMs }) => [name, byteCount, modifiedAtMs]),
    },
  };
}
