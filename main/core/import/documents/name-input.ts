import type { SourceInput } from './document-format.ts';

/** Between an archive and what is in it, wherever people read a place. */
const inside = ' › ';

/** The name of what lies inside of something, such as an entry of an archive; null for nothing. */
export function nameInside(outer: string | null, inner: string): string {
  return outer === null ? inner : `${outer}${inside}${inner}`;
}

/** An input as reports call it: its file, and its path inside of an archive. */
export function nameInput({ name, part }: Pick<SourceInput, 'name' | 'part'>): string {
  return part === null ? name : nameInside(name, part);
}

/**
 * An input as ids call it that are made of it: inside of an archive its path there alone, so that
 * next month's archive, which has another name, makes the same ids.
 */
export function ownName({ name, part }: Pick<SourceInput, 'name' | 'part'>): string {
  return part ?? name;
}

/** The names of what something lies in, from the outermost on, and its own. */
export function namesAround(name: string): string[] {
  return name.split(inside).map((_, index, all) => all.slice(0, index + 1).join(inside));
}

/** The folders and archives of a name, and what it is called in the innermost of them. */
export function splitName(name: string): {
  readonly folders: readonly string[];
  readonly base: string;
} {
  const parts = name.split(/\/| › /);
  return { folders: parts.slice(0, -1), base: parts.at(-1) ?? name };
}
