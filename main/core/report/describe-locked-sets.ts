import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { StudyResults } from './study-results.ts';

/** Which test sets are locked, in a sentence; null where none is. */
export function describeLockedSets({
  lockedSets,
}: Pick<StudyResults, 'lockedSets'>): Phrase | null {
  if (lockedSets.length === 0) return null;
  const sets = lockedSets.map(({ name, version }) => say('warnings', 'setVersion', name, version));
  return say('warnings', 'lockedForLastTest', sets);
}
