import type { Annotation, AnnotationOrigin, SpanAnnotation } from '#core/domain/document.ts';
import type { CarriedEntry } from '#core/domain/carried-annotations.ts';
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
} from '#core/domain/json.ts';
import { regionAnswer } from '#core/domain/label-studio.ts';
import type { OffsetMap } from '#core/domain/offset-units.ts';
import type { OffsetClaim } from './infer-offset-unit.ts';
import { placeSpan } from './place-span.ts';
import type { ProblemList } from './problem-list.ts';
import { nameOf, unusedEntry, usedEntry } from './span-entries.ts';

/** A region of a text, as a result has it; null for all else, regions of HTML among them. */
export function claimOfResult(result: JsonValue): OffsetClaim | null {
  const value = isJsonObject(result) ? objectIn(result, 'value') : {};
  const [start, end] = [numberIn(value, 'start'), numberIn(value, 'end')];
  return start === null || end === null ? null : { start, end, quote: stringIn(value, 'text') };
}

/** Labels of a region, under the name of its control's kind. */
function labelsOf(result: JsonObject): readonly JsonValue[] | null {
  const value = objectIn(result, 'value');
  const type = textOf(valueIn(result, 'type'));
  const labels = valueIn(value, type?.endsWith('labels') === true ? type : 'labels');
  return isJsonList(labels) ? labels : null;
}

/** Classes of the whole text: choices, and paths of a taxonomy. */
function classesOf(result: JsonObject): string[] | null {
  const value = objectIn(result, 'value');
  const paths = valueIn(value, 'taxonomy');
  if (isJsonList(paths))
    return paths.map((path) =>
      isJsonList(path) ? path.map(String).join(' / ') : (textOf(path) ?? ''),
    );
  const choices = valueIn(value, 'choices');
  return isJsonList(choices) ? choices.map(String) : null;
}

interface ResultContext {
  readonly text: string;
  readonly map: OffsetMap;
  readonly problems: ProblemList;
  readonly line: number;
  readonly origin: AnnotationOrigin;
  readonly takenIds: Set<string>;
}

export interface ReadResults {
  readonly annotations: Annotation[];
  readonly entries: CarriedEntry<JsonValue>[];
  /** Results of kinds that are not used. */
  readonly unused: number;
}

/** Answers to regions are attributes of the spans with their ids. */
function answersByRegion(results: readonly JsonValue[]): Map<string, [string, string][]> {
  const answers = new Map<string, [string, string][]>();
  for (const result of results) {
    if (!isJsonObject(result) || labelsOf(result) !== null || claimOfResult(result) === null)
      continue;
    const [id, answer] = [textOf(valueIn(result, 'id')), regionAnswer(result)];
    if (id === null || answer === null) continue;
    const known = answers.get(id) ?? [];
    answers.set(id, [...known, [answer.name, answer.value]]);
  }
  return answers;
}

/** What one annotator or model said of a text. */
export function readResults(results: readonly JsonValue[], context: ResultContext): ReadResults {
  const { text, map, problems, line, takenIds } = context;
  const answers = answersByRegion(results);
  const regions = new Set(
    results.flatMap((result) =>
      isJsonObject(result) && labelsOf(result) !== null ? [textOf(valueIn(result, 'id'))] : [],
    ),
  );
  const annotations: Annotation[] = [];
  let unused = 0;

  function readRegion(result: JsonObject, claim: OffsetClaim, labels: readonly JsonValue[]) {
    const names = labels.map(nameOf).filter((name) => name !== null);
    if (names.length < labels.length || names.length === 0) {
      const detail = 'The region has no label of at most 100 characters in one line.';
      problems.tell(line, 'annotation-malformed', 'left-out', detail);
    }
    if (names.length === 0) return unusedEntry(result);
    // Several labels of a region are several mentions; of ids there is one.
    const span = placeSpan(text, claim, map, { problems, line, type: names[0] });
    if (span === null) return unusedEntry(result);
    const own = textOf(valueIn(result, 'id'));
    const id = own !== null && own !== '' && !takenIds.has(own) ? own : null;
    if (id !== null) takenIds.add(id);
    const score = numberIn(result, 'score');
    const origin =
      context.origin.by === 'model' && score !== null
        ? { ...context.origin, score }
        : context.origin;
    const attributes = Object.fromEntries(answers.get(own ?? '') ?? []);
    const spans = names.map((type, index): SpanAnnotation => ({
      ...{ kind: 'span', id: index === 0 ? id : null, type },
      ...{ fragments: [span], attributes, origin },
    }));
    for (const each of spans) annotations.push(each);
    return usedEntry(result, spans);
  }

  function readOne(result: JsonValue): CarriedEntry<JsonValue> {
    if (!isJsonObject(result)) {
      problems.tell(line, 'annotation-malformed', 'left-out', 'The result is no object.');
      return unusedEntry(result);
    }
    const [claim, labels, classes] = [claimOfResult(result), labelsOf(result), classesOf(result)];
    if (labels !== null && claim !== null) return readRegion(result, claim, labels);
    if (labels === null && claim !== null && regions.has(textOf(valueIn(result, 'id')))) {
      return unusedEntry(result);
    }
    const isOfText =
      claim === null && labels === null && !Object.hasOwn(objectIn(result, 'value'), 'start');
    const found = isOfText
      ? (classes ?? []).flatMap((label): Annotation[] => {
          const name = nameOf(label);
          return name === null ? [] : [{ kind: 'class', label: name, origin: context.origin }];
        })
      : [];
    if (found.length === 0) {
      unused++;
      return unusedEntry(result);
    }
    for (const each of found) annotations.push(each);
    return usedEntry(result, found);
  }

  const entries = results.map(readOne);
  return { annotations, entries, unused };
}

/** How many results there are in a list of drafts or annotations. */
export function countResults(list: readonly JsonValue[]): number {
  return list.reduce<number>(
    (sum, each) => sum + (isJsonObject(each) ? listIn(each, 'result').length : 0),
    0,
  );
}
