/**
 * A document in which the letters that a refusal of the compiler names stand by their numbers. The
 * same document where it names none.
 */
export function nameUndisplayable(source: string, refusal: string): string {
  const missing = new Set(
    [...refusal.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].flatMap(([, text]) =>
      Array.from(text),
    ),
  );
  return Array.from(source, (character) =>
    missing.has(character) && (character.codePointAt(0) ?? 0) > 126
      ? `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
      : character,
  ).join('');
}
