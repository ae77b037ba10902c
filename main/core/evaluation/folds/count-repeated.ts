/**
 * How many of the tested texts are also among those that are learned from, but for case and white
 * space: what is right in them may be remembered and not understood.
 */
export function countRepeated(texts: readonly string[], isTest: readonly boolean[]): number {
  const alike = texts.map((text) =>
    text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase(),
  );
  const learned = new Set(alike.filter((_, index) => !isTest[index]));
  return alike.filter((text, index) => isTest[index] && learned.has(text)).length;
}
