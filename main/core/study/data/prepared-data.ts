import { hashJson } from '#core/storage/hash-json.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Told } from '#core/base/phrase.ts';
import type { DividedCorpus } from './divide-corpora.ts';
import type { DataHashes } from '../plan/data-hashes.ts';
import type { PreparedTransfer } from './prepared-transfer.ts';
import type { PreparedTask } from './prepared-task.ts';

/** A model from outside the study, in the workspace. */
export interface PreparedCheckpoint {
  readonly hash: string;
  readonly warnings: readonly Told[];
  readonly stored: StoredModel;
}

/** Everything that a plan names, read and checked before the first run begins. */
export interface PreparedData {
  readonly corpora: ReadonlyMap<string, DividedCorpus>;
  readonly tasks: ReadonlyMap<string, PreparedTask>;
  readonly transfers: ReadonlyMap<string, PreparedTransfer>;
  /** By the name of the model that starts from it. */
  readonly checkpoints: ReadonlyMap<string, PreparedCheckpoint>;
}

/** What identifies the data of a study, by the names of the plan. */
export function hashesOf(data: PreparedData): DataHashes {
  const hashes = (items: ReadonlyMap<string, { readonly hash: string }>) =>
    Object.fromEntries([...items].map(([name, { hash }]) => [name, hash]));
  return {
    corpora: Object.fromEntries(
      Array.from(data.corpora, ([name, { trainingHash }]) => [name, trainingHash]),
    ),
    tasks: Object.fromEntries([...data.tasks].map(([name, task]) => [name, hashDivided(task)])),
    checkpoints: hashes(data.checkpoints),
  };
}

/** Folds follow from the data, but for few groups others were made of it before. */
function hashDivided({ hash, isSearched }: PreparedTask): string {
  return isSearched ? hashJson({ data: hash, folds: 'searched' }) : hash;
}
