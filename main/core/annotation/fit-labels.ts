import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { AnnotationEdit, LabelGiven, LabelSource } from '#core/domain/annotation-work.ts';
import type { Annotation, AnnotationOrigin } from '#core/domain/document.ts';

export interface FittedLabels {
  readonly kept: readonly Annotation[];
  /** Classes, types and attributes that the scheme does not have, once for each label left out. */
  readonly leftOut: readonly string[];
}

/** Of labels that a document has, those that the scheme knows. */
export function fitLabels(
  annotations: readonly Annotation[],
  scheme: AnnotationScheme,
): FittedLabels {
  const leftOut: string[] = [];
  const classes = new Set(scheme.classes.map(({ name }) => name));
  const types = new Set(scheme.types.map(({ name }) => name));
  const given = new Set<string>();
  const kept = annotations.flatMap((annotation): Annotation[] => {
    if (annotation.kind === 'class') {
      const { label } = annotation;
      // The same class by two annotators is one; where one is wanted, a second is no beginning.
      if (given.has(label)) return [];
      if (!classes.has(label) || (scheme.classChoice === 'one' && given.size > 0)) {
        leftOut.push(label);
        return [];
      }
      given.add(label);
      return [annotation];
    }
    if (!types.has(annotation.type)) {
      leftOut.push(annotation.type);
      return [];
    }
    const attributes = Object.entries(annotation.attributes).filter(([name, value]) => {
      const known = scheme.attributes.find((each) => each.name === name);
      const isKnown =
        known !== undefined &&
        known.values.includes(value) &&
        (known.types === null || known.types.includes(annotation.type));
      if (!isKnown) leftOut.push(name);
      return isKnown;
    });
    return [{ ...annotation, attributes: Object.fromEntries(attributes.sort()) }];
  });
  return { kept, leftOut };
}

/** Edits that give an untouched work the labels that its document came with. */
export function beginEdits(
  annotations: readonly Annotation[],
  given: Omit<LabelGiven, 'from'>,
): AnnotationEdit[] {
  return annotations.map((annotation, index): AnnotationEdit => {
    const label = { ...given, from: sourceOf(annotation.origin) };
    if (annotation.kind === 'class') {
      return { kind: 'class-add', class: { label: annotation.label, given: label } };
    }
    const { type, fragments, attributes } = annotation;
    return {
      kind: 'span-add',
      span: { id: `begin-${index}`, type, fragments, attributes, given: label },
    };
  });
}

function sourceOf({ by, name, score }: AnnotationOrigin): LabelSource {
  return { by: by === 'model' ? 'model' : 'file', name, score, suggestion: null };
}
