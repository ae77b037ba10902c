import { AnamnesisError } from '#core/base/error.ts';
import { listNamedDocuments } from '../plan/list-named-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * Removes a labelled set with its versions, unless the plan of a study names it.
 * @throws record.missing, dataset.in-use
 */
export function removeSet(workspace: Workspace, name: string): void {
  workspace.transaction(() => {
    workspace.labelledSets.get(name);
    const studies = studiesNaming(workspace, (named) => named.sets.has(name));
    if (studies.length > 0) throw inUse('dataset.in-use', 'a set', studies);
    workspace.labelledSets.remove(name);
  });
}

/**
 * Removes a collection with its documents, unless a frozen set holds some of them or the plan of a
 * study names it. @throws record.missing, collection.in-use
 */
export function removeCollection(workspace: Workspace, id: number): void {
  const { name } = workspace.collections.get(id);
  const studies = studiesNaming(workspace, (named) => named.collections.has(name));
  if (studies.length > 0) throw inUse('collection.in-use', 'a collection', studies);
  workspace.collections.remove(id);
}

function studiesNaming(
  workspace: Workspace,
  isNamed: (named: ReturnType<typeof listNamedDocuments>) => boolean,
): string[] {
  return workspace.studies
    .list()
    .filter(({ planJson }) => isNamed(listNamedDocuments(planJson)))
    .map(({ name }) => name)
    .sort();
}

function inUse(
  code: 'dataset.in-use' | 'collection.in-use',
  what: string,
  studies: readonly string[],
): AnamnesisError {
  return new AnamnesisError(code, {
    expected: `${what} that the plan of no study names`,
    found: `one that is named by ${studies.join(', ')}`,
    remedy: 'Remove the study first, or give it a plan that names another.',
  });
}
