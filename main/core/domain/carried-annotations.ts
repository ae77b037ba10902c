import type { Annotation } from './document.ts';

/** An annotation as its format wrote it, and which annotations of the document it became. */
export interface CarriedEntry<Entry = unknown> {
  /** Keys of the annotations; empty for what is not used, and written back as it came. */
  readonly keys: readonly string[];
  readonly entry: Entry;
}

/** Equal for annotations that say the same: what a writer knows an annotation again by. */
export function annotationKey(annotation: Annotation): string {
  const { by, name } = annotation.origin;
  const said =
    annotation.kind === 'class'
      ? [annotation.label]
      : [
          annotation.id,
          annotation.type,
          ...annotation.fragments.flatMap(({ start, end }) => [start, end]),
        ];
  return JSON.stringify([annotation.kind, by, name, ...said]);
}

/** Finds what has become of carried annotations: each annotation of the document is found once. */
export interface AnnotationFinder {
  /** Null where the entry stood for annotations that are all gone: it goes too. */
  find(carried: CarriedEntry): Annotation[] | null;
  /** Those that nothing carried stood for, in their order. */
  rest(): Annotation[];
}

export function createAnnotationFinder(annotations: readonly Annotation[]): AnnotationFinder {
  const waiting = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const key = annotationKey(annotation);
    const alike = waiting.get(key);
    if (alike === undefined) waiting.set(key, [annotation]);
    else alike.push(annotation);
  }
  const found = new Set<Annotation>();
  return {
    find({ keys }) {
      const here = keys.flatMap((key) => waiting.get(key)?.splice(0, 1) ?? []);
      for (const annotation of here) found.add(annotation);
      return keys.length > 0 && here.length === 0 ? null : here;
    },
    rest: () => annotations.filter((annotation) => !found.has(annotation)),
  };
}
