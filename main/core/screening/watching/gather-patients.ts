import { largestOf } from '#core/base/extremes.ts';
import type { ScreenedNote } from '#core/domain/screening.ts';

/** A patient of a month, or a note of none: what a release said of all of their notes then. */
export interface MonthPatient {
  readonly subject: string;
  readonly patient: string | null;
  /** Numbers of the screened notes, in the order of time. */
  readonly notes: readonly number[];
  /** The first that was scored: one for each patient, for notes of a patient are alike. */
  readonly first: ScreenedNote | null;
  /** The highest probability; null where none was scored. */
  readonly probability: number | null;
  readonly isAlert: boolean;
  readonly hasNotJudged: boolean;
}

/** In the order of their first notes. */
export function gatherPatients(notes: readonly ScreenedNote[]): MonthPatient[] {
  const bySubject = new Map<string, ScreenedNote[]>();
  for (const note of notes) {
    const known = bySubject.get(note.subject);
    if (known === undefined) bySubject.set(note.subject, [note]);
    else known.push(note);
  }
  return [...bySubject].map(([subject, own]): MonthPatient => {
    const probabilities = own.flatMap(({ probability }) => probability ?? []);
    return {
      ...{ subject, patient: own[0].patient, notes: own.map(({ id }) => id) },
      first: own.find(({ score }) => score !== null) ?? null,
      probability: probabilities.length === 0 ? null : largestOf(probabilities),
      isAlert: own.some(({ isAlert }) => isAlert === true),
      hasNotJudged: own.some(({ score }) => score === null),
    };
  });
}
