import { annotationKey, type CarriedEntry } from '#core/domain/carried-annotations.ts';
import type { CarriedList } from '#core/domain/carried-record.ts';
import { type Annotation, type AnnotationOrigin, fileOrigin } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  objectIn,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { type CarriedSpacy, spacyKeys, spacyTextKeys } from '#core/domain/spacy.ts';
import { recogniseRecords } from './bounded-json.ts';
import type { DocumentFormat, ReadOptions } from './document-format.ts';
import { readRecords, type RecordContext, type RecordReader } from './read-records.ts';
import { findText, makeRecordDocument } from './record-document.ts';
import {
  readClassEntry,
  readSpanEntry,
  spanEntryOf,
  unusedEntry,
  usedEntry,
} from './span-entries.ts';

interface SpacyRecord {
  readonly text: string;
  /** Empty in a tuple, where the text has no key. */
  readonly textKey: string;
  readonly fields: JsonObject;
  readonly tail: readonly JsonValue[] | null;
}

/** {"text", "ents" or "entities"}, or ["text", {"entities"}]; null for all else. */
function recordOf(record: JsonValue, options?: ReadOptions): SpacyRecord | null {
  if (isJsonList(record)) {
    const [text, fields, ...tail] = record;
    return typeof text === 'string' && isJsonObject(fields)
      ? { text, textKey: '', fields, tail }
      : null;
  }
  const found = isJsonObject(record) ? findText(record, spacyTextKeys, options) : null;
  if (found === null || !isJsonObject(record)) return null;
  return { text: found.text, textKey: found.key, fields: record, tail: null };
}

/** Lists of spans by the keys that lead to them: entities, and groups of spans. */
function spanLists(fields: JsonObject): { path: string[]; entries: readonly JsonValue[] }[] {
  const lists = ['ents', 'entities']
    .filter((key) => isJsonList(valueIn(fields, key)))
    .map((key) => ({ path: [key], entries: listIn(fields, key) }));
  const groups = Object.entries(objectIn(fields, 'spans')).flatMap(([group, entries]) =>
    isJsonList(entries) ? [{ path: ['spans', group], entries }] : [],
  );
  return [...lists, ...groups];
}

/** Values of classes are 1 or true, 0 or false; what lies between is a model's. */
function originOfValue(value: JsonValue): AnnotationOrigin {
  const isScore = typeof value === 'number' && value > 0 && value < 1;
  return isScore ? { ...fileOrigin, by: 'model', score: value } : fileOrigin;
}

function readClasses(cats: JsonObject, context: RecordContext) {
  const annotations: Annotation[] = [];
  const entries = Object.entries(cats).map(
    ([label, value]): CarriedEntry<readonly [string, JsonValue]> => {
      const isChosen = value === true || (typeof value === 'number' && value >= 0.5);
      const annotation = isChosen
        ? readClassEntry(value, label, { ...context, originOf: originOfValue })
        : null;
      if (annotation !== null) annotations.push(annotation);
      return {
        keys: annotation === null ? [] : [annotationKey(annotation)],
        entry: [label, value],
      };
    },
  );
  return { annotations, entries };
}

const emptyPath = (fields: JsonObject, path: readonly string[]): JsonObject =>
  path.length === 1
    ? withValues(fields, [[path[0], null]])
    : withValues(fields, [[path[0], withValues(objectIn(fields, path[0]), [[path[1], null]])]]);

const reader: RecordReader = {
  usualUnit: 'code-points',
  *claims(value, options) {
    const record = recordOf(value, options);
    if (record === null) return;
    const entries = spanLists(record.fields).flatMap((list) => list.entries);
    yield { text: record.text, claims: entries.map(spanEntryOf).filter((claim) => claim !== null) };
  },
  read(value, context) {
    const record = recordOf(value, context.options);
    if (record === null) return makeRecordDocument(null, context);
    const { text, textKey, fields, tail } = record;
    const { problems, line } = context;
    const map = createOffsetMap(text, context.unit);
    const reading = {
      text,
      map,
      problems,
      line,
      originOf: () => fileOrigin,
      takenIds: new Set<string>(),
    };
    const spans: Annotation[] = [];
    const lists = spanLists(fields).map(({ path, entries }): CarriedList => ({
      path,
      isAlone: false,
      entries: entries.map((entry) => {
        const said = spanEntryOf(entry);
        // Ids of spaCy name what a span is linked to, not the span.
        const annotation = readSpanEntry(entry, said && { ...said, id: null }, reading);
        if (annotation === null) return unusedEntry(entry);
        spans.push(annotation);
        return usedEntry(entry, [annotation]);
      }),
    }));
    const cats = valueIn(fields, 'cats');
    const classes = isJsonObject(cats) ? readClasses(cats, context) : null;
    const emptied = lists.reduce<JsonObject>(
      (left, { path }) => emptyPath(left, path),
      withValues(fields, [
        ...(textKey === '' ? [] : [[textKey, null] as const]),
        ...(classes === null ? [] : [['cats', null] as const]),
      ]),
    );
    const parts: CarriedSpacy = {
      record: emptied,
      textKey,
      lists,
      tail,
      cats: classes?.entries ?? null,
    };
    const annotations = [...(classes?.annotations ?? []), ...spans];
    return makeRecordDocument(
      { text, facts: fields, keys: spacyKeys, annotations, carried: { format: 'spacy', parts } },
      context,
    );
  },
};

/**
 * JSONL and JSON of spaCy: what Doc.to_json and displaCy write, and pairs of a text and its
 * annotations as training took them. Offsets count code points.
 */
export const spacyFormat: DocumentFormat = {
  description: 'JSONL or JSON of spaCy: a text with "ents", "entities", "spans" or "cats".',
  extensions: ['.jsonl', '.json'],
  recognise: (head) =>
    recogniseRecords(head, (value) => {
      const record = recordOf(value);
      if (record === null) return 0;
      const { fields, tail } = record;
      if (tail !== null) return 0.9;
      if (Object.hasOwn(fields, 'ents')) return 0.95;
      const isOwn =
        Object.hasOwn(fields, 'entities') && listIn(fields, 'entities').every(isJsonList);
      return isOwn ? 0.7 : isJsonObject(valueIn(fields, 'cats')) ? 0.7 : 0;
    }),
  read: (inputs, options) => readRecords(reader, inputs, options),
};
