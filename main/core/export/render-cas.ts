import {
  type CarriedElement,
  ownLabelFeature,
  ownMentionType,
  typeOfElement,
  valueSeparator,
  type XmiCarried,
  type XmiElement,
} from '#core/domain/carried-xmi.ts';
import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import { createTypeSystem } from '#core/domain/uima-type-system.ts';
import type { createTypeCollection } from './uima-types.ts';
import { declareXml, renderElement, startTag, textsIn } from './xml-text.ts';

type XmiSpan = Extract<XmiElement, { readonly is: 'span' }>;

const ownPrefix = 'mention';
const ownNamespace = 'http:///anamnesis.ecore';
const ownElement = `${ownPrefix}:Mention`;

/** Of a document that does not come from a CAS. */
const emptyCas: XmiCarried = {
  root: {
    'xmlns:xmi': 'http://www.omg.org/XMI',
    'xmlns:cas': 'http:///uima/cas.ecore',
    'xmlns:tcas': 'http:///uima/tcas.ecore',
    'xmi:version': '2.0',
  },
  elements: [
    { is: 'other', element: { name: 'cas:NULL', attributes: { 'xmi:id': '0' }, children: [] } },
    {
      is: 'sofa',
      element: {
        name: 'cas:Sofa',
        attributes: { 'xmi:id': '1', sofaNum: '1', sofaID: '_InitialView', mimeType: 'text' },
        children: [],
      },
    },
    {
      is: 'view',
      element: { name: 'cas:View', attributes: { sofa: '1', members: '' }, children: [] },
    },
  ],
  types: [],
};

export function carriedCas({ carried }: SourceDocument): XmiCarried | null {
  return carried?.format === 'xmi' ? (carried.parts as XmiCarried) : null;
}

const textIn = ({ children }: CarriedElement): string =>
  children.filter((child) => typeof child === 'string').join('');
const localName = (name: string) => name.slice(name.indexOf(':') + 1);
const featureName = (name: string): string => {
  const plain = name.replace(/\W/g, '_').replace(/^[\d_]+/, '');
  return plain === '' ? 'feature' : plain;
};
/** Names that mean something else in every annotation. */
const reserved = new Set(['sofa', 'begin', 'end', ownLabelFeature]);

/** Names for attributes as features of our own layer, none twice. */
export function nameFeatures(names: readonly string[]): Map<string, string> {
  const taken = new Set(reserved);
  const features = new Map<string, string>();
  for (const name of names) {
    const plain = featureName(name);
    let free = plain;
    for (let copy = 2; taken.has(free); copy++) free = `${plain}_${copy}`;
    taken.add(free);
    features.set(name, free);
  }
  return features;
}

/** Whether an element as it came can still stand for the mention. */
function standsFor({ element, label }: XmiSpan, { type }: SpanAnnotation): boolean {
  return label !== null || localName(element.name) === type;
}

const boundsOf = ({ fragments }: SpanAnnotation) => ({
  begin: String(fragments[0].start),
  end: String(fragments[fragments.length - 1].end),
});

/** An element that came, in the present state of its mention. */
function renew({ element, label, shown }: XmiSpan, span: SpanAnnotation): CarriedElement {
  const attributes: Record<string, string> = { ...element.attributes, ...boundsOf(span) };
  let children = [...element.children];
  const isList = (name: string) =>
    children.some((child) => typeof child !== 'string' && child.name === name);
  function set(name: string, value: string | undefined): void {
    if (!isList(name)) {
      if (value === undefined) Reflect.deleteProperty(attributes, name);
      else attributes[name] = value;
      return;
    }
    const before = children.flatMap((child) =>
      typeof child !== 'string' && child.name === name ? [textIn(child)] : [],
    );
    if (before.join(valueSeparator) === value) return;
    const values = value?.split(valueSeparator) ?? [];
    children = children.filter((child) => typeof child === 'string' || child.name !== name);
    for (const each of values) children.push({ name, attributes: {}, children: [each] });
  }
  for (const name of shown) if (!Object.hasOwn(span.attributes, name)) set(name, undefined);
  for (const [name, value] of Object.entries(span.attributes)) {
    set(shown.includes(name) ? name : featureName(name), value);
  }
  if (label !== null) set(label, span.type);
  return { ...element, attributes, children };
}

/** References of types that no type system describes. */
const usualReferences = new Set(['Governor', 'Dependent', 'target', 'first', 'next']);
/** A relation without one of its ends says nothing. */
const ends = ['Governor', 'Dependent'];

/** What of a CAS is still true of a document whose mentions were changed. */
export interface KeptElements {
  readonly elements: readonly XmiElement[];
  /** Ids of elements that are left out. */
  readonly gone: ReadonlySet<string>;
  /** Relations left out, and references taken away, because mentions are gone. */
  readonly lost: number;
  readonly spanOf: (element: XmiSpan) => SpanAnnotation | undefined;
}

