/** How mentions of a type are drawn: line and colour together, so that neither is needed alone. */
const lines = ['solid', 'double', 'dashed', 'dotted', 'wavy'] as const;
const colours = ['#0f766e', '#b45309', '#6d28d9', '#be123c', '#1d4ed8', '#4d7c0f'] as const;

export interface TypeMark {
  readonly line: (typeof lines)[number];
  readonly colour: string;
}

/** The same type gets the same mark wherever the same types are shown together. */
export function markTypes(types: readonly string[]): ReadonlyMap<string, TypeMark> {
  const sorted = [...new Set(types)].sort();
  return new Map(
    sorted.map((type, index) => [
      type,
      { line: lines[index % lines.length], colour: colours[index % colours.length] },
    ]),
  );
}
