import { AnamnesisError } from '#core/base/error.ts';
import type { Collection } from '#core/storage/collections.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** @throws record.missing */
export function findCollection(workspace: Workspace, name: string): Collection {
  const found = workspace.collections.findByName(name);
  if (found !== undefined) return found;
  throw new AnamnesisError('record.missing', {
    expected: `a collection “${name}”`,
    found: 'none of this name',
    remedy: 'List the collections of the workspace and use a name from there.',
  });
}
