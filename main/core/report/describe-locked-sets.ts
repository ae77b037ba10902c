import type { StudyResults } from './study-results.ts';

/** Which test sets are locked, in a sentence; null where none is. */
export function describeLockedSets({
  lockedSets,
}: Pick<StudyResults, 'lockedSets'>): string | null {
  if (lockedSets.length === 0) return null;
  const named = lockedSets.map(({ name, version }) => `${name} version ${version}`).join(' and ');
  return `Locked for a last test: ${named}. No corpus and no task of this study has read its documents, others of its patients, or what is nearly the same.`;
}
