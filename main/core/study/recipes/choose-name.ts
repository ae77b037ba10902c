const longest = 64;

/** The last part of a path without its ending. */
function lastPart(source: string): string {
  const part =
    source
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  return part.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

/**
 * A name for a part of a plan after what it comes from, as the keys of plans must be, and one that
 * none of `taken` has: "De brieven (2020)" becomes "de-brieven-2020". What has no letter of ours, as
 * a name in Arabic, is called `otherwise`.
 */
export function chooseName(
  source: string,
  { taken, otherwise }: { readonly taken: readonly string[]; readonly otherwise: string },
): string {
  const plain = plainName(lastPart(source));
  return freeName(plain === '' ? otherwise : plain, taken);
}

/** A text as the keys of plans must be written; empty where it has no letter of ours. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, longest)
    .replace(/[^a-z0-9]+$/, '');
}

/** The name itself, or with the first number that is free. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) {
    const ending = `-${number}`;
    const numbered = `${name.slice(0, longest - ending.length)}${ending}`;
    if (!taken.includes(numbered)) return numbered;
  }
}

/** Two parts of a name, as long as names may be. */
export function joinNames(name: string, ending: string): string {
  return `${name.slice(0, Math.max(1, longest - ending.length - 1))}-${ending}`.slice(0, longest);
}
