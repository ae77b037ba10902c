import { InvalidArgumentError, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import type { DocumentChoice } from '#core/collection/selection/select-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { addFilterOptions, filterOf, type FilterFlags } from './filter-options.ts';

export interface ChoiceFlags extends FilterFlags {
  readonly search?: string;
  readonly set?: string;
  readonly setVersion?: number;
}

/** Options of commands that work on a collection, narrowed or not, or on a frozen set. */
export function addChoiceOptions(command: Command): Command {
  return addFilterOptions(command)
    .option('--search <words>', 'documents with these words, as "collection search" finds them')
    .option('--set <name>', 'the documents of a labelled set, as they were frozen')
    .option('--set-version <number>', 'of the set; the newest unless given', readVersion);
}

/** @throws record.missing, api.invalid-input where not one of collection and set is named */
export function chooseDocuments(
  workspace: Workspace,
  collection: string | undefined,
  flags: ChoiceFlags,
): DocumentChoice {
  const { search, set, setVersion } = flags;
  const where = { ...filterOf(flags), ...(search === undefined ? {} : { search }) };
  if (collection !== undefined && set === undefined && setVersion === undefined) {
    return { filter: { ...where, collectionId: findCollection(workspace, collection).id } };
  }
  if (collection === undefined && set !== undefined && Object.keys(where).length === 0) {
    return { set: workspace.labelledSets.get(set, setVersion) };
  }
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a collection, narrowed or not, or a set with --set',
    found: collection === undefined && set === undefined ? 'neither' : 'both',
    remedy: 'Name one of them; a frozen set cannot be narrowed.',
  });
}

export function readVersion(text: string): number {
  const version = Number(text);
  if (Number.isSafeInteger(version) && version > 0) return version;
  throw new InvalidArgumentError('A whole number of at least 1 is expected.');
}
