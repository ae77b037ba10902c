import {
  type BiocPlace,
  biocHolders,
  biocKeys,
  type CarriedBioc,
  type CarriedBiocAnnotations,
} from '#core/domain/bioc.ts';
import { type Annotation, fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  numberIn,
  objectIn,
  stringIn,
  textOf,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import type { OffsetUnit } from '#core/domain/offset-units.ts';
import type { Span } from '#core/domain/text.ts';
import { findBlock, layOutBioc, type OffsetBlock } from './bioc-text.ts';
import type { OffsetClaim } from './infer-offset-unit.ts';
import { placeSpan } from './place-span.ts';
import type { ClaimedText, RecordContext, RecordReader } from './read-records.ts';
import { makeRecordDocument } from './record-document.ts';
import { nameOf, unusedEntry, usedEntry } from './span-entries.ts';

interface Location {
  readonly offset: number;
  readonly length: number;
}

function locationsOf(annotation: JsonObject): Location[] {
  return listIn(annotation, 'locations').flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const [offset, length] = [numberIn(each, 'offset'), numberIn(each, 'length')];
    return offset === null || length === null ? [] : [{ offset, length }];
  });
}

/** Within the text of a block; of a mention in several places nothing is quoted by one of them. */
function claimIn(
  block: OffsetBlock,
  { offset, length }: Location,
  quote: string | null,
): OffsetClaim {
  const start = offset - block.offset;
  return { start, end: start + length, quote };
}

const quoteOf = (annotation: JsonObject) => stringIn(annotation, 'text') || null;

/** What the mentions of a document say of the unit in which their offsets count. */
function* claimsIn(document: JsonObject, unit: OffsetUnit): Generator<ClaimedText> {
  const { blocks } = layOutBioc(document, unit);
  for (const { holder, ...place } of biocHolders(document)) {
    for (const annotation of listIn(holder, 'annotations').filter(isJsonObject)) {
      const [location, ...more] = locationsOf(annotation);
      const quote = quoteOf(annotation);
      if (location === undefined || more.length > 0 || quote === null) continue;
      const block = findBlock(blocks, location.offset, place);
      if (block !== null) yield { text: block.text, claims: [claimIn(block, location, quote)] };
    }
  }
}

/** Types stand among the infons; the others are attributes. */
function readInfons(annotation: JsonObject) {
  const infons = objectIn(annotation, 'infons');
  const type = nameOf(valueIn(infons, 'type')) ?? '_';
  const others = Object.entries(infons).flatMap(([name, value]) => {
    const text = name === 'type' ? null : textOf(value);
    return text === null ? [] : [[name, text] as const];
  });
  return { type, attributes: Object.fromEntries(others) };
}

function readAnnotations(
  document: JsonObject,
  blocks: readonly OffsetBlock[],
  context: RecordContext,
) {
  const { problems, line } = context;
  const annotations: Annotation[] = [];
  const carried: CarriedBiocAnnotations[] = [];
  const takenIds = new Set<string>();
  let relations = 0;

  function readOne(annotation: JsonValue, place: BiocPlace) {
    const locations = isJsonObject(annotation) ? locationsOf(annotation) : [];
    if (!isJsonObject(annotation) || locations.length === 0) {
      const detail = 'The annotation has no location of an offset and a length.';
      problems.tell(line, 'annotation-malformed', 'left-out', detail);
      return unusedEntry(annotation);
    }
    const { type, attributes } = readInfons(annotation);
    const fragments: Span[] = [];
    const sorted = locations.toSorted((a, b) => a.offset - b.offset);
    for (const location of sorted) {
      const block = findBlock(blocks, location.offset, place);
      const quote = locations.length === 1 ? quoteOf(annotation) : null;
      const claim =
        block === null ? { start: -1, end: -1, quote: null } : claimIn(block, location, quote);
      const span = placeSpan(block?.text ?? '', claim, block?.map ?? outside, {
        problems,
        line,
        type,
      });
      if (span === null || block === null) return unusedEntry(annotation);
      const placed = { start: block.start + span.start, end: block.start + span.end };
      const last = fragments.at(-1);
      if (last === undefined || placed.start >= last.end) fragments.push(placed);
      else
        fragments[fragments.length - 1] = {
          start: last.start,
          end: Math.max(last.end, placed.end),
        };
    }
    const own = textOf(valueIn(annotation, 'id'));
    const id = own !== null && own !== '' && !takenIds.has(own) ? own : null;
    if (id !== null) takenIds.add(id);
    const span: Annotation = { kind: 'span', id, type, fragments, attributes, origin: fileOrigin };
    annotations.push(span);
    return usedEntry(annotation, [span]);
  }

  for (const { holder, ...place } of biocHolders(document)) {
    relations += listIn(holder, 'relations').length;
    const list = valueIn(holder, 'annotations');
    if (!isJsonList(list)) continue;
    carried.push({ ...place, entries: list.map((annotation) => readOne(annotation, place)) });
  }
  if (relations > 0) {
    const detail = `${relations} relations are not used.`;
    problems.tell(line, 'annotation-not-used', 'kept', detail);
  }
  return { annotations, carried };
}

