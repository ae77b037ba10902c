import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';

/** What a scheme had and another has not. */
export type RemovedLabel =
  | { readonly kind: 'class' | 'span'; readonly name: string }
  | { readonly kind: 'value'; readonly attribute: string; readonly name: string };

/** Classes, types, and values of attributes that are gone, or not said of a type any more. */
export function listRemoved(before: AnnotationScheme, after: AnnotationScheme): RemovedLabel[] {
  const gone = (was: readonly { name: string }[], is: readonly { name: string }[]) =>
    was.filter(({ name }) => !is.some((each) => each.name === name));
  return [
    ...gone(before.classes, after.classes).map(({ name }) => ({ kind: 'class', name }) as const),
    ...gone(before.types, after.types).map(({ name }) => ({ kind: 'span', name }) as const),
    ...before.attributes.flatMap(({ name: attribute, values, types }) => {
      const now = after.attributes.find((each) => each.name === attribute);
      const isNarrowed =
        now !== undefined &&
        now.types !== null &&
        (types === null || types.some((type) => now.types?.includes(type) === false));
      return values
        .filter((value) => now?.values.includes(value) !== true || isNarrowed)
        .map((name) => ({ kind: 'value', attribute, name }) as const);
    }),
  ];
}
