import type { CarriedElement } from '#core/domain/carried-xmi.ts';
import { childrenNamed, textNamed } from '#core/domain/uima-type-system.ts';
import { declareXml, renderElement, textsIn } from './xml-text.ts';

const elementOf = (name: string, ...children: readonly (CarriedElement | string)[]) => ({
  name,
  attributes: {},
  children,
});
const nameOf = (element: CarriedElement): string => textNamed(element, 'name');

function describeFeature(name: string): CarriedElement {
  const range = elementOf('rangeTypeName', 'uima.cas.String');
  return elementOf('featureDescription', elementOf('name', name), elementOf('description'), range);
}

function featuresOf(type: CarriedElement): CarriedElement[] {
  return childrenNamed(type, 'features').flatMap((list) =>
    childrenNamed(list, 'featureDescription'),
  );
}

/** A type with the features of both, in the order of the first. */
function uniteTypes(first: CarriedElement, second: CarriedElement): CarriedElement {
  const names = new Set(featuresOf(first).map(nameOf));
  const further = featuresOf(second).filter((feature) => !names.has(nameOf(feature)));
  if (further.length === 0) return first;
  const features = elementOf('features', ...featuresOf(first), ...further);
  const others = first.children.filter(
    (child) => typeof child === 'string' || child.name !== 'features',
  );
  return { ...first, children: [...others, features] };
}

/** Gathers the types that written documents need, each once. */
export function createTypeCollection() {
  const types = new Map<string, CarriedElement>();
  function add(type: CarriedElement): void {
    const known = types.get(nameOf(type));
    if (known !== type) types.set(nameOf(type), known ? uniteTypes(known, type) : type);
  }
  return {
    add,
    /** A layer of mentions with features of text; where the type is known, it gets the features. */
    addLayer(name: string, features: readonly string[]): void {
      add(
        elementOf(
          'typeDescription',
          elementOf('name', name),
          elementOf('description'),
          elementOf('supertypeName', 'uima.tcas.Annotation'),
          elementOf('features', ...features.map(describeFeature)),
        ),
      );
    },
    has: (name: string): boolean => types.has(name),
    get isEmpty(): boolean {
      return types.size === 0;
    },
    /** The type system as a file of UIMA. */
    render(): string {
      const all = [...types.values()];
      const xmlns = 'http://uima.apache.org/resourceSpecifier';
      const root = {
        ...elementOf('typeSystemDescription', elementOf('types', ...all)),
        attributes: { xmlns },
      };
      return `${declareXml(...textsIn(root))}${renderElement(root)}\n`;
    },
  };
}
