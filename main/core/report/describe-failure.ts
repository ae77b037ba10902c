import type { Phrase } from '#core/base/phrase.ts';
import type { StudyFailure } from '#core/domain/run.ts';
import { say } from '#core/wording/say.ts';

/** Why a study failed, in one line. */
export function describeFailure(failure: StudyFailure): Phrase {
  const { code, expected, found, remedy, place } = failure;
  return say('report', 'failed', place, expected, found, remedy, code);
}
