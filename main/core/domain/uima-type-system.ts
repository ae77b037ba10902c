import type { CarriedElement } from './carried-xmi.ts';

/** The types of a CAS, as far as a type system says. */
export interface TypeSystem {
  /** Whether the feature is a reference to another feature structure; false where unknown. */
  readonly isReference: (type: string, feature: string) => boolean;
}

interface TypeDescription {
  readonly supertype: string;
  /** By their names: the type of their values. */
  readonly features: ReadonlyMap<string, string>;
}

const primitive =
  /^uima\.cas\.(?:String|Boolean|Byte|Short|Integer|Long|Float|Double)(?:Array|List)?$/;

export function createTypeSystem(elements: readonly CarriedElement[]): TypeSystem {
  const types = describeTypes(elements);
  /** Of a feature that a type has or inherits. */
  function rangeOf(type: string, feature: string): string | undefined {
    const seen = new Set<string>();
    for (let name = type; !seen.has(name);) {
      seen.add(name);
      const description = types.get(name);
      if (description === undefined) return undefined;
      const range = description.features.get(feature);
      if (range !== undefined) return range;
      name = description.supertype;
    }
    return undefined;
  }
  /** Types of strings with allowed values stand for strings. */
  const isText = (range: string) => types.get(range)?.supertype === 'uima.cas.String';
  return {
    isReference(type, feature) {
      const range = rangeOf(type, feature);
      return range !== undefined && !primitive.test(range) && !isText(range);
    },
  };
}

/** The elements of a name directly in one. */
export function childrenNamed({ children }: CarriedElement, name: string): CarriedElement[] {
  return children.filter(
    (child): child is CarriedElement => typeof child !== 'string' && child.name === name,
  );
}

/** The text directly in the first element of a name. */
export function textNamed(element: CarriedElement, name: string): string {
  const texts = childrenNamed(element, name)[0]?.children ?? [];
  return texts
    .filter((each) => typeof each === 'string')
    .join('')
    .trim();
}

/** The descriptions of types in a type system of UIMA in XML. */
export function readTypeDescriptions(root: CarriedElement): CarriedElement[] {
  return childrenNamed(root, 'types').flatMap((types) => childrenNamed(types, 'typeDescription'));
}

function describeTypes(elements: readonly CarriedElement[]): Map<string, TypeDescription> {
  const types = new Map<string, TypeDescription>();
  for (const element of elements) {
    const features = childrenNamed(element, 'features')
      .flatMap((list) => childrenNamed(list, 'featureDescription'))
      .map((feature): [string, string] => [
        textNamed(feature, 'name'),
        textNamed(feature, 'rangeTypeName'),
      ]);
    types.set(textNamed(element, 'name'), {
      supertype: textNamed(element, 'supertypeName'),
      features: new Map(features),
    });
  }
  return types;
}
