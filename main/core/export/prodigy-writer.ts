import type { CarriedRecord } from '#core/domain/carried-record.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  listIn,
  numberIn,
  valueIn,
  withValues,
} from '#core/domain/json.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { prodigyKeys } from '#core/domain/prodigy.ts';
import { countUnwritableColumns, withFacts } from '#core/domain/record-facts.ts';
import { carriedOfOthers, createLossCounter, originsOfOthers } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import {
  addToLists,
  fillRecord,
  offsetsOf,
  rebuildLists,
  type RebuiltList,
  writeLines,
} from './record-writer.ts';

const emptyRecord: CarriedRecord = {
  record: { id: null, text: null, spans: null },
  textKey: 'text',
  lists: [{ path: ['spans'], isAlone: false, entries: [] }],
};

const carriedOf = ({ carried }: SourceDocument): CarriedRecord =>
  carried?.format === 'prodigy' ? (carried.parts as CarriedRecord) : emptyRecord;

/** The numbers of the tokens that a span begins and ends with, where the record has tokens. */
function tokenRange(record: JsonObject, start: number, end: number): [string, JsonValue][] {
  const tokens = listIn(record, 'tokens').filter(isJsonObject);
  const first = tokens.findIndex((token) => numberIn(token, 'start') === start);
  const last = tokens.findIndex((token) => numberIn(token, 'end') === end);
  return first === -1 || last === -1
    ? []
    : [
        ['token_start', first],
        ['token_end', last],
      ];
}

function toRecord(document: SourceDocument): JsonObject {
  const carried = carriedOf(document);
  const map = createOffsetMap(document.text, 'code-points');
  const { lists, rest } = rebuildLists(carried.lists, document, map);
  const spans = rest.flatMap((annotation): JsonValue[] => {
    if (annotation.kind === 'class') return [];
    const { start, end } = offsetsOf(annotation, map);
    const range = tokenRange(carried.record, start, end);
    return [withValues({ start, end, label: annotation.type }, range)];
  });
  const classes = rest.flatMap((each) => (each.kind === 'class' ? [each.label] : []));
  const isAt = (key: string) => (list: RebuiltList) => list.path[0] === key;
  const withSpans = addToLists(lists, spans, isAt('spans'), { path: ['spans'], kind: 'span' });
  const all = addToLists(withSpans, classes, isAt('accept'), { path: ['accept'], kind: 'class' });
  const filled = fillRecord(carried, document.text, all);
  // Choices need what was to choose from.
  const isChoice = classes.length > 0 && valueIn(filled, 'options') === undefined;
  const options = classes.map((label) => ({ id: label, text: label }));
  const complete = isChoice ? withValues(filled, [['options', options]]) : filled;
  return withFacts(complete, document, prodigyKeys);
}

/** Prodigy's JSONL, offsets in code points; a record of Prodigy is given back with all that it held. */
export const prodigyWriter: DocumentWriter = {
  description: "Prodigy's JSONL: a record a line with text, spans and choices.",
  passes: 1,
  countLosses: () =>
    createLossCounter(['attributes', 'carried', 'columns', 'fragments-joined', 'origins'], {
      carried: carriedOfOthers('prodigy'),
      columns: (document) => countUnwritableColumns(document, prodigyKeys),
      origins: originsOfOthers('prodigy'),
    }),
  write: (documents) => writeLines('documents.prodigy.jsonl', documents, toRecord),
};
