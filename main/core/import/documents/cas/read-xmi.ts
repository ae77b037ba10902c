import { typeOfElement, valueSeparator, type XmiElement } from '#core/domain/carried-xmi.ts';
import type { TypeSystem } from '#core/domain/uima-type-system.ts';
import { childrenOf, textOf, type XmlElement } from '../xml-elements.ts';
import { type CasAnnotation, isMentionLayer, labelFeatureOf } from './cas-mentions.ts';
import { carryElement } from './carry-element.ts';

/** A text in a CAS with what is said of it. */
export interface XmiView {
  readonly sofaId: string;
  /** Null where the CAS only refers to it. */
  readonly text: string | null;
  readonly language: string | null;
  /** Of the document, as the CAS has it. */
  readonly columns: Readonly<Record<string, string>>;
  readonly annotations: readonly CasAnnotation[];
  readonly elements: readonly XmiElement[];
  readonly line: number;
}

const ownAttributes = new Set(['xmi:id', 'sofa', 'begin', 'end']);

/** The features of an element that are no references, those of several values joined. */
function readFeatures(element: XmlElement, type: string, { isReference }: TypeSystem) {
  const features: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (ownAttributes.has(name) || name.startsWith('xmlns') || isReference(type, name)) continue;
    features[name] = value;
  }
  const lists = Map.groupBy(childrenOf(element), ({ name }) => name);
  for (const [name, values] of lists) {
    if (isReference(type, name)) continue;
    features[name] = values.map(textOf).join(valueSeparator);
  }
  return features;
}

const documentFeatures = ['documentTitle', 'documentId', 'documentUri', 'collectionId'];

/** Divides an XMI file into its texts. Every element is in one of them, or in all. */
export function readXmi(root: XmlElement, typeSystem: TypeSystem): XmiView[] {
  const all = childrenOf(root).map((element) => ({
    element,
    type: typeOfElement(element.name, element.attributes, root.attributes),
  }));
  const sofas = all.filter(({ type }) => type === 'uima.cas.Sofa');
  return sofas.map(({ element: sofa }) => {
    const sofaId = sofa.attributes['xmi:id'] ?? '';
    const annotations: CasAnnotation[] = [];
    const elements: XmiElement[] = [];
    let members: Set<string> | null = null;
    let language: string | null = null;
    const columns: Record<string, string> = {};

    const isElsewhere = ({ attributes: { sofa: of } }: XmlElement) =>
      of !== undefined &&
      of !== sofaId &&
      sofas.some(({ element }) => element.attributes['xmi:id'] === of);
    const own = all.filter(({ element, type }) =>
      type === 'uima.cas.Sofa' ? element === sofa : !isElsewhere(element),
    );
    for (const { element, type } of own) {
      if (type === 'uima.cas.View') {
        members ??= new Set();
        for (const id of (element.attributes.members ?? '').split(/\s+/)) members.add(id);
      }
    }
    const ids = new Set<string>();
    for (const { element, type } of own) {
      const { attributes, line } = element;
      const carried = carryElement(element);
      if (type === 'uima.cas.Sofa') {
        const { sofaString: _, ...rest } = carried.attributes;
        elements.push({ is: 'sofa', element: { ...carried, attributes: rest } });
        continue;
      }
      if (type === 'uima.cas.View') {
        elements.push({ is: 'view', element: carried });
        continue;
      }
      if (attributes.language !== undefined && !/^x-/.test(attributes.language)) {
        language ??= attributes.language;
      }
      for (const name of documentFeatures) {
        if ((attributes[name] ?? '') !== '') columns[name] ??= attributes[name];
      }
      const { 'xmi:id': id, begin, end } = attributes;
      const isIndexed = id !== undefined && (members?.has(id) ?? true) && !ids.has(id);
      const features = readFeatures(element, type, typeSystem);
      const names = [...Object.keys(attributes), ...Object.keys(features)];
      if (begin === undefined || end === undefined || !isIndexed || !isMentionLayer(type, names)) {
        elements.push({ is: 'other', element: carried });
        continue;
      }
      ids.add(id);
      const label = labelFeatureOf(type, features);
      const shown = Object.keys(features).filter((name) => name !== label);
      annotations.push({ id, type, begin: toOffset(begin), end: toOffset(end), features, line });
      elements.push({ is: 'span', element: carried, label, shown });
    }
    const { sofaString } = sofa.attributes;
    const text = sofaString ?? null;
    return { sofaId, text, language, columns, annotations, elements, line: sofa.line };
  });
}

const toOffset = (value: string) => (/^\d{1,10}$/.test(value) ? Number(value) : Number.NaN);
