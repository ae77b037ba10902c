import type { CleanText } from '#core/domain/text.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { createCleaner } from '#core/corpus/clean-text.ts';
import { say } from '#core/wording/say.ts';
import { findCorpusFiles } from './corpus-files.ts';
import { examineFiles, readDocuments } from './corpus-pieces.ts';

const reading = { format: 'text', unit: 'line' } as const;
const tellNobody = () => Promise.resolve();

/**
 * Reads plain text files, or those of folders, one document a line, as corpora are read: piece by
 * piece. Its lines are held in memory.
 * @throws file.missing, file.unreadable, corpus.empty
 */
export async function readCleanText(name: string, paths: readonly string[]): Promise<CleanText> {
  const { files } = await findCorpusFiles({ files: paths, format: 'text' });
  const { hash, sources, closed } = await examineFiles(files, {}, tellNobody);
  const cleaner = createCleaner({ lineUnit: 'line', closed });
  const lines: string[] = [];
  for await (const { items } of readDocuments(sources, reading, tellNobody)) {
    for (const item of items) {
      const document = cleaner.clean(item);
      if (document !== null) for (const line of document.text.split('\n')) lines.push(line);
    }
  }
  if (lines.length === 0) {
    throw new AnamnesisError('corpus.empty', {
      place: name,
      expected: say('losses', 'text'),
      found: say('losses', 'filesNothingAfterCleaning', files.length),
      remedy: say('losses', 'plainText'),
    });
  }
  return { name, hash, lines };
}
