import { AnamnesisError } from '#core/base/error.ts';
import type { Annotation } from '#core/domain/document.ts';
import type { DocumentFilter } from '#core/storage/document-queries.ts';
import type { FrozenInput, LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findCollection } from '../find-collection.ts';

/** How documents and annotations of a set are chosen; kept with the version. */
export interface SetChoice {
  readonly collections: readonly string[];
  /** Narrows each of the collections. */
  readonly where?: Omit<DocumentFilter, 'collectionId'>;
  /** Whose annotations; those of all unless given. */
  readonly by?: readonly Annotation['origin']['by'][];
}

/**
 * Freezes what the choice gives now as the next version of a set: documents in the order of the
 * collections and imports, with their annotations. Nothing changes a version afterwards.
 * @throws record.missing, dataset.empty
 */
export function freezeSet(
  workspace: Workspace,
  name: string,
  choice: SetChoice,
): LabelledSetVersion {
  return workspace.transaction(() => {
    const numbers = choice.collections.flatMap((collection) => {
      const { id: collectionId } = findCollection(workspace, collection);
      return workspace.documentQueries.numbers({ ...choice.where, collectionId });
    });
    if (numbers.length === 0) {
      throw new AnamnesisError('dataset.empty', {
        expected: 'documents that fit the choice',
        found: 'none',
        remedy: 'Widen the choice, or import documents first.',
      });
    }
    return workspace.labelledSets.freeze(name, choice, frozenInputs(workspace, numbers, choice));
  });
}

function* frozenInputs(
  workspace: Workspace,
  numbers: readonly number[],
  { by }: SetChoice,
): Generator<FrozenInput> {
  for (const each of numbers) {
    const { number, id, textHash, patient, annotations } = workspace.documents.get(each);
    const chosen =
      by === undefined ? annotations : annotations.filter(({ origin }) => by.includes(origin.by));
    yield { number, id, textHash, patient, annotations: chosen };
  }
}
