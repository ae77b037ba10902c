import { AnamnesisError } from '#core/base/error.ts';
import { standingOf, type ScreeningRelease } from '#core/domain/screening-release.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { requireClock } from '../require-clock.ts';

/**
 * The model of a release that may be put to work now, as it was when it was released.
 * @throws screening.release-ended, screening.model-gone, screening.clock-went-back
 */
export function requireUsable(workspace: Workspace, release: ScreeningRelease): StoredModel {
  const { screenedNotes, screenings, nowMs } = workspace;
  const known = [
    release.releasedAtMs,
    screenedNotes.newestAtMs(release.id) ?? 0,
    screenings.list(release.id).at(0)?.updatedAtMs ?? 0,
  ];
  for (const atMs of known) requireClock(workspace, atMs);
  const standing = standingOf(release, nowMs());
  if (standing === 'replaced' || standing === 'expired') {
    throw new AnamnesisError('screening.release-ended', {
      expected: say('screening', 'releaseThatHolds'),
      found:
        standing === 'replaced'
          ? say('screening', 'replacedBy', release.replacedBy ?? 0)
          : say('screening', 'expiredAt', release.untilMs),
      remedy: say('screening', 'releaseAnew'),
      place: release.name,
    });
  }
  return requireModel(workspace, release);
}

function requireModel(workspace: Workspace, { name, content }: ScreeningRelease): StoredModel {
  const { id, hash } = content.model;
  const stored = workspace.models.list().find((model) => model.id === id);
  const isSame = stored !== undefined && workspace.blobs.get(stored.weightsBlobId).sha256 === hash;
  if (isSame) return workspace.models.get(id);
  throw new AnamnesisError('screening.model-gone', {
    expected: say('screening', 'modelOfRelease', content.model.name),
    found: say('screening', 'modelRemoved'),
    remedy: say('screening', 'releaseOther'),
    place: name,
  });
}
