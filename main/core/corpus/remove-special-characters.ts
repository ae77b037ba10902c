import type { CleaningStep } from './remove-markup.ts';

/**
 * What carries no meaning in running text: control and invisible format characters, private-use
 * and unassigned code points, halves of surrogate pairs, U+FFFD, box drawings, geometric shapes,
 * dingbats and pictographs. Letters, marks, digits, punctuation, currency, mathematics, arrows and
 * signs such as °, ♀ and ✓ stay: they are part of clinical language.
 */
const specialCharacters =
  /[\p{Co}\p{Cn}\p{Cs}\ufffc\ufffd\u2500-\u25ff\u2600-\u263f\u2641\u2643-\u2712\u2719-\u27bf\u{1f000}-\u{1faff}]|[^\P{Cc}\t\n\v\f\r]|\p{Cf}/gu;

/**
 * What may be special. Most texts of European languages hold nothing of it, and the test takes a
 * tenth of the time of the expression above.
 */
const suspicious =
  /[^\t-\r -~\u00a0-\u00ac\u00ae-\u0377\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u23ff]/;

/** Lines drawn with characters: "-----", "=====", "*****". */
const drawnLines = /([-=_*~#+])\1{3,}/g;

/**
 * Runs that mean something: grades of four to six plus signs beside other text of their line, and
 * masks of asterisks or underscores between words, where a name was taken out.
 */
export const keptRuns =
  /(?<=[\p{L}\p{N}+)][^\S\n]?[:(/]?[^\S\n]?)(?<!\+)\+{4,6}(?!\+)|(?<!\+)\+{4,6}(?!\+)(?=[^\S\n]?[\p{L}\p{N}])|(?<=[\p{L}\p{N}][.:,(]?[^\S\n])(?<![*_])([*_])\1{3,11}(?![*_])(?=[^\S\n]?[\p{L}\p{N}]|[,.;)])/u;
const isKeptRun = new RegExp(keptRuns, 'uy');

/**
 * Removes special characters; `removed` counts them. Format characters and soft hyphens vanish,
 * as they stand inside words; all others become a blank.
 */
export function removeSpecialCharacters(text: string): CleaningStep {
  let removed = 0;
  const remove = (character: string): string => {
    removed++;
    return /\p{Cf}/u.test(character) ? '' : ' ';
  };
  const plain = suspicious.test(text) ? text.replace(specialCharacters, remove) : text;
  const undrawn = plain.replace(drawnLines, (run: string, _unit: string, at: number) => {
    isKeptRun.lastIndex = at;
    if (isKeptRun.test(plain)) return run;
    removed += run.length;
    return ' ';
  });
  return { text: undrawn, removed };
}
