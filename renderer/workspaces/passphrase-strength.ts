/** How a new passphrase would stand against somebody who has the folder and tries. */
export type Strength = 'weak' | 'fair' | 'strong';

/** Of a word that people choose: one of some two thousand (2¹¹), as in lists for passphrases. */
const bitsPerWord = 11;
const fairBits = 40;
const strongBits = 60;

/**
 * A rough upper bound of what it costs to guess, in bits: by its characters, and no more than
 * its words give, where it has several. Repetitions and rows of neighbours (aaa, 123) count once.
 */
export function estimateBits(passphrase: string): number {
  const telling = removeRuns(passphrase);
  const byCharacters = telling.length * Math.log2(alphabetOf(telling));
  const words = new Set(
    passphrase
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
  const allWords = [...words].every((word) => /^\p{L}+$/u.test(word));
  return allWords ? Math.min(byCharacters, Math.max(1, words.size) * bitsPerWord) : byCharacters;
}

export function judgeStrength(passphrase: string): Strength {
  const bits = estimateBits(passphrase);
  return bits < fairBits ? 'weak' : bits < strongBits ? 'fair' : 'strong';
}

/** Characters that do not just repeat the one before or stand next to it in the alphabet. */
function removeRuns(text: string): string {
  const codes = Array.from(text.toLowerCase(), (character) => character.codePointAt(0) ?? 0);
  return codes
    .filter((code, index) => index === 0 || Math.abs(code - codes[index - 1]) > 1)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

function alphabetOf(text: string): number {
  const size =
    (/\p{L}/u.test(text) ? 26 : 0) +
    (/\p{N}/u.test(text) ? 10 : 0) +
    (/[^\p{L}\p{N}]/u.test(text) ? 20 : 0);
  return Math.max(2, size);
}
