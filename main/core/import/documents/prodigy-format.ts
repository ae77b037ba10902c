import type { CarriedEntry } from '#core/domain/carried-annotations.ts';
import type { CarriedList, CarriedRecord } from '#core/domain/carried-record.ts';
import { type Annotation, type AnnotationOrigin, fileOrigin } from '#core/domain/document.ts';
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
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { prodigyKeys, prodigyTextKeys } from '#core/domain/prodigy.ts';
import { recogniseRecords } from './bounded-json.ts';
import type { DocumentFormat } from './document-format.ts';
import type { OffsetClaim } from './infer-offset-unit.ts';
import { readRecords, type RecordContext, type RecordReader } from './read-records.ts';
import { findText, makeRecordDocument } from './record-document.ts';
import {
  readClassEntry,
  readSpanEntry,
  type SpanEntry,
  spanEntryOf,
  unusedEntry,
  usedEntry,
} from './span-entries.ts';

/** Tokens quote the text, each with its place. */
function tokenClaims(record: JsonObject): OffsetClaim[] {
  return listIn(record, 'tokens').flatMap((token) => {
    if (!isJsonObject(token)) return [];
    const [start, end] = [numberIn(token, 'start'), numberIn(token, 'end')];
    return start === null || end === null ? [] : [{ start, end, quote: stringIn(token, 'text') }];
  });
}

/** A span by its offsets, or by the tokens that it begins and ends with. */
function readSpan(entry: JsonValue, tokens: readonly OffsetClaim[]): SpanEntry | null {
  const said = spanEntryOf(entry);
  if (said !== null || !isJsonObject(entry)) return said;
  const [first, last] = [numberIn(entry, 'token_start'), numberIn(entry, 'token_end')];
  const [start, end] = [tokens[first ?? -1]?.start, tokens[last ?? -1]?.end];
  if (start === undefined || end === undefined) return null;
  return spanEntryOf(
    withValues(entry, [
      ['start', start],
      ['end', end],
    ]),
  );
}

/** Whoever answered made the annotations; before an answer a model did, where it gave a score. */
function originOf(record: JsonObject, entry: JsonValue): AnnotationOrigin {
  const name = textOf(valueIn(record, '_annotator_id') ?? valueIn(record, '_session_id'));
  const seconds = numberIn(record, '_timestamp');
  if (Object.hasOwn(record, 'answer')) {
    const atMs = seconds === null ? null : Math.round(seconds * 1000);
    return { ...fileOrigin, by: 'person', name, atMs };
  }
  const score = isJsonObject(entry) ? numberIn(entry, 'score') : null;
  const given = score ?? numberIn(record, 'score') ?? numberIn(objectIn(record, 'meta'), 'score');
  if (given === null) return fileOrigin;
  const source = isJsonObject(entry) ? textOf(valueIn(entry, 'source')) : null;
  return { ...fileOrigin, by: 'model', name: source, score: given };
}

interface ReadParts {
  readonly annotations: Annotation[];
  readonly lists: CarriedList[];
}

function readAnnotations(record: JsonObject, text: string, context: RecordContext): ReadParts {
  const { problems, line } = context;
  const tokens = tokenClaims(record);
  const map = createOffsetMap(text, context.unit);
  const reading = {
    ...{ text, map, problems, line, takenIds: new Set<string>() },
    originOf: (entry: JsonValue) => originOf(record, entry),
  };
  const answer = valueIn(record, 'answer');
  const isWithdrawn = answer !== undefined && answer !== 'accept';
  const annotations: Annotation[] = [];
  function readList(key: string, read: (entry: JsonValue) => Annotation | null): CarriedList[] {
    const value = valueIn(record, key);
    if (!isJsonList(value) && (key !== 'label' || value === undefined || value === null)) return [];
    const readEntry = (entry: JsonValue): CarriedEntry<JsonValue> => {
      const annotation = isWithdrawn ? null : read(entry);
      if (annotation === null) return unusedEntry(entry);
      annotations.push(annotation);
      return usedEntry(entry, [annotation]);
    };
    const entries = isJsonList(value) ? value : [value];
    return [{ path: [key], isAlone: !isJsonList(value), entries: entries.map(readEntry) }];
  }
  const spans = readList('spans', (entry) =>
    readSpanEntry(entry, readSpan(entry, tokens), reading),
  );
  const chosen = readList('accept', (entry) => readClassEntry(entry, entry, reading));
  // Beside spans, the label is that which was asked for, not one of the text.
  const isOfText = spans.length === 0 && chosen.length === 0;
  const label = isOfText ? readList('label', (entry) => readClassEntry(entry, entry, reading)) : [];
  const lists = [...spans, ...chosen, ...label];
  const withdrawn = isWithdrawn ? lists.reduce((sum, { entries }) => sum + entries.length, 0) : 0;
  if (withdrawn > 0) {
    const detail = `The answer is not "accept": ${withdrawn} annotations of the record do not count.`;
    problems.tell(line, 'annotation-withdrawn', 'left-out', detail);
  }
  return { annotations, lists };
}

const reader: RecordReader = {
  usualUnit: 'code-points',
  *claims(record, options) {
    const found = isJsonObject(record) ? findText(record, prodigyTextKeys, options) : null;
    if (found === null || !isJsonObject(record)) return;
    const tokens = tokenClaims(record);
    const spans = listIn(record, 'spans').map((entry) => readSpan(entry, tokens));
    yield { text: found.text, claims: [...spans.filter((claim) => claim !== null), ...tokens] };
  },
  read(record, context) {
    const found = isJsonObject(record) ? findText(record, prodigyTextKeys, context.options) : null;
    if (found === null || !isJsonObject(record)) return makeRecordDocument(null, context);
    const { key: textKey, text } = found;
    const { annotations, lists } = readAnnotations(record, text, context);
    const emptied = [textKey, ...lists.map(({ path }) => path[0])].map(
      (key) => [key, null] as const,
    );
    const parts: CarriedRecord = { record: withValues(record, emptied), textKey, lists };
    return makeRecordDocument(
      {
        text,
        facts: record,
        keys: prodigyKeys,
        annotations,
        carried: { format: 'prodigy', parts },
      },
      context,
    );
  },
};

/** Prodigy's JSONL. Offsets count code points; only what was accepted counts as annotation. */
export const prodigyFormat: DocumentFormat = {
  description: "Prodigy's JSONL: a text with spans, choices or a label, and the answer to it.",
  extensions: ['.jsonl', '.json'],
  recognise: (head) =>
    recogniseRecords(head, (record) => {
      if (!isJsonObject(record) || findText(record, prodigyTextKeys) === null) return 0;
      const own = ['_input_hash', '_task_hash', '_view_id', 'answer', '_session_id'];
      if (own.some((key) => Object.hasOwn(record, key))) return 0.98;
      const spans = valueIn(record, 'spans');
      if (isJsonList(spans)) return spans.every(isJsonObject) ? 0.9 : 0;
      return Object.hasOwn(record, 'options') ? 0.8 : 0;
    }),
  read: (inputs, options) => readRecords(reader, inputs, options),
};