const outside = { toText: () => Number.NaN, fromText: () => 0 };

/** The document with null where texts and annotations were. */
function emptyHolder(
  holder: JsonObject,
  blocks: readonly OffsetBlock[],
  place: BiocPlace,
): JsonObject {
  const isBlock = blocks.some(
    ({ passage, sentence }) => passage === place.passage && sentence === place.sentence,
  );
  return withValues(holder, [
    ...(isBlock ? [['text', null] as const] : []),
    ...(isJsonList(valueIn(holder, 'annotations')) ? [['annotations', null] as const] : []),
  ]);
}

function emptyDocument(document: JsonObject, blocks: readonly OffsetBlock[]): JsonObject {
  const passages = valueIn(document, 'passages');
  const emptied = emptyHolder(document, blocks, { passage: null, sentence: null });
  if (!isJsonList(passages)) return emptied;
  const left = passages.map((each, passage) => {
    if (!isJsonObject(each)) return each;
    const holder = emptyHolder(each, blocks, { passage, sentence: null });
    const sentences = valueIn(each, 'sentences');
    if (!isJsonList(sentences)) return holder;
    const inner = sentences.map((one, sentence) =>
      isJsonObject(one) ? emptyHolder(one, blocks, { passage, sentence }) : one,
    );
    return withValues(holder, [['sentences', inner]]);
  });
  return withValues(emptied, [['passages', left]]);
}

function readBioc(document: JsonValue, context: RecordContext): SourceDocument | null {
  if (!isJsonObject(document)) return makeRecordDocument(null, context);
  const { text, blocks } = layOutBioc(document, context.unit);
  const { annotations, carried } = readAnnotations(document, blocks, context);
  const parts: CarriedBioc = {
    collection: context.envelope,
    document: emptyDocument(document, blocks),
    blocks: blocks.map(({ passage, sentence, start, end }) => ({ passage, sentence, start, end })),
    annotations: carried,
    isInCodePoints: context.unit === 'code-points',
  };
  const infons = objectIn(document, 'infons');
  const id = valueIn(document, 'id');
  const facts = id === undefined ? infons : withValues(infons, [['id', id]]);
  return makeRecordDocument(
    { text, facts, keys: biocKeys, annotations, carried: { format: 'bioc', parts } },
    context,
  );
}

/** Documents of passages whose annotations have offsets in the document: BioC, and PubTator as such. */
export const biocReader: RecordReader = {
  usualUnit: 'code-points',
  // A list of documents, or one under a name of its own, is what PubTator's service gives.
  listKeys: ['documents', 'PubTator3'],
  *claims(document) {
    if (isJsonObject(document)) yield* claimsIn(document, 'code-points');
  },
  read: readBioc,
};
