import { AnamnesisError } from '#core/base/error.ts';
import type { CompactedDatabase } from '#core/storage/compact.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { type DataKind, listStoredData, type StoredData } from './stored-data.ts';

/** How errors call them. */
const nouns = {
  corpus: { one: 'a corpus', code: 'corpus.in-use' },
  dataset: { one: 'a labelled set', code: 'dataset.in-use' },
} as const satisfies Record<DataKind, object>;

/**
 * Finds a corpus or labelled set by its name, or by its id where several have the name.
 * @throws record.missing, record.ambiguous
 */
export function findStoredData(
  workspace: Workspace,
  { kind, reference }: { readonly kind: DataKind; readonly reference: string },
): StoredData {
  const all = listStoredData(workspace).filter((data) => data.kind === kind);
  const found = all.filter(({ id, name }) => id === reference || name === reference);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    throw new AnamnesisError('record.ambiguous', {
      expected: `the id of ${nouns[kind].one}: ${found.map(({ id }) => id).join(', ')}`,
      found: `the name ${reference}, which ${found.length} have`,
      remedy: `Look which you mean ("anamnesis ${kind} list"), and name its id.`,
    });
  }
  const names = [...new Set(all.map(({ name }) => name))];
  throw new AnamnesisError('record.missing', {
    expected: names.length === 0 ? `${nouns[kind].one} in the workspace` : names.join(', '),
    found: reference,
    remedy: `Choose one from the list ("anamnesis ${kind} list").`,
  });
}

/** @throws corpus.in-use, dataset.in-use while the results of a study are of it */
export function requireUnused({ kind, name, studies }: StoredData): void {
  if (studies.length === 0) return;
  throw new AnamnesisError(nouns[kind].code, {
    expected: `${nouns[kind].one} that no study of the workspace reads`,
    found: `${name}, which is read by ${studies.join(', ')}`,
    remedy:
      'Remove the study (study remove), which takes along what only it has read; its report can be written before.',
  });
}

/**
 * Removes a corpus or labelled set, and gives its room back to the disk.
 * @throws corpus.in-use, dataset.in-use, workspace.trainer-active while a trainer works
 */
export function removeData(workspace: Workspace, { kind, id }: StoredData): CompactedDatabase {
  const lock = workspace.lockForTrainer();
  try {
    // A study may have read it since it was looked up.
    const data = findStoredData(workspace, { kind, reference: id });
    requireUnused(data);
    deleteData(workspace, data);
    return workspace.compact();
  } finally {
    lock.release();
  }
}

/** Without asking whether a study reads it; only for the holder of the lock. */
export function deleteData(workspace: Workspace, { kind, id }: StoredData): void {
  if (kind === 'corpus') workspace.corpora.remove(id);
  else workspace.datasets.remove(id);
}
