/** A class with its notes, or an entity type with its entities. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** How often each label occurs, in alphabetical order. */
export function countLabels(labels: Iterable<string>): LabelCount[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
