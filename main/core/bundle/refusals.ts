import { AnamnesisError } from '#core/base/error.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';

export function damaged(place: string): AnamnesisError {
  return new AnamnesisError('bundle.damaged', {
    expected: say('cluster', 'sealedBytes'),
    found: say('cluster', 'otherBytes'),
    remedy: say('cluster', 'runStudyForNewBundle'),
    place,
  });
}

export function otherVersion(found: unknown, expected: number, place: string): AnamnesisError {
  return new AnamnesisError('bundle.version', {
    expected: say('cluster', 'versionOf', expected),
    found: typeof found === 'number' ? say('cluster', 'versionOf', found) : say('cluster', 'none'),
    remedy: say('cluster', 'sameProgram'),
    place,
  });
}

/** Of an error of the file system; one of ours stays what it is. */
export function unreachable(error: unknown, place: string): AnamnesisError {
  if (error instanceof AnamnesisError) return error;
  return new AnamnesisError('bundle.unreachable', {
    expected: say('cluster', 'reachableFolder'),
    found: describeSystemError(error),
    remedy: say('cluster', 'checkSharedFolder'),
    place,
    cause: error,
  });
}

export function openToOthers(mode: number, place: string): AnamnesisError {
  return new AnamnesisError('bundle.key-open', {
    expected: say('cluster', 'ownersKey'),
    found: say('cluster', 'fileMode', mode.toString(8).padStart(3, '0')),
    remedy: say('cluster', 'closeKey', place),
    place,
  });
}