/** Leaves out deleted mentions, relations of which one was an end, and references to either. */
export function keepElements(document: SourceDocument, cas: XmiCarried): KeptElements {
  const spans = new Map<string, SpanAnnotation>();
  for (const each of document.annotations) {
    if (each.kind === 'span' && each.id !== null) spans.set(each.id, each);
  }
  const idOf = ({ element }: XmiElement) => element.attributes['xmi:id'] ?? '';
  const spanOf = (each: XmiSpan) => {
    const span = spans.get(idOf(each));
    return span !== undefined && standsFor(each, span) ? span : undefined;
  };
  const gone = new Set<string>();
  let lost = 0;
  const standing = cas.elements.filter((each) => {
    if (each.is !== 'span' || spanOf(each) !== undefined) return true;
    gone.add(idOf(each));
    return false;
  });
  if (gone.size === 0) return { elements: cas.elements, gone, lost, spanOf };

  const related = standing.filter((each) => {
    if (each.is !== 'other') return true;
    if (!ends.some((name) => gone.has(each.element.attributes[name] ?? ''))) return true;
    gone.add(idOf(each));
    lost++;
    return false;
  });
  const { isReference } = createTypeSystem(cas.types);
  const elements = related.map((each): XmiElement => {
    if (each.is === 'view' || each.is === 'sofa') return each;
    const type = typeOfElement(each.element.name, each.element.attributes, cas.root);
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(each.element.attributes)) {
      const refers = isReference(type, name) || usualReferences.has(name);
      const ids = refers ? value.split(' ').filter((id) => !gone.has(id)) : [value];
      if (refers) lost += value.split(' ').length - ids.length;
      if (ids.length > 0) attributes[name] = ids.join(' ');
    }
    return { ...each, element: { ...each.element, attributes } };
  });
  return { elements, gone, lost, spanOf };
}

/** A document as XMI; the types that it needs beside its own are added to `types`. */
export function renderCas(
  document: SourceDocument,
  types: ReturnType<typeof createTypeCollection>,
): string {
  const cas = carriedCas(document) ?? emptyCas;
  const { elements, gone, spanOf } = keepElements(document, cas);
  for (const type of cas.types) types.add(type);
  const ids = cas.elements.map(({ element }) => Number(element.attributes['xmi:id'] ?? 0));
  let lastId = ids.reduce((most, id) => (id > most ? id : most), 0);
  const sofa = cas.elements.find(({ is }) => is === 'sofa')?.element.attributes['xmi:id'] ?? '1';

  const added: CarriedElement[] = [];
  const add = (name: string, attributes: Record<string, string>) => {
    added.push({
      name,
      attributes: { 'xmi:id': String(++lastId), sofa, ...attributes },
      children: [],
    });
  };
  if (cas === emptyCas) {
    const language = document.language ?? 'x-unspecified';
    add('tcas:DocumentAnnotation', { begin: '0', end: String(document.text.length), language });
  }
  const standing = new Set<SpanAnnotation>();
  for (const each of elements) {
    const span = each.is === 'span' ? spanOf(each) : undefined;
    if (span !== undefined) standing.add(span);
  }
  const root: Record<string, string> = { ...cas.root };
  for (const each of document.annotations) {
    if (each.kind !== 'span' || standing.has(each)) continue;
    const features = nameFeatures(Object.keys(each.attributes));
    const values = Object.entries(each.attributes).map(([name, value]): [string, string] => [
      features.get(name) ?? name,
      value,
    ]);
    types.addLayer(ownMentionType, [ownLabelFeature, ...features.values()]);
    root[`xmlns:${ownPrefix}`] ??= ownNamespace;
    add(ownElement, {
      ...boundsOf(each),
      [ownLabelFeature]: each.type,
      ...Object.fromEntries(values),
    });
  }

  const rendered: CarriedElement[] = [];
  for (const each of elements) {
    const { element } = each;
    if (each.is === 'span') {
      const span = spanOf(each);
      if (span === undefined) continue;
      const renewed = renew(each, span);
      const type = typeOfElement(element.name, element.attributes, root);
      const known = new Set([...Object.keys(element.attributes), ...each.shown]);
      const further = Object.keys(renewed.attributes).filter((name) => !known.has(name));
      if (further.length > 0 && types.has(type)) types.addLayer(type, further);
      rendered.push(renewed);
    } else if (each.is === 'sofa') {
      const attributes = { ...element.attributes, sofaString: document.text };
      for (const each of added) rendered.push(each);
      rendered.push({ ...element, attributes });
    } else if (each.is === 'view') {
      const before = (element.attributes.members ?? '').split(/\s+/);
      const members = before.filter((id) => id !== '' && !gone.has(id));
      for (const { attributes } of added) members.push(attributes['xmi:id']);
      const attributes = { ...element.attributes, members: members.join(' ') };
      rendered.push({ ...element, attributes });
    } else rendered.push(element);
  }
  const lines = rendered.map(renderElement);
  const texts = rendered.flatMap((element) => [...textsIn(element)]);
  return `${declareXml(...texts)}${startTag('xmi:XMI', root)}>\n${lines.join('\n')}\n</xmi:XMI>\n`;
}
