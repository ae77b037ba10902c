import { AnamnesisError } from '#core/base/error.ts';
import { cleanDocuments } from '#core/corpus/clean-text.ts';
import { importFormats } from '#core/import/formats.ts';
import { readPlainText } from '#core/import/read-plain-text.ts';
import { hashSources, readSourceFiles } from '../data/source-files.ts';

/** Text outside a workspace, cleaned as the corpora of a plan are. */
export interface CleanText {
  readonly name: string;
  /** SHA-256 over the names and bytes of its files. */
  readonly hash: string;
  readonly lines: readonly string[];
}

/**
 * Reads plain text files, or those of folders, one document a line.
 * @throws file.missing, file.unreadable, corpus.empty
 */
export function readCleanText(name: string, paths: readonly string[]): CleanText {
  const { extensions } = importFormats.text;
  const files = readSourceFiles(paths, extensions);
  const { documents } = cleanDocuments(
    files.flatMap((file) => readPlainText(file.bytes, file.name, { unit: 'line' }).items),
    { lineUnit: 'line' },
  );
  const lines = documents.flatMap(({ text }) => text.split('\n'));
  if (lines.length === 0) {
    throw new AnamnesisError('corpus.empty', {
      place: name,
      expected: 'text',
      found: `${files.length} files of which nothing was left after cleaning`,
      remedy: 'Look at the files: they must be plain text.',
    });
  }
  return { name, hash: hashSources(files, {}), lines };
}
