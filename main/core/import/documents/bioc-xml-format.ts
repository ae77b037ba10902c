import type { JsonObject, JsonValue } from '#core/domain/json.ts';
import { biocReader } from './bioc-documents.ts';
import type { DocumentFormat } from './document-format.ts';
import { readRecords, type RecordReader } from './read-records.ts';
import {
  childOf,
  childrenOf,
  readXmlElements,
  rootTagOf,
  textOf,
  type XmlElement,
} from './xml-elements.ts';

const toNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;

const toInfons = (element: XmlElement): JsonObject =>
  Object.fromEntries(
    childrenOf(element, 'infon').map((infon) => [infon.attributes.key ?? '', textOf(infon)]),
  );

function toAnnotation(element: XmlElement): JsonObject {
  return {
    id: element.attributes.id ?? null,
    infons: toInfons(element),
    text: textOf(childOf(element, 'text') ?? element),
    locations: childrenOf(element, 'location').map(({ attributes }) => ({
      offset: toNumber(attributes.offset),
      length: toNumber(attributes.length),
    })),
  };
}

function toRelation(element: XmlElement): JsonObject {
  const nodes = childrenOf(element, 'node').map(({ attributes }): JsonObject => ({
    ...attributes,
  }));
  return { id: element.attributes.id ?? null, infons: toInfons(element), nodes };
}

/** What documents, passages and sentences have in common. */
function toHolder(element: XmlElement): [string, JsonValue][] {
  return [
    ['infons', toInfons(element)],
    ['annotations', childrenOf(element, 'annotation').map(toAnnotation)],
    ['relations', childrenOf(element, 'relation').map(toRelation)],
  ];
}

function toPassage(element: XmlElement): JsonObject {
  const [offset, text] = [childOf(element, 'offset'), childOf(element, 'text')];
  return Object.fromEntries([
    ['offset', offset === undefined ? null : toNumber(textOf(offset))],
    ...(text === undefined ? [] : [['text', textOf(text)] as const]),
    ['sentences', childrenOf(element, 'sentence').map(toPassage)],
    ...toHolder(element),
  ]);
}

function toDocument(element: XmlElement): JsonObject {
  const id = childOf(element, 'id');
  return Object.fromEntries<JsonValue>([
    ['id', id === undefined ? null : textOf(id).trim()],
    ['passages', childrenOf(element, 'passage').map(toPassage)],
    ...toHolder(element),
  ]);
}

const facts = ['source', 'date', 'key'];

const reader: RecordReader = {
  ...biocReader,
  *items(input, options, problems) {
    const envelope: [string, JsonValue][] = [];
    const isWanted = (name: string, depth: number) =>
      depth === 1 && ['document', 'infon', ...facts].includes(name);
    for (const part of readXmlElements(input, options, isWanted)) {
      if (part.kind === 'problem') problems.add([part.problem]);
      else if (part.kind === 'element') {
        const { element } = part;
        if (element.name === 'document') yield { line: element.line, value: toDocument(element) };
        else if (facts.includes(element.name)) envelope.push([element.name, textOf(element)]);
      }
    }
    return { ...Object.fromEntries(envelope), infons: {}, documents: [] };
  },
};

/** BioC in XML, read as the same in JSON is. */
export const biocXmlFormat: DocumentFormat = {
  description: 'BioC XML: a collection of documents of passages with annotations.',
  extensions: ['.xml', '.bioc'],
  recognise: ({ text }) =>
    rootTagOf(text)?.name === 'collection' && /<(?:passage|infon|document|source)\b/.test(text)
      ? 0.97
      : 0,
  read: (inputs, options) => readRecords(reader, inputs, options),
};
