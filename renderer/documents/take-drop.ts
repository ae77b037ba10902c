/** What came of files that were dropped onto the window. */
export interface Dropped {
  readonly paths: readonly string[];
  /** Why some of them are not among the paths: in a browser, or because they lie on no disk. */
  readonly missing: 'browser' | 'no-place' | null;
}

/**
 * The places of dropped files and folders: the import reads them from there, a copy of them in the
 * memory of the window is of no use to it.
 */
export function takeDrop<Item>(
  items: readonly Item[],
  pathOf: ((item: Item) => string) | null,
): Dropped {
  if (pathOf === null) return { paths: [], missing: items.length === 0 ? null : 'browser' };
  const all = items.map(pathOf);
  const paths = [...new Set(all.filter((path) => path !== ''))];
  return { paths, missing: all.includes('') ? 'no-place' : null };
}
