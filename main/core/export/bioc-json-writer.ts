import { type BiocPlace, biocHolders, biocKeys, type CarriedBioc } from '#core/domain/bioc.ts';
import { createAnnotationFinder } from '#core/domain/carried-annotations.ts';
import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  numberIn,
  objectIn,
  textOf,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import { createOffsetMap, type OffsetMap } from '#core/domain/offset-units.ts';
import { countUnwritableColumns, withFacts } from '#core/domain/record-facts.ts';
import { carriedOfOthers, createLossCounter, typesWhere } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';

const emptyCollection: JsonObject = { source: 'Anamnesis', date: '', key: '', infons: {} };

function carriedOf({ carried, text }: SourceDocument): CarriedBioc {
  if (carried?.format === 'bioc') return carried.parts as CarriedBioc;
  const passage = { offset: 0, infons: {}, text: null, annotations: null, relations: [] };
  const place = { passage: 0, sentence: null };
  return {
    collection: null,
    document: { id: null, infons: {}, passages: [passage], annotations: [], relations: [] },
    blocks: [{ ...place, start: 0, end: text.length }],
    annotations: [{ ...place, entries: [] }],
    isInCodePoints: true,
  };
}

interface Writing {
  readonly document: SourceDocument;
  /** The offset in the written file of a place in the text. */
  readonly offsetAt: (at: number, isEnd: boolean) => number;
}

/** Offsets of the text: those of its block where that says its own, else counted from the start. */
function offsetsIn({ blocks, document: record, isInCodePoints }: CarriedBioc, map: OffsetMap) {
  const said = blocks.map(({ passage, sentence, start }) => {
    const holders = [...biocHolders(record)];
    const holder =
      holders.find((each) => each.passage === passage && each.sentence === sentence)?.holder ?? {};
    return isInCodePoints
      ? (numberIn(holder, 'offset') ?? map.fromText(start))
      : map.fromText(start);
  });
  return (at: number, isEnd: boolean): number => {
    const index = blocks.findIndex(({ end }) => (isEnd ? at <= end : at < end));
    const block = blocks[index];
    return block === undefined
      ? map.fromText(at)
      : said[index] + map.fromText(at) - map.fromText(block.start);
  };
}

function renderAnnotation(
  entry: JsonObject,
  { id, type, fragments, attributes }: SpanAnnotation,
  { document, offsetAt }: Writing,
): JsonObject {
  const infons = objectIn(entry, 'infons');
  const kept = Object.entries(infons).filter(
    ([name, value]) => typeof value === 'object' || Object.hasOwn(attributes, name),
  );
  const changed = Object.entries(attributes).filter(
    ([name, value]) => name !== 'type' && textOf(valueIn(infons, name)) !== value,
  );
  const isTyped =
    textOf(valueIn(infons, 'type')) === type || (type === '_' && !Object.hasOwn(infons, 'type'));
  const typed: [string, JsonValue][] =
    isTyped && !Object.hasOwn(infons, 'type') ? [] : [['type', isTyped ? infons.type : type]];
  const locations = fragments.map(({ start, end }, index) => {
    const before = listIn(entry, 'locations')[index];
    const offset = offsetAt(start, false);
    const place = [
      ['offset', offset],
      ['length', offsetAt(end, true) - offset],
    ] as const;
    return withValues(
      isJsonObject(before) && listIn(entry, 'locations').length === fragments.length ? before : {},
      place,
    );
  });
  const quote = fragments.map(({ start, end }) => document.text.slice(start, end)).join(' ');
  const isQuoted =
    textOf(valueIn(entry, 'text'))?.normalize('NFC').replace(/\s/g, '') ===
    quote.normalize('NFC').replace(/\s/g, '');
  const written = withValues(entry, [
    ['infons', withValues(Object.fromEntries(orderLike(infons, [...typed, ...kept])), changed)],
    ...(isQuoted || (fragments.length > 1 && Object.hasOwn(entry, 'text'))
      ? []
      : [['text', quote] as const]),
    ['locations', locations],
  ]);
  const hasId = textOf(valueIn(entry, 'id')) !== null;
  return hasId || id === null ? written : { id, ...written };
}

