import type { CarriedEntry } from '#core/domain/carried-annotations.ts';
import type { CarriedList, CarriedRecord } from '#core/domain/carried-record.ts';
import { doccanoKeys, doccanoListKeys, doccanoTextKeys } from '#core/domain/doccano.ts';
import { type Annotation, fileOrigin } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { recogniseRecords } from './bounded-json.ts';
import type { DocumentFormat } from './document-format.ts';
import { readRecords, type RecordContext, type RecordReader } from './read-records.ts';
import { findText, makeRecordDocument } from './record-document.ts';
import {
  readClassEntry,
  readSpanEntry,
  spanEntryOf,
  unusedEntry,
  usedEntry,
} from './span-entries.ts';

interface LabelList {
  readonly key: string;
  readonly entries: readonly JsonValue[];
  readonly isAlone: boolean;
}

/** Lists of labels in a record; one label alone is a list of one. */
function labelLists(record: JsonObject): LabelList[] {
  return doccanoListKeys.flatMap((key): LabelList[] => {
    const value = valueIn(record, key);
    if (isJsonList(value)) return [{ key, entries: value, isAlone: false }];
    return typeof value === 'string' && value !== ''
      ? [{ key, entries: [value], isAlone: true }]
      : [];
  });
}

const isSpanLike = (entry: JsonValue): boolean =>
  isJsonList(entry) ||
  (isJsonObject(entry) && ['start', 'start_offset'].some((key) => Object.hasOwn(entry, key)));

/** doccano's texts to be written by people, as in translation, are annotations of another kind. */
const isWrittenText = (entry: JsonValue): boolean =>
  isJsonObject(entry) && !Object.hasOwn(entry, 'label') && Object.hasOwn(entry, 'text');

function readLists(record: JsonObject, text: string, context: RecordContext) {
  const { unit, problems, line } = context;
  const map = createOffsetMap(text, unit);
  const reading = {
    text,
    map,
    problems,
    line,
    originOf: () => fileOrigin,
    takenIds: new Set<string>(),
  };
  const annotations: Annotation[] = [];
  const readEntry = (entry: JsonValue): CarriedEntry<JsonValue> => {
    if (isWrittenText(entry)) {
      const detail = 'Texts that annotators write, such as translations, are not used.';
      problems.tell(line, 'annotation-not-used', 'kept', detail);
      return unusedEntry(entry);
    }
    const annotation = isSpanLike(entry)
      ? readSpanEntry(entry, spanEntryOf(entry), reading)
      : readClassEntry(entry, isJsonObject(entry) ? valueIn(entry, 'label') : entry, reading);
    if (annotation === null) return unusedEntry(entry);
    annotations.push(annotation);
    return usedEntry(entry, [annotation]);
  };
  const lists = labelLists(record).map(({ key, entries, isAlone }): CarriedList => ({
    path: [key],
    entries: entries.map(readEntry),
    isAlone,
  }));
  return { annotations, lists };
}

const reader: RecordReader = {
  usualUnit: 'utf-16',
  *claims(record, options) {
    const found = isJsonObject(record) ? findText(record, doccanoTextKeys, options) : null;
    if (found === null || !isJsonObject(record)) return;
    const claims = labelLists(record)
      .flatMap(({ entries }) => entries)
      .map(spanEntryOf)
      .filter((claim) => claim !== null);
    yield { text: found.text, claims };
  },
  read(record, context) {
    const found = isJsonObject(record) ? findText(record, doccanoTextKeys, context.options) : null;
    if (found === null || !isJsonObject(record)) return makeRecordDocument(null, context);
    const { key: textKey, text } = found;
    const { annotations, lists } = readLists(record, text, context);
    const emptied = [textKey, ...lists.map(({ path }) => path[0])].map(
      (key) => [key, null] as const,
    );
    const parts: CarriedRecord = { record: withValues(record, emptied), textKey, lists };
    return makeRecordDocument(
      {
        text,
        facts: record,
        keys: doccanoKeys,
        annotations,
        carried: { format: 'doccano', parts },
      },
      context,
    );
  },
};

/**
 * doccano's JSONL and JSON, labels of whole texts and of spans, in the forms of its versions.
 * Offsets count UTF-16 units, or graphemes where a project counts so.
 */
export const doccanoFormat: DocumentFormat = {
  description: "doccano's JSONL or JSON: a text with labels, of the whole or of spans.",
  extensions: ['.jsonl', '.json'],
  recognise: (head) =>
    recogniseRecords(head, (record) => {
      if (!isJsonObject(record) || findText(record, doccanoTextKeys) === null) return 0;
      const [list] = labelLists(record);
      if (list === undefined) return 0;
      const isOwn = list.key === 'label' || list.key === 'labels';
      const hasOffsets = list.entries.some(
        (entry) => isJsonObject(entry) && Object.hasOwn(entry, 'start_offset'),
      );
      return hasOffsets ? 0.95 : isOwn ? (list.isAlone ? 0.6 : 0.85) : 0.4;
    }),
  read: (inputs, options) => readRecords(reader, inputs, options),
};
