/**
 * Index of the class that is looked for: the named one, else the rarer of two, of equally rare ones
 * the last. Of more classes it says nothing.
 */
export function findPositive(
  {
    notes,
    classes,
  }: { readonly notes: readonly { label: string }[]; readonly classes: readonly string[] },
  named: string | undefined,
): number {
  if (named !== undefined) return classes.indexOf(named);
  const counts = classes.map((name) => notes.filter(({ label }) => label === name).length);
  return counts.reduce((rarest, count, index) => (count <= counts[rarest] ? index : rarest), 0);
}

/** Of scored notes: the class that is looked for, as above; of three or more classes the first. */
export function positiveLabel(
  {
    labels,
    notes,
  }: { readonly labels: readonly string[]; readonly notes: readonly { label: string }[] },
  named: string | undefined,
): string {
  if (named !== undefined && labels.includes(named)) return named;
  return labels.length === 2
    ? labels[findPositive({ notes, classes: labels }, undefined)]
    : labels[0];
}
