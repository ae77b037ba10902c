/** Where the words of a text begin and end (exclusive), in UTF-16 units and in order. */
export interface TextWords {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Letters, digits and what belongs to them are one word; any other visible character is one alone. */
const word = /[\p{L}\p{N}\p{M}_]+|[^\s]/gu;

/** What the caret stops at, and what a selection snaps to. */
export function findWords(text: string): TextWords {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: found, index } of text.matchAll(word)) {
    starts.push(index);
    ends.push(index + found.length);
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The first word that ends behind a place; the number of words where there is none. */
export function firstWordEndingAfter({ ends }: TextWords, place: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
