import type { StudySummary } from '#contract/study.ts';
import type { CommonMessages } from '../messages/common/messages.ts';

/** The state of a study, or its place where it waits for others. */
export function nameStudyState(
  { state, queuePosition }: Pick<StudySummary, 'state' | 'queuePosition'>,
  say: Pick<CommonMessages, 'studyStates' | 'placeInQueue'>,
): string {
  return queuePosition === null ? say.studyStates[state] : say.placeInQueue(queuePosition);
}
