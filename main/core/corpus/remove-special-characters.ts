import type { CleaningStep } from './remove-markup.ts';

/**
 * What carries no meaning in running text: control and invisible format characters, private-use
 * and unassigned code points, halves of surrogate pairs, U+FFFD, box drawings, geometric shapes,
 * dingbats and pictographs. Letters, marks, digits, punctuation, currency, mathematics, arrows and
 * signs such as °, ♀ and ✓ stay: they are part of clinical language.
 */
const specialCharacters =
  /[\p{Co}\p{Cn}\p{Cs}\ufffc\ufffd\u2500-\u25ff\u2600-\u263f\u2641\u2643-\u2712\u2719-\u27bf\u{1f000}-\u{1faff}]|[^\P{Cc}\t\n\v\f\r]|\p{Cf}/gu;

/** Lines drawn with characters: "-----", "=====", "*****". */
const drawnLines = /([-=_*~#+])\1{3,}/g;

/**
 * Removes special characters; `removed` counts them. Format characters and soft hyphens vanish,
 * as they stand inside words; all others become a blank.
 */
export function removeSpecialCharacters(text: string): CleaningStep {
  let removed = 0;
  const plain = text.replace(specialCharacters, (character) => {
    removed++;
    return /\p{Cf}/u.test(character) ? '' : ' ';
  });
  const undrawn = plain.replace(drawnLines, (run) => {
    removed += run.length;
    return ' ';
  });
  return { text: undrawn, removed };
}
