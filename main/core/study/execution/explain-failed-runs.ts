import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { nameSome } from '#core/wording/name-some.ts';
import { say } from '#core/wording/say.ts';

/** What is wrong with the workspace would end every other run alike. */
export function endsStudy(error: unknown): boolean {
  return isAnamnesisError(error) && error.code.startsWith('workspace.');
}

/** Why a study did not reach its end: the reason of its one failed run, or that of several. */
export function explainFailedRuns(
  failures: readonly (readonly [key: string, error: unknown])[],
  runCount: number,
): unknown {
  if (failures.length === 1) return failures[0][1];
  const codes = failures.map(([, error]) =>
    isAnamnesisError(error) ? error.code : 'program.fault',
  );
  return new AnamnesisError('study.runs-failed', {
    expected: say('plan', 'allRuns', runCount),
    found: say(
      'plan',
      'failedRuns',
      failures.length,
      nameSome(failures.map(([key], index) => `${key} [${codes[index]}]`)),
    ),
    remedy: say('plan', 'retryRuns'),
  });
}
