import { AnamnesisError } from '#core/base/error.ts';
import type { InsightModel } from '#core/domain/insight.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** The model that was looked into, as it was. @throws insight.other-model, record.missing */
export function requireSame(workspace: Workspace, { id, name, hash }: InsightModel): StoredModel {
  const stored = workspace.models.get(id);
  if (workspace.blobs.get(stored.weightsBlobId).sha256 === hash) return stored;
  throw new AnamnesisError('insight.other-model', {
    expected: say('insight', 'sameWeights'),
    found: say('insight', 'otherWeights'),
    remedy: say('insight', 'beginAnew'),
    place: name,
  });
}
