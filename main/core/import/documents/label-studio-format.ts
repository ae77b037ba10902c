import type { Annotation, AnnotationOrigin } from '#core/domain/document.ts';
import { fileOrigin } from '#core/domain/document.ts';
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
import {
  type CarriedResults,
  type CarriedTask,
  minimalTaskKeys,
  resultLists,
  taskKeys,
} from '#core/domain/label-studio.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { recogniseRecords } from './bounded-json.ts';
import type { DocumentFormat, ReadOptions } from './document-format.ts';
import { claimOfResult, countResults, readResults } from './label-studio-results.ts';
import { readRecords, type RecordContext, type RecordReader } from './read-records.ts';
import { findText, makeRecordDocument } from './record-document.ts';

/** "text" where data has it, else the longest text of them. */
function findDataText(data: JsonObject, options?: ReadOptions) {
  const texts = Object.entries(data)
    .filter(([, value]) => typeof value === 'string')
    .sort(([, a], [, b]) => (textOf(b)?.length ?? 0) - (textOf(a)?.length ?? 0));
  return findText(data, ['text', ...texts.map(([key]) => key)], options);
}

const isTask = (record: JsonValue): record is JsonObject =>
  isJsonObject(record) && isJsonObject(valueIn(record, 'data'));

/** Results of JSON-MIN: lists of regions with labels, and objects of choices. */
function controlsOf(record: JsonObject): { name: string; results: readonly JsonValue[] }[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const isRegions =
      isJsonList(value) &&
      value.length > 0 &&
      value.every(
        (each) => isJsonObject(each) && Object.keys(each).some((key) => key.endsWith('labels')),
      );
    const isChoices = isJsonObject(value) && isJsonList(valueIn(value, 'choices'));
    if (isRegions) return [{ name, results: value }];
    return isChoices ? [{ name, results: [value] }] : [];
  });
}

const isMinimal = (record: JsonValue): record is JsonObject =>
  isJsonObject(record) &&
  !Object.hasOwn(record, 'data') &&
  (controlsOf(record).length > 0 || Object.hasOwn(record, 'annotation_id'));

/** JSON-MIN has only the values of results. */
const asResult = (value: JsonValue): JsonValue => ({ type: typeOfValue(value), value });
function typeOfValue(value: JsonValue): string {
  if (!isJsonObject(value)) return 'labels';
  return Object.keys(value).find((key) => key.endsWith('labels')) ?? 'choices';
}

function timeOf(said: JsonObject): number | null {
  const text = stringIn(said, 'updated_at') ?? stringIn(said, 'created_at');
  const atMs = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}

/** A person by number, or by address where the export has it. */
function annotatorOf(value: JsonValue | undefined): string | null {
  if (!isJsonObject(value)) return textOf(value);
  return textOf(valueIn(value, 'email') ?? valueIn(value, 'username') ?? valueIn(value, 'id'));
}

function originOf(list: CarriedResults['list'], said: JsonObject): AnnotationOrigin {
  const atMs = timeOf(said);
  if (list === 'predictions') {
    const name = textOf(valueIn(said, 'model_version'));
    return { ...fileOrigin, by: 'model', name, score: numberIn(said, 'score'), atMs };
  }
  const name = annotatorOf(valueIn(said, 'completed_by'));
  return name === null ? { ...fileOrigin, atMs } : { ...fileOrigin, by: 'person', name, atMs };
}

const isCancelled = (said: JsonObject) =>
  ['was_cancelled', 'skipped', 'was_skipped'].some((key) => valueIn(said, key) === true);

function tellAside(
  task: JsonObject,
  cancelled: number,
  unused: number,
  context: RecordContext,
): void {
  const { problems, line } = context;
  const drafts =
    countResults(listIn(task, 'drafts')) +
    listIn(task, 'annotations').reduce<number>(
      (sum, each) => sum + (isJsonObject(each) ? countResults(listIn(each, 'drafts')) : 0),
      0,
    );
  if (cancelled + drafts > 0) {
    const detail = `${cancelled} results of cancelled annotations and ${drafts} of drafts do not count.`;
    problems.tell(line, 'annotation-withdrawn', 'left-out', detail);
  }
  if (unused > 0) {
    const detail = `${unused} results are of kinds that are not used, such as relations, or regions of HTML.`;
    problems.tell(line, 'annotation-not-used', 'kept', detail);
  }
}

