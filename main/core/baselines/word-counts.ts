/** Two letters, digits or underscores and more, in lower case: scikit-learn's default token pattern. */
const token = /[\p{L}\p{N}_]{2,}/gu;

/** How often each word and each pair of neighbouring words occurs in a text, in lower case. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  let before: string | null = null;
  for (const [word] of text.toLowerCase().matchAll(token)) {
    count(word);
    if (before !== null) count(`${before} ${word}`);
    before = word;
  }
  return counts;
}
