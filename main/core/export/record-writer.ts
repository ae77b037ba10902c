import { createAnnotationFinder } from '#core/domain/carried-annotations.ts';
import type { CarriedList, CarriedRecord } from '#core/domain/carried-record.ts';
import type { Annotation, SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import {
  isJsonList,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectIn,
  textOf,
  withValues,
} from '#core/domain/json.ts';
import type { OffsetMap } from '#core/domain/offset-units.ts';
import type { Span } from '#core/domain/text.ts';
import type { WrittenFile } from './document-writer.ts';

/** A span as one piece, in the unit of a format. */
export function offsetsOf({ fragments }: SpanAnnotation, { fromText }: OffsetMap): Span {
  return {
    start: fromText(fragments[0].start),
    end: fromText(fragments[fragments.length - 1].end),
  };
}

/** An entry with the place and type that its annotation has now; unchanged where it says them. */
export function entryWithSpan(entry: JsonValue, span: SpanAnnotation, map: OffsetMap): JsonValue {
  const { start, end } = offsetsOf(span, map);
  if (isJsonList(entry))
    return [
      start,
      end,
      ...(textOf(entry[2]) === span.type ? [entry[2]] : [span.type]),
      ...entry.slice(3),
    ];
  if (!isJsonObject(entry)) return entry;
  const key = (names: readonly [string, ...string[]]) =>
    names.find((name) => Object.hasOwn(entry, name)) ?? names[0];
  return withValues(entry, [
    [key(['start', 'start_offset', 'startOffset']), start],
    [key(['end', 'end_offset', 'endOffset']), end],
  ]);
}

/** A list of a record as its annotations are now. */
export interface RebuiltList {
  readonly path: readonly string[];
  readonly isAlone: boolean;
  readonly entries: readonly JsonValue[];
  /** What it held when it was read; null where it held nothing that we use. */
  readonly kind: Annotation['kind'] | null;
}

/** The lists that a document carries, and the annotations that stand in none of them. */
export function rebuildLists(
  lists: readonly CarriedList[],
  { annotations }: SourceDocument,
  map: OffsetMap,
): { readonly lists: RebuiltList[]; readonly rest: Annotation[] } {
  const finder = createAnnotationFinder(annotations);
  const rebuilt = lists.map(({ path, isAlone, entries }): RebuiltList => {
    let kind: Annotation['kind'] | null = null;
    const present = entries.flatMap((carried) => {
      const found = finder.find(carried);
      if (found === null) return [];
      if (found.length === 0) return [carried.entry];
      const [annotation] = found;
      kind = annotation.kind;
      return [
        annotation.kind === 'span' ? entryWithSpan(carried.entry, annotation, map) : carried.entry,
      ];
    });
    return { path, isAlone, entries: present, kind };
  });
  return { lists: rebuilt, rest: finder.rest() };
}

function setPath(record: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const [key, ...rest] = path;
  if (rest.length === 0) return withValues(record, [[key, value]]);
  return withValues(record, [[key, setPath(objectIn(record, key), rest, value)]]);
}

/** The record with its text and lists put back. */
export function fillRecord(
  { record, textKey }: Pick<CarriedRecord, 'record' | 'textKey'>,
  text: string,
  lists: readonly RebuiltList[],
): JsonObject {
  const withText = withValues(record, [[textKey, text]]);
  return lists.reduce<JsonObject>(
    (filled, { path, entries, isAlone }) =>
      setPath(filled, path, isAlone && entries.length === 1 ? entries[0] : entries),
    withText,
  );
}

/** Adds annotations to the first list that fits, or to a new one. */
export function addToLists(
  lists: readonly RebuiltList[],
  added: readonly JsonValue[],
  fits: (list: RebuiltList) => boolean,
  otherwise: Pick<RebuiltList, 'path' | 'kind'>,
): RebuiltList[] {
  if (added.length === 0) return [...lists];
  const at = lists.findIndex(fits);
  if (at === -1) return [...lists, { ...otherwise, isAlone: false, entries: added }];
  return lists.map((list, index) =>
    index === at ? { ...list, kind: otherwise.kind, entries: [...list.entries, ...added] } : list,
  );
}

/** One record a line, in a file. */
export function writeLines(
  name: string,
  documents: Iterable<SourceDocument>,
  toRecord: (document: SourceDocument) => JsonValue,
): Iterable<WrittenFile> {
  return [
    {
      name,
      *pieces() {
        const encoder = new TextEncoder();
        for (const document of documents)
          yield encoder.encode(`${JSON.stringify(toRecord(document))}\n`);
      },
    },
  ];
}