function readTask(task: JsonObject, context: RecordContext) {
  const data = objectIn(task, 'data');
  const found = findDataText(data, context.options);
  if (found === null) return makeRecordDocument(null, context);
  const { key: textKey, text } = found;
  const { problems, line } = context;
  const map = createOffsetMap(text, context.unit);
  const takenIds = new Set<string>();
  const annotations: Annotation[] = [];
  const results: CarriedResults[] = [];
  let [cancelled, unused] = [0, 0];
  let emptied = withValues(task, [['data', withValues(data, [[textKey, null]])]]);
  for (const list of resultLists) {
    const all = valueIn(task, list);
    if (!isJsonList(all)) continue;
    const left = all.map((said, index): JsonValue => {
      if (!isJsonObject(said) || !isJsonList(valueIn(said, 'result'))) return said;
      if (isCancelled(said)) {
        cancelled += listIn(said, 'result').length;
        return said;
      }
      const origin = originOf(list, said);
      const read = readResults(listIn(said, 'result'), {
        text,
        map,
        problems,
        line,
        origin,
        takenIds,
      });
      for (const each of read.annotations) annotations.push(each);
      results.push({ list, index, entries: read.entries });
      unused += read.unused;
      return withValues(said, [['result', null]]);
    });
    emptied = withValues(emptied, [[list, left]]);
  }
  tellAside(task, cancelled, unused, context);
  const parts: CarriedTask = { task: emptied, textKey, isMinimal: false, results, controls: [] };
  const id = valueIn(data, 'id') ?? valueIn(task, 'id');
  const facts = id === undefined ? data : withValues(data, [['id', id]]);
  const carried = { format: 'label-studio', parts };
  return makeRecordDocument(
    { text, facts, keys: taskKeys(textKey), annotations, carried },
    context,
  );
}

function readMinimal(record: JsonObject, context: RecordContext) {
  const found = findDataText(record, context.options);
  if (found === null) return makeRecordDocument(null, context);
  const { key: textKey, text } = found;
  const { problems, line } = context;
  const map = createOffsetMap(text, context.unit);
  const takenIds = new Set<string>();
  const name = annotatorOf(valueIn(record, 'annotator'));
  const origin: AnnotationOrigin = {
    ...fileOrigin,
    ...(name === null ? {} : { by: 'person', name }),
    atMs: timeOf(record),
  };
  const annotations: Annotation[] = [];
  let unused = 0;
  const controls = controlsOf(record).map(({ name: control, results }) => {
    const read = readResults(results.map(asResult), {
      text,
      map,
      problems,
      line,
      origin,
      takenIds,
    });
    for (const each of read.annotations) annotations.push(each);
    unused += read.unused;
    const entries = read.entries.map(({ keys }, index) => ({ keys, entry: results[index] }));
    return { name: control, entries };
  });
  tellAside(record, 0, unused, context);
  const emptied = withValues(record, [
    [textKey, null],
    ...controls.map(({ name: control }) => [control, null] as const),
  ]);
  const parts: CarriedTask = { task: emptied, textKey, isMinimal: true, results: [], controls };
  const carried = { format: 'label-studio', parts };
  return makeRecordDocument(
    { text, facts: record, keys: minimalTaskKeys(textKey), annotations, carried },
    context,
  );
}

const reader: RecordReader = {
  usualUnit: 'utf-16',
  *claims(record, options) {
    if (isTask(record)) {
      const found = findDataText(objectIn(record, 'data'), options);
      const results = resultLists.flatMap((list) =>
        listIn(record, list).flatMap((said) => (isJsonObject(said) ? listIn(said, 'result') : [])),
      );
      const claims = results.map(claimOfResult).filter((claim) => claim !== null);
      if (found !== null) yield { text: found.text, claims };
    } else if (isMinimal(record)) {
      const found = findDataText(record, options);
      const values = controlsOf(record).flatMap(({ results }) => results);
      const claims = values
        .map(asResult)
        .map(claimOfResult)
        .filter((claim) => claim !== null);
      if (found !== null) yield { text: found.text, claims };
    }
  },
  read(record, context) {
    if (isTask(record)) return readTask(record, context);
    return isJsonObject(record) ? readMinimal(record, context) : makeRecordDocument(null, context);
  },
};

/**
 * Label Studio's JSON and JSON-MIN. Offsets count UTF-16 units. Annotations are those of persons,
 * predictions those of a model with its score; what was cancelled or is a draft does not count.
 */
export const labelStudioFormat: DocumentFormat = {
  description: "Label Studio's JSON or JSON-MIN: tasks with annotations and predictions.",
  extensions: ['.json', '.jsonl'],
  recognise: (head) =>
    recogniseRecords(
      head,
      (record) => {
        if (isTask(record))
          return resultLists.some((list) => Object.hasOwn(record, list)) ? 0.99 : 0.6;
        return isMinimal(record) && findDataText(record) !== null ? 0.9 : 0;
      },
      { looksLike: /"(?:annotations|predictions|completions)"\s*:\s*\[[^]*"from_name"/ },
    ),
  read: (inputs, options) => readRecords(reader, inputs, options),
};
