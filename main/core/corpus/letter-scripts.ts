/** Scripts of which letters are told apart; a letter of none of them is of “Other”. */
const named = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Han: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
} as const satisfies Record<string, RegExp>;

export type LetterScript = keyof typeof named | 'Other';

const letter = /\p{L}/gu;
/** More of a text tells no more of its script. */
const sampleLength = 20_000;

/** How many letters of the start of a text are of each script; scripts without one are left out. */
export function countScripts(text: string): Map<LetterScript, number> {
  const letters = text.slice(0, sampleLength).match(letter)?.join('') ?? '';
  const counts = new Map<LetterScript, number>();
  let left = Array.from(letters).length;
  for (const [script, pattern] of Object.entries(named) as [LetterScript, RegExp][]) {
    if (left === 0) break;
    const count = letters.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(script, count);
    left -= count;
  }
  if (left > 0) counts.set('Other', left);
  return counts;
}

/** Of the letters of a text, the share of those of other scripts than these; 0 without a letter. */
export function shareOfOtherScripts(text: string, known: readonly string[]): number {
  let all = 0;
  let others = 0;
  for (const [script, count] of countScripts(text)) {
    all += count;
    if (!known.includes(script)) others += count;
  }
  return all === 0 ? 0 : others / all;
}
