import { annotationKey, type CarriedEntry } from '#core/domain/carried-annotations.ts';
import type { Annotation, AnnotationOrigin } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  stringIn,
  textOf,
  valueIn,
} from '#core/domain/json.ts';
import type { OffsetMap } from '#core/domain/offset-units.ts';
import type { OffsetClaim } from './infer-offset-unit.ts';
import { placeSpan } from './place-span.ts';
import type { ProblemList } from './problem-list.ts';

/** Names reach tables and reports, where no text of a note may be. */
const longestName = 100;

/** A label that can be the name of a class or type: short, and in one line. */
export function nameOf(value: JsonValue | undefined): string | null {
  const name = textOf(value);
  const isName = name !== null && name.trim() !== '' && name.length <= longestName;
  return isName && !/[\r\n]/.test(name) ? name : null;
}

/** What an entry of a list says of a mention. */
export interface SpanEntry extends OffsetClaim {
  readonly id: string | null;
  readonly type: string;
}

function offsetIn(object: JsonObject, names: readonly string[]): number {
  const name = names.find((each) => Object.hasOwn(object, each));
  const value = name === undefined ? undefined : valueIn(object, name);
  return typeof value === 'number' ? value : Number.NaN;
}

/**
 * [start, end, label], or an object with start and end or start_offset and end_offset and label;
 * null for all else.
 */
export function spanEntryOf(entry: JsonValue): SpanEntry | null {
  if (isJsonList(entry)) {
    const [start, end, label] = entry;
    const type = nameOf(label);
    if (typeof start !== 'number' || typeof end !== 'number' || type === null) return null;
    return { id: null, start, end, type, quote: null };
  }
  if (!isJsonObject(entry)) return null;
  const start = offsetIn(entry, ['start', 'start_offset', 'startOffset']);
  const end = offsetIn(entry, ['end', 'end_offset', 'endOffset']);
  const type = nameOf(valueIn(entry, 'label') ?? valueIn(entry, 'label_'));
  if (Number.isNaN(start) || Number.isNaN(end) || type === null) return null;
  const id = textOf(valueIn(entry, 'id'));
  return { id: id === '' ? null : id, start, end, type, quote: stringIn(entry, 'text') };
}

interface EntryContext {
  readonly text: string;
  readonly map: OffsetMap;
  readonly problems: ProblemList;
  readonly line: number;
  readonly originOf: (entry: JsonValue) => AnnotationOrigin;
  /** Ids that annotations of the document have already. */
  readonly takenIds: Set<string>;
}

/** An entry of which there is no annotation; it is written back as it came. */
export const unusedEntry = (entry: JsonValue): CarriedEntry<JsonValue> => ({ keys: [], entry });

/** An entry that is an annotation. */
export function usedEntry(entry: JsonValue, annotations: readonly Annotation[]) {
  return { keys: annotations.map(annotationKey), entry };
}

/** The annotation of one entry of a list of mentions; null where there is none, which is told. */
export function readSpanEntry(
  entry: JsonValue,
  said: SpanEntry | null,
  { text, map, problems, line, originOf, takenIds }: EntryContext,
): Annotation | null {
  if (said === null) {
    const detail =
      'The annotation is not of a form with a start, an end and a label of at most 100 characters in one line.';
    problems.tell(line, 'annotation-malformed', 'left-out', detail);
    return null;
  }
  const { type } = said;
  const span = placeSpan(text, said, map, { problems, line, type });
  if (span === null) return null;
  const id = said.id !== null && !takenIds.has(said.id) ? said.id : null;
  if (id !== null) takenIds.add(id);
  const origin = originOf(entry);
  return { kind: 'span', id, type, fragments: [span], attributes: {}, origin };
}

/** A label of the document as a whole. */
export function readClassEntry(
  entry: JsonValue,
  label: JsonValue | undefined,
  { problems, line, originOf }: Pick<EntryContext, 'problems' | 'line' | 'originOf'>,
): Annotation | null {
  const name = nameOf(label);
  if (name !== null) return { kind: 'class', label: name, origin: originOf(entry) };
  const detail = 'The class has no name of at most 100 characters in one line.';
  problems.tell(line, 'annotation-malformed', 'left-out', detail);
  return null;
}
