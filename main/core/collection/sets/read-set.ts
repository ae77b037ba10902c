import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** The documents of a version as they were frozen, one after another. */
export function* readSet(
  workspace: Workspace,
  { id }: LabelledSetVersion,
): Generator<StoredDocument> {
  for (const { number, annotations } of workspace.labelledSets.documents(id)) {
    yield { ...workspace.documents.get(number), annotations };
  }
}
