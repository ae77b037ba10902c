import type { TermAgreement } from '#core/domain/note-explanation.ts';
import type { PooledTerms } from '#core/domain/term-summary.ts';
import { hypergeometricChances } from './hypergeometric.ts';

/**
 * Words are drawn by chance within each note, so that the number of terms among them is a sum of
 * independent hypergeometric ones. Its distribution is computed exactly, by adding one note after the
 * other; notes of a patient need no correction, since it is the words that are drawn.
 */
export function poolTerms(ofNotes: readonly TermAgreement[]): PooledTerms {
  const spoken = ofNotes.filter(({ first }) => first > 0);
  const sum = (of: (note: TermAgreement) => number) =>
    spoken.reduce((total, note) => total + of(note), 0);
  const firstInTerms = sum((note) => note.firstInTerms);
  return {
    notes: spoken.length,
    notesWithTerms: spoken.filter(({ inTerms }) => inTerms > 0).length,
    first: sum(({ first }) => first),
    firstInTerms,
    expected: sum(({ first, byChance }) => first * byChance),
    p: spoken.length === 0 ? null : upperTailOfSum(spoken, firstInTerms),
  };
}

function upperTailOfSum(notes: readonly TermAgreement[], count: number): number {
  let chances = Float64Array.of(1);
  for (const { words, inTerms, first } of notes) {
    const ofNote = hypergeometricChances({ population: words, marked: inTerms, drawn: first });
    const next = new Float64Array(chances.length + ofNote.length - 1);
    for (const [before, chance] of chances.entries()) {
      for (const [added, own] of ofNote.entries()) next[before + added] += chance * own;
    }
    chances = next;
  }
  const tail = chances.subarray(count).reduce((total, chance) => total + chance, 0);
  return Math.min(1, tail);
}
