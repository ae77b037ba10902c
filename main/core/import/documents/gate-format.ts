import { fileOrigin, type SourceDocument, type SpanAnnotation } from '#core/domain/document.ts';
import type { DocumentFormat } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import {
  childOf,
  childrenOf,
  readXmlElements,
  rootTagOf,
  textOf,
  type XmlElement,
} from './xml-elements.ts';

/** Annotations that GATE makes of the text itself, in any set. */
const structure = new Set([
  'Token',
  'SpaceToken',
  'Split',
  'Sentence',
  'paragraph',
  'DEFAULT_TOKEN',
]);
/** The set that holds the markup of the file from which a text came. */
const markupSet = 'Original markups';
/** Name of the attribute that says in which set a mention was, other than the default one. */
const setAttribute = 'annotationSet';

/** Names and values of the features of a document or an annotation. */
function readFeatures(element: XmlElement): Record<string, string> {
  const pairs = childrenOf(element, 'Feature').map((feature): [string, string] => {
    const name = childOf(feature, 'Name');
    const value = childOf(feature, 'Value');
    return [name === undefined ? '' : textOf(name), value === undefined ? '' : textOf(value)];
  });
  return Object.fromEntries(pairs.filter(([name, value]) => name !== '' && value !== ''));
}

/** The text, and where in it each node is: offsets of GATE are names of nodes. */
function readText(element: XmlElement): { text: string; nodes: Map<string, number> } {
  const nodes = new Map<string, number>();
  const parts: string[] = [];
  let length = 0;
  for (const child of element.children) {
    if (typeof child === 'string') {
      parts.push(child);
      length += child.length;
    } else if (child.name === 'Node') nodes.set(child.attributes.id ?? '', length);
    else {
      const inside = textOf(child);
      parts.push(inside);
      length += inside.length;
    }
  }
  return { text: parts.join(''), nodes };
}

/** The annotations of a set as mentions, and how many of others there are. */
function readSet(
  set: XmlElement,
  nodes: ReadonlyMap<string, number>,
  problems: ProblemList,
): { mentions: SpanAnnotation[]; structural: number } {
  const name = set.attributes.Name ?? '';
  const mentions: SpanAnnotation[] = [];
  let structural = 0;
  for (const { attributes, line, ...element } of childrenOf(set, 'Annotation')) {
    const type = attributes.Type ?? '';
    if (name === markupSet || structure.has(type)) {
      structural++;
      continue;
    }
    const start = nodes.get(attributes.StartNode ?? '') ?? Number.NaN;
    const end = nodes.get(attributes.EndNode ?? '') ?? Number.NaN;
    if (!(start < end) || type === '') {
      const detail = 'An annotation names no type or nodes that the text has, or covers nothing.';
      problems.tell(line, 'gate-node', 'left-out', detail, type);
      continue;
    }
    const features = readFeatures({ ...element, attributes, line });
    mentions.push({
      kind: 'span',
      id: attributes.Id ?? null,
      type,
      fragments: [{ start, end }],
      attributes: name === '' ? features : { ...features, [setAttribute]: name },
      origin: fileOrigin,
    });
  }
  return { mentions, structural };
}

/** Ids are of one set each; the same one in another stays without. */
function withUniqueIds(mentions: readonly SpanAnnotation[]): SpanAnnotation[] {
  const ids = new Set<string | null>();
  return mentions.map((mention) => {
    const isTaken = ids.has(mention.id);
    ids.add(mention.id);
    return isTaken ? { ...mention, id: null } : mention;
  });
}

/** A document of GATE; null where it holds no text. */
function toDocument(
  root: XmlElement,
  file: string,
  part: string | null,
  problems: ProblemList,
): SourceDocument | null {
  const inside = childOf(root, 'TextWithNodes');
  const { text, nodes } = inside === undefined ? { text: '', nodes: new Map() } : readText(inside);
  if (text.trim() === '') return null;
  const mentions: SpanAnnotation[] = [];
  let structural = 0;
  for (const set of childrenOf(root, 'AnnotationSet')) {
    const read = readSet(set, nodes, problems);
    structural += read.structural;
    for (const mention of read.mentions) mentions.push(mention);
  }
  if (structural > 0) {
    const detail = `Words, sentences and markup, ${structural} annotations, are no mentions.`;
    problems.tell(1, 'gate-structure', 'left-out', detail);
  }
  const features = childOf(root, 'GateDocumentFeatures');
  const columns = features === undefined ? {} : readFeatures(features);
  return {
    id: part ?? file,
    text,
    patient: null,
    date: null,
    language: null,
    kind: null,
    columns,
    place: { file, part, line: null },
    annotations: withUniqueIds(mentions),
    carried: null,
  };
}

/** Documents of GATE in its own XML. */
export const gateFormat: DocumentFormat = {
  description: 'GATE XML: text with nodes and sets of annotations.',
  extensions: ['.xml', '.gate'],
  recognise: ({ text }) => (rootTagOf(text)?.name === 'GateDocument' ? 1 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { name: file, part } = input;
      const { documentLength, problemCount } = options.limits;
      const problems = createProblemList(nameInput(input), problemCount);
      const items: SourceDocument[] = [];
      for (const each of readXmlElements(input, options, (name) => name === 'GateDocument')) {
        if (each.kind === 'problem') problems.add([each.problem]);
        if (each.kind !== 'element') continue;
        const document = toDocument(each.element, file, part, problems);
        if (document === null) continue;
        if (document.text.length <= documentLength) items.push(document);
        else {
          const detail = `The text has ${document.text.length} characters; ${documentLength} are read at most as one document.`;
          problems.tell(1, 'document-too-long', 'left-out', detail);
        }
      }
      const told = problems.take();
      if (items.length === 0 && told.length === 0) {
        problems.tell(1, 'file-empty', 'left-out', 'The file holds no text of GATE.');
      }
      yield { items, problems: [...told, ...problems.finish()] };
    }
  },
};
