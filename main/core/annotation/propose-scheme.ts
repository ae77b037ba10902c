import {
  labelColours,
  labelPatterns,
  type AnnotationScheme,
  type SchemeLabel,
} from '#core/domain/annotation-scheme.ts';

/** Labels that documents have already. */
export interface FoundLabels {
  readonly classes: readonly string[];
  /** Whether some document has several. */
  readonly hasSeveral: boolean;
  readonly types: readonly string[];
  /** Values of each attribute. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/**
 * A scheme for labels that are there: digits for classes, letters for types (the first of the name
 * that is free), colours and patterns so that 100 labels differ.
 */
export function proposeScheme({
  classes,
  hasSeveral,
  types,
  attributes,
}: FoundLabels): AnnotationScheme {
  const taken = new Set<string>();
  return {
    classChoice:
      classes.length === 0 ? 'none' : hasSeveral || classes.length < 2 ? 'several' : 'one',
    classes: classes.map((name, index) => look(name, index, takeFirst('123456789', taken))),
    types: types.map((name, index) =>
      look(name, index, takeFirst(`${letters(name)}${alphabet}`, taken)),
    ),
    attributes: Object.entries(attributes).map(([name, values]) => ({
      name,
      values: [...values],
      types: null,
    })),
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
const letters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

function takeFirst(from: string, taken: Set<string>): string | null {
  const free = Array.from(from).find((each) => !taken.has(each));
  if (free === undefined) return null;
  taken.add(free);
  return free;
}

function look(name: string, index: number, key: string | null): SchemeLabel {
  const round = Math.floor(index / labelColours.length);
  return {
    name,
    key,
    colour: labelColours[index % labelColours.length],
    pattern: labelPatterns[(index + round) % labelPatterns.length],
  };
}
