/** The type of each entity of a sentence. */
export function typesOf(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.startsWith('B-')).map((tag) => tag.slice(2));
}
