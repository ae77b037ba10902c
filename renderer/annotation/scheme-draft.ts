import {
  labelColours,
  labelPatterns,
  type AnnotationScheme,
  type ClassChoice,
  type SchemeLabel,
} from '#contract/annotation-nouns.ts';

/** A scheme as it is written down by a person: names and keys may still be empty. */
export interface SchemeDraft {
  readonly classChoice: ClassChoice;
  readonly classes: readonly LabelDraft[];
  readonly types: readonly LabelDraft[];
  readonly attributes: readonly AttributeDraft[];
}

export interface LabelDraft {
  readonly name: string;
  readonly key: string;
}

export interface AttributeDraft {
  readonly name: string;
  /** Divided by commas. */
  readonly values: string;
}

export const emptyScheme: SchemeDraft = {
  classChoice: 'none',
  classes: [],
  types: [],
  attributes: [],
};

/** What was written as a scheme: rows without a name are left out, labels get looks by their place. */
export function readScheme({
  classChoice,
  classes,
  types,
  attributes,
}: SchemeDraft): AnnotationScheme {
  return {
    classChoice,
    classes: classChoice === 'none' ? [] : named(classes),
    types: named(types),
    attributes: attributes
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, values }) => ({
        name: name.trim(),
        values: values
          .split(',')
          .map((value) => value.trim())
          .filter((value) => value !== ''),
        types: null,
      })),
  };
}

function named(labels: readonly LabelDraft[]): SchemeLabel[] {
  return labels
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, key }, index) => ({
      name: name.trim(),
      key: key.trim() === '' ? null : key.trim().toLowerCase(),
      ...lookOf(index),
    }));
}

/** Colour and pattern change together, and the pairs begin to repeat only after a hundred. */
function lookOf(index: number): Pick<SchemeLabel, 'colour' | 'pattern'> {
  const round = Math.floor(index / labelColours.length);
  return {
    colour: labelColours[index % labelColours.length],
    pattern: labelPatterns[(index + round) % labelPatterns.length],
  };
}

/** The first key that is free: of the name's own letters, then of the alphabet; digits for classes. */
export function proposeKey(kind: 'classes' | 'types', name: string, draft: SchemeDraft): string {
  const taken = new Set([...draft.classes, ...draft.types].map(({ key }) => key.toLowerCase()));
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  const keys = kind === 'classes' ? '123456789' : `${letters}abcdefghijklmnopqrstuvwxyz`;
  return Array.from(keys).find((key) => !taken.has(key)) ?? '';
}
