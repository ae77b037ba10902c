import { AnamnesisError } from '#core/base/error.ts';
import type { Annotation } from '#core/domain/document.ts';
import type { FrozenInput, LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { chooseDocuments, type DocumentChoice } from './choose-documents.ts';
import { recordLocked } from './lock-sets.ts';

/** How documents and annotations of a set are chosen; kept with the version. */
export interface SetChoice extends DocumentChoice {
  /** Whose annotations; those of all unless given. */
  readonly by?: readonly Annotation['origin']['by'][];
}

/**
 * Freezes what the choice gives now as the next version of a set: documents in the order of the
 * collections and imports, with their annotations. Nothing changes a version afterwards. One that
 * is locked is for a last test: that it was, and each later use, stands in the audit log.
 * @throws record.missing, dataset.empty
 */
export function freezeSet(
  workspace: Workspace,
  name: string,
  choice: SetChoice,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): LabelledSetVersion {
  return workspace.transaction(() => {
    const numbers = chooseDocuments(workspace, choice);
    if (numbers.length === 0) {
      throw new AnamnesisError('dataset.empty', {
        expected: 'documents that fit the choice',
        found: 'none',
        remedy: 'Widen the choice, or import documents first.',
      });
    }
    const inputs = frozenInputs(workspace, numbers, choice);
    const frozen = workspace.labelledSets.freeze(name, choice, inputs);
    if (isLocked) recordLocked(workspace, frozen);
    return frozen;
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
