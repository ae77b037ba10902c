import type { Corpus, CorpusInput } from '#core/storage/corpora.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * Reads once more what an earlier version stored without its documents, and keeps where they end: the
 * hash says that the lines are the same. Does nothing where that is known.
 */
export async function findDocuments(
  workspace: Workspace,
  { id }: Corpus,
  { lines, documents }: CorpusInput,
): Promise<void> {
  if (documents === undefined || workspace.corpora.documentsOf(id) !== null) return;
  const reading =
    Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  while ((await reading.next()).done !== true);
  workspace.corpora.keepDocuments(id, documents());
}
