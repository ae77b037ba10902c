import type { InspectedNote, InspectionFilter } from './inspected.ts';

/** Whether a note is among those that are asked for. */
export function fitsFilter(
  { note, decisions }: Pick<InspectedNote, 'note' | 'decisions'>,
  { patient, note: noteId, person, from, to }: InspectionFilter,
): boolean {
  if (patient !== undefined && note.patient !== patient) return false;
  if (noteId !== undefined && note.noteId !== noteId) return false;
  const isTheirs = (each: (typeof decisions)[number]) =>
    each.person === person || each.decision.person === person;
  if (person !== undefined && !decisions.some(isTheirs)) return false;
  const moments = [note.atMs, ...decisions.map(({ decision }) => decision.atMs)];
  return moments.some((atMs) => isWithin(new Date(atMs).toISOString(), from, to));
}

/** The beginning of a moment means all of it: to "2026-12" is to the end of December. */
function isWithin(instant: string, from: string | undefined, to: string | undefined): boolean {
  return (
    (from === undefined || instant >= from) &&
    (to === undefined || instant.slice(0, to.length) <= to)
  );
}
