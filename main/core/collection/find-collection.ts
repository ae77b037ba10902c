import { AnamnesisError } from '#core/base/error.ts';
import type { Collection } from '#core/storage/collections.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** @throws record.missing */
export function findCollection(workspace: Workspace, name: string): Collection {
  const found = workspace.collections.findByName(name);
  if (found !== undefined) return found;
  throw new AnamnesisError('record.missing', {
    expected: say('workspace', 'collection', name),
    found: say('workspace', 'noneOfThisName'),
    remedy: say('workspace', 'listCollections'),
  });
}
