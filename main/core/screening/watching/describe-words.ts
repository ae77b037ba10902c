/** Enough that words of a note seldom share a place, few enough that 500 notes are compared in a blink. */
const places = 128;

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/**
 * The words of a text as a vector of length 1: each adds to, or takes from, a place that its hash says
 * (Weinberger and others, ICML 2009), by 1 + ln of how often it stands there. It tells what notes are made
 * of, whatever the model makes of it; no word can be read back from it.
 */
export function hashWords(text: string): Float64Array {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vector = new Float64Array(places);
  for (const [word, count] of counts) {
    const hash = hashWord(word);
    vector[(hash >>> 1) % places] += (hash & 1 ? 1 : -1) * (1 + Math.log(count));
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}

/** Of the words of a text, the share that a vocabulary lacks; 0 of none. */
export function shareOfNewWords(text: string, vocabulary: ReadonlySet<string>): number {
  const words = wordsOf(text);
  return words.filter((word) => !vocabulary.has(word)).length / Math.max(1, words.length);
}

/** FNV-1a, its bits mixed once more, for the last one would follow the last letter. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
