import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { stackPlaces } from '#core/base/stack-places.ts';
import type { StudyFailure } from '#core/domain/run.ts';

/**
 * Whatever ended a study, as an error of ours. The message of an unforeseen error may hold text of
 * a note; its place cannot, and is all that is kept of it.
 */
export function explainFailure(error: unknown): AnamnesisError {
  if (isAnamnesisError(error)) return error;
  const [place] = stackPlaces(error) as (string | undefined)[];
  return new AnamnesisError('program.fault', {
    expected: 'the study to run',
    found: `an unforeseen ${error instanceof Error ? error.name : 'error'}`,
    remedy: 'Report this with the place and the version.',
    ...(place === undefined ? {} : { place }),
  });
}

/** What of an error is stored with its study. */
export function storedFailure({ code, told }: AnamnesisError): StudyFailure {
  const { expected, found, remedy, place = null } = told;
  return { code, expected, found, remedy, place };
}
