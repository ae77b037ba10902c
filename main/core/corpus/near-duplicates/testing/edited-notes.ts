import type { RandomStream } from '#core/base/random-stream.ts';

/** Notes of so many words each, one after the other from a long text. */
export function cutNotes(text: string, wordCount: number): string[] {
  const words = text.split(/\s+/);
  return Array.from({ length: Math.floor(words.length / wordCount) }, (_, index) =>
    words.slice(index * wordCount, (index + 1) * wordCount).join(' '),
  );
}

/** The text with so many words replaced, put in or left out. */
export function edit(text: string, editCount: number, random: RandomStream): string {
  const words = text.split(' ');
  for (let edits = 0; edits < editCount; edits++) {
    const at = random.integer(words.length);
    const fresh = `nieuw${random.integer(10_000)}`;
    const change = random.integer(3);
    words.splice(at, change === 1 ? 0 : 1, ...(change === 2 ? [] : [fresh]));
  }
  return words.join(' ');
}
