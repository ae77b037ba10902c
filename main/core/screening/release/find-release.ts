import { AnamnesisError } from '#core/base/error.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** The newest release of a name, or the one with this number. @throws record.missing */
export function findRelease({ screeningReleases }: Workspace, named: string): ScreeningRelease {
  const all = screeningReleases.list();
  const found =
    screeningReleases.findByName(named) ?? all.find((release) => String(release.id) === named);
  if (found !== undefined) return found;
  const names = [...new Set(all.map(({ name }) => name))];
  throw new AnamnesisError('record.missing', {
    expected: names.length === 0 ? say('screening', 'aRelease') : say('screening', 'oneOf', names),
    found: named,
    remedy: say('screening', 'releaseFirst'),
  });
}
