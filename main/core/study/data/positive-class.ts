/** A class with its notes. */
interface CountedClass {
  readonly label: string;
  readonly count: number;
}

/**
 * The class that is looked for: the named one, else the rarer of two, of equally rare ones the last in
 * alphabetical order. Null of more or fewer classes without a name, and where none has the name.
 */
export function chooseLooked(
  classes: readonly CountedClass[],
  named: string | undefined,
): CountedClass | null {
  if (named !== undefined) return classes.find(({ label }) => label === named) ?? null;
  if (classes.length !== 2) return null;
  const [one, other] = classes.toSorted((a, b) => (a.label < b.label ? -1 : 1));
  return one.count < other.count ? one : other;
}

/**
 * Index of the class whose probability windows of a note are pooled by, as above; of three or more
 * classes without a name the first, since each of them is pooled alike.
 */
export function findPositive(
  {
    notes,
    classes,
  }: { readonly notes: readonly { label: string }[]; readonly classes: readonly string[] },
  named: string | undefined,
): number {
  const found = chooseLooked(countNotes(notes, classes), named);
  return found === null ? 0 : classes.indexOf(found.label);
}

/** Of scored notes: the class that is looked for, as above; else the first. */
export function positiveLabel(
  {
    labels,
    notes,
  }: { readonly labels: readonly string[]; readonly notes: readonly { label: string }[] },
  named: string | undefined,
): string {
  const isKnown = named !== undefined && labels.includes(named);
  const found = chooseLooked(countNotes(notes, labels), isKnown ? named : undefined);
  return found === null ? labels[0] : found.label;
}

function countNotes(
  notes: readonly { label: string }[],
  classes: readonly string[],
): CountedClass[] {
  const counts = new Map(classes.map((label) => [label, 0]));
  for (const { label } of notes) counts.set(label, (counts.get(label) ?? 0) + 1);
  return classes.map((label) => ({ label, count: counts.get(label) ?? 0 }));
}
