import {
  type AnnotationFinder,
  type CarriedEntry,
  createAnnotationFinder,
} from '#core/domain/carried-annotations.ts';
import type { Annotation, SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  objectIn,
  textOf,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import {
  type CarriedTask,
  minimalTaskKeys,
  regionAnswer,
  taskKeys,
} from '#core/domain/label-studio.ts';
import { createOffsetMap, type OffsetMap } from '#core/domain/offset-units.ts';
import { countUnwritableColumns, withFacts } from '#core/domain/record-facts.ts';
import { carriedOfOthers, createLossCounter, typesWhere } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { offsetsOf } from './record-writer.ts';

const emptyTask: CarriedTask = {
  task: { data: { text: null }, annotations: [] },
  textKey: 'text',
  isMinimal: false,
  results: [],
  controls: [],
};

const carriedOf = ({ carried }: SourceDocument): CarriedTask =>
  carried?.format === 'label-studio' ? (carried.parts as CarriedTask) : emptyTask;

interface Writing {
  readonly text: string;
  readonly map: OffsetMap;
  readonly newId: () => string;
}

const isSpan = (each: Annotation): each is SpanAnnotation => each.kind === 'span';

/** A region with the place and labels that its mentions have now. */
function regionValue(
  value: JsonObject,
  spans: readonly SpanAnnotation[],
  { text, map }: Writing,
): JsonObject {
  const { start, end } = offsetsOf(spans[0], map);
  const key = Object.keys(value).find((each) => each.endsWith('labels')) ?? 'labels';
  const { fragments } = spans[0];
  const quote = text.slice(fragments[0].start, fragments[fragments.length - 1].end);
  const isQuoted = textOf(valueIn(value, 'text'))?.replace(/\s/g, '') === quote.replace(/\s/g, '');
  return withValues(value, [
    ['start', start],
    ['end', end],
    ...(Object.hasOwn(value, 'text') && !isQuoted ? [['text', quote] as const] : []),
    [key, spans.map(({ type }) => type)],
  ]);
}

/** Choices of the whole text that are left of those that were made. */
function classValue(value: JsonObject, labels: readonly string[]): JsonObject {
  const key = Object.hasOwn(value, 'taxonomy') ? 'taxonomy' : 'choices';
  const isLeft = (choice: JsonValue) =>
    labels.includes(isJsonList(choice) ? choice.map(String).join(' / ') : (textOf(choice) ?? ''));
  return withValues(value, [[key, listIn(value, key).filter(isLeft)]]);
}

function valueOf(value: JsonObject, found: readonly Annotation[], writing: Writing): JsonObject {
  const spans = found.filter(isSpan);
  if (spans.length > 0) return regionValue(value, spans, writing);
  return classValue(
    value,
    found.flatMap((each) => (each.kind === 'class' ? [each.label] : [])),
  );
}

/** A region with an answer to it, as attributes are written. */
function answerResult(region: JsonObject, name: string, value: string): JsonObject {
  const { start, end, text } = objectIn(region, 'value') as Record<string, JsonValue>;
  return {
    id: valueIn(region, 'id') ?? null,
    from_name: name,
    to_name: valueIn(region, 'to_name') ?? 'text',
    type: 'choices',
    value: { start, end, text: text ?? null, choices: [value] },
  };
}

/** Results of one annotator as its annotations are now, and answers to regions as attributes are. */
function renderResults(
  entries: readonly CarriedEntry<JsonValue>[],
  finder: AnnotationFinder,
  writing: Writing,
): JsonValue[] {
  const regions = new Map<string, { region: JsonObject; span: SpanAnnotation }>();
  const gone = new Set<string>();
  const rendered = entries.flatMap(({ keys, entry }): { entry: JsonValue; isUsed: boolean }[] => {
    const found = finder.find({ keys, entry });
    const id = isJsonObject(entry) ? textOf(valueIn(entry, 'id')) : null;
    if (found === null) {
      if (id !== null) gone.add(id);
      return [];
    }
    if (found.length === 0 || !isJsonObject(entry)) return [{ entry, isUsed: false }];
    const result = withValues(entry, [
      ['value', valueOf(objectIn(entry, 'value'), found, writing)],
    ]);
    const [span] = found.filter(isSpan);
    if (id !== null && span !== undefined) regions.set(id, { region: result, span });
    return [{ entry: result, isUsed: true }];
  });

  const said = new Map<string, Set<string>>();
  const left = rendered.flatMap(({ entry, isUsed }): JsonValue[] => {
    if (isUsed || !isJsonObject(entry)) return [entry];
    const ids = ['id', 'from_id', 'to_id'].map((key) => textOf(valueIn(entry, key)));
    if (ids.some((id) => id !== null && gone.has(id))) return [];
    const id = ids[0] ?? '';
    const [known, answer] = [regions.get(id), regionAnswer(entry)];
    if (known === undefined || answer === null) return [entry];
    said.set(id, (said.get(id) ?? new Set()).add(answer.name));
    const now = known.span.attributes[answer.name];
    if (now === undefined) return [];
    return [now === answer.value ? entry : answerResult(known.region, answer.name, now)];
  });
  const added = [...regions].flatMap(([id, { region, span }]) =>
    Object.entries(span.attributes)
      .filter(([name]) => said.get(id)?.has(name) !== true)
      .map(([name, value]) => answerResult(region, name, value)),
  );
  return [...left, ...added];
}

/** A result for an annotation that none carried stands for. */
function newResults(annotation: Annotation, { text, map, newId }: Writing): JsonObject[] {
  if (annotation.kind === 'class') {
    return [
      {
        from_name: 'class',
        to_name: 'text',
        type: 'choices',
        value: { choices: [annotation.label] },
      },
    ];
  }
  const { type, attributes, origin, fragments } = annotation;
  const { start, end } = offsetsOf(annotation, map);
  const quote = text.slice(fragments[0].start, fragments[fragments.length - 1].end);
  const answers = Object.entries(attributes);
  const id = annotation.id ?? (answers.length > 0 ? newId() : null);
  const region: JsonObject = {
    ...(id === null ? {} : { id }),
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: { start, end, text: quote, labels: [type] },
    ...(origin.by === 'model' && origin.score !== null ? { score: origin.score } : {}),
  };
  return [region, ...answers.map(([name, value]) => answerResult(region, name, value))];
}

/** What is new, by who made it: predictions of models, annotations of all others. */
function addNew(task: JsonObject, rest: readonly Annotation[], writing: Writing): JsonObject {
  const byOrigin = Map.groupBy(rest, ({ origin: { by, name, atMs } }) =>
    JSON.stringify([by === 'model', name, atMs]),
  );
  let added = task;
  for (const annotations of byOrigin.values()) {
    const { by, name, atMs } = annotations[0].origin;
    const result = annotations.flatMap((annotation) => newResults(annotation, writing));
    const at = atMs === null ? {} : { updated_at: new Date(atMs).toISOString() };
    const isNumber = name !== null && /^[1-9]\d{0,14}$/.test(name);
    const person = name === null ? {} : { completed_by: isNumber ? Number(name) : { email: name } };
    const [list, said] =
      by === 'model'
        ? ([
            'predictions',
            { ...(name === null ? {} : { model_version: name }), ...at, result },
          ] as const)
        : (['annotations', { ...person, ...at, result }] as const);
    added = withValues(added, [[list, [...listIn(added, list), said]]]);
  }
  return added;
}

/** Facts in the data of a task, whose own number is a name of its document too. */
function withTaskFacts(
  data: JsonObject,
  task: JsonObject,
  document: SourceDocument,
  textKey: string,
) {
  const keys = taskKeys(textKey);
  const number = valueIn(task, 'id');
  const isNamedByNumber =
    !Object.hasOwn(data, 'id') && number !== undefined && textOf(number) === document.id;
  if (!isNamedByNumber) return withFacts(data, document, keys);
  return withValues(withFacts(withValues(data, [['id', number]]), document, keys), [
    ['id', undefined],
  ]);
}

function toMinimal(
  { task, textKey, controls }: CarriedTask,
  document: SourceDocument,
  writing: Writing,
  finder: AnnotationFinder,
): JsonObject {
  const said = controls.map(({ name, entries }) => {
    const values = entries.flatMap((carried): JsonValue[] => {
      const found = finder.find(carried);
      if (found === null) return [];
      const { entry } = carried;
      return [found.length > 0 && isJsonObject(entry) ? valueOf(entry, found, writing) : entry];
    });
    const isOne =
      values.length === 1 && isJsonObject(values[0]) && Object.hasOwn(values[0], 'choices');
    return [name, isOne ? values[0] : values] as const;
  });
  const filled = withValues(task, [[textKey, document.text], ...said]);
  const rest = finder.rest().flatMap((annotation) => newResults(annotation, writing));
  const regions = rest
    .filter(({ type }) => type === 'labels')
    .map((result) => objectIn(result, 'value'));
  const choices = finder.rest().flatMap((each) => (each.kind === 'class' ? [each.label] : []));
  const withRegions =
    regions.length === 0
      ? filled
      : withValues(filled, [['label', [...listIn(filled, 'label'), ...regions]]]);
  const complete =
    choices.length === 0 ? withRegions : withValues(withRegions, [['class', { choices }]]);
  return withFacts(complete, document, minimalTaskKeys(textKey));
}

function toTask(document: SourceDocument): JsonObject {
  const carried = carriedOf(document);
  const { task, textKey, results, isMinimal } = carried;
  const taken = new Set(
    document.annotations.map((each) => (each.kind === 'span' ? each.id : null)),
  );
  let count = 0;
  const newId = () => {
    do count++;
    while (taken.has(`region-${count}`));
    return `region-${count}`;
  };
  const writing: Writing = {
    text: document.text,
    map: createOffsetMap(document.text, 'utf-16'),
    newId,
  };
  const finder = createAnnotationFinder(document.annotations);
  if (isMinimal) return toMinimal(carried, document, writing, finder);
  let filled = task;
  for (const { list, index, entries } of results) {
    const rendered = renderResults(entries, finder, writing);
    const said = listIn(filled, list).map((each, at) =>
      at === index && isJsonObject(each) ? withValues(each, [['result', rendered]]) : each,
    );
    filled = withValues(filled, [[list, said]]);
  }
  const complete = addNew(filled, finder.rest(), writing);
  const data = withValues(objectIn(complete, 'data'), [[textKey, document.text]]);
  return withValues(complete, [['data', withTaskFacts(data, task, document, textKey)]]);
}

/**
 * Label Studio's JSON, offsets in UTF-16 units: persons' annotations, models' predictions. A task
 * of Label Studio is given back with all that it held, JSON-MIN as such.
 */
export const labelStudioWriter: DocumentWriter = {
  description: "Label Studio's JSON: tasks with annotations of persons and predictions of models.",
  passes: 1,
  countLosses: () =>
    createLossCounter(['carried', 'columns', 'fragments-joined', 'origins'], {
      carried: carriedOfOthers('label-studio'),
      columns: (document) =>
        countUnwritableColumns(document, taskKeys(carriedOf(document).textKey)),
      origins: typesWhere(
        ({ origin }) =>
          origin.guideline !== null || (origin.by === 'person' && origin.name === null),
      ),
    }),
  write: (documents) => [
    {
      name: 'documents.label-studio.json',
      *pieces() {
        const encoder = new TextEncoder();
        let separator = '[\n';
        for (const document of documents) {
          yield encoder.encode(separator + JSON.stringify(toTask(document)));
          separator = ',\n';
        }
        yield encoder.encode(separator === '[\n' ? '[]\n' : '\n]\n');
      },
    },
  ],
};
