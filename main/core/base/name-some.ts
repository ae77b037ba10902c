const namedCount = 8;

/**
 * Names for a sentence, in the order given: the first few, and how many there are where that is not
 * all, so that a sentence on 400 of them is as long as one on nine.
 */
export function nameSome(names: readonly string[]): string {
  const named = names.slice(0, namedCount).map((name) => `“${name}”`);
  const more = names.length - named.length;
  const all = more > 0 ? [...named, `${more} more (${names.length} in all)`] : named;
  return all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