/** Entries in the order in which an object has them; others first. */
function orderLike(
  like: JsonObject,
  entries: readonly [string, JsonValue][],
): [string, JsonValue][] {
  const order = Object.keys(like);
  return entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

const isAt = (place: BiocPlace, passage: number | null, sentence: number | null) =>
  place.passage === passage && place.sentence === sentence;

/** Texts and annotations put back where they stood; what is new stands where its text does. */
function fillDocument(carried: CarriedBioc, writing: Writing): JsonObject {
  const { document, offsetAt } = writing;
  const finder = createAnnotationFinder(document.annotations);
  const lists = carried.annotations.map(({ entries, ...place }) => ({
    place,
    list: entries.flatMap((each): JsonValue[] => {
      const found = finder.find(each);
      if (found === null) return [];
      const [span] = found;
      return [
        span?.kind === 'span' && isJsonObject(each.entry)
          ? renderAnnotation(each.entry, span, writing)
          : each.entry,
      ];
    }),
  }));
  const added = finder.rest().filter((each): each is SpanAnnotation => each.kind === 'span');
  const homeOf = ({ fragments }: SpanAnnotation) =>
    carried.blocks.find(({ end }) => fragments[0].start < end) ?? { passage: null, sentence: null };

  function fill(holder: JsonObject, passage: number | null, sentence: number | null): JsonObject {
    const block = carried.blocks.find((each) => isAt(each, passage, sentence));
    const said = lists.find(({ place }) => isAt(place, passage, sentence))?.list;
    const own = added
      .filter((span) => isAt(homeOf(span), passage, sentence))
      .map((span) => renderAnnotation({ infons: {}, text: '', locations: [] }, span, writing));
    return withValues(holder, [
      ...(block === undefined
        ? []
        : [
            ['offset', offsetAt(block.start, false)] as const,
            ['text', document.text.slice(block.start, block.end)] as const,
          ]),
      ...(said === undefined && own.length === 0
        ? []
        : [['annotations', [...(said ?? []), ...own]] as const]),
    ]);
  }

  const filled = fill(carried.document, null, null);
  const passages = valueIn(filled, 'passages');
  if (!isJsonList(passages)) return filled;
  const all = passages.map((each, passage) => {
    if (!isJsonObject(each)) return each;
    const own = fill(each, passage, null);
    const sentences = valueIn(own, 'sentences');
    if (!isJsonList(sentences)) return own;
    const inner = sentences.map((one, sentence) =>
      isJsonObject(one) ? fill(one, passage, sentence) : one,
    );
    return withValues(own, [['sentences', inner]]);
  });
  return withValues(filled, [['passages', all]]);
}

function toDocument(document: SourceDocument): JsonObject {
  const carried = carriedOf(document);
  const offsetAt = offsetsIn(carried, createOffsetMap(document.text, 'code-points'));
  const filled = fillDocument(carried, { document, offsetAt });
  const infons = objectIn(filled, 'infons');
  const said = withValues(infons, [['id', valueIn(filled, 'id')]]);
  const facts = withFacts(said, document, biocKeys);
  const isSame = textOf(valueIn(filled, 'id')) === document.id;
  const ownId = valueIn(infons, 'id');
  const left = withValues(facts, [['id', ownId]]);
  const hasInfons = Object.hasOwn(filled, 'infons') || Object.keys(left).length > 0;
  return withValues(filled, [
    ...(isSame ? [] : [['id', document.id] as const]),
    ...(hasInfons ? [['infons', left] as const] : []),
  ]);
}

const collectionOf = (document: SourceDocument) => carriedOf(document).collection;

/** Attributes called as the infon that holds the type. */
const lostAttributes = typesWhere(
  (each) => each.kind === 'span' && Object.hasOwn(each.attributes, 'type'),
);

/**
 * BioC JSON, offsets in code points. Documents of BioC and PubTator are given back with all that
 * they held, in the collection of the first.
 */
export const biocJsonWriter: DocumentWriter = {
  description: 'BioC JSON: a collection of documents of passages with annotations.',
  passes: 1,
  countLosses: () => {
    let first: string | null = null;
    return createLossCounter(['attributes', 'carried', 'classes', 'columns', 'origins'], {
      attributes: lostAttributes,
      carried: (document) => {
        const collection = JSON.stringify(collectionOf(document));
        first ??= collection;
        return carriedOfOthers('bioc')(document) + (collection === first ? 0 : 1);
      },
      columns: (document) => countUnwritableColumns(document, biocKeys),
    });
  },
  write: (documents) => [
    {
      name: 'documents.bioc.json',
      *pieces() {
        const encoder = new TextEncoder();
        let separator = '';
        let end = '';
        for (const document of documents) {
          if (separator === '') {
            const { documents: _, PubTator3, ...rest } = collectionOf(document) ?? emptyCollection;
            const key = PubTator3 === undefined ? 'documents' : 'PubTator3';
            const [start, close] = JSON.stringify({ ...rest, [key]: [] }).split(/(?<=\[)(?=\]\}$)/);
            separator = `${start}\n`;
            end = `\n${close}\n`;
          }
          yield encoder.encode(separator + JSON.stringify(toDocument(document)));
          separator = ',\n';
        }
        yield encoder.encode(
          separator === '' ? `${JSON.stringify({ ...emptyCollection, documents: [] })}\n` : end,
        );
      },
    },
  ],
};
