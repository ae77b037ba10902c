import type { CarriedRecord } from '#core/domain/carried-record.ts';
import { doccanoKeys } from '#core/domain/doccano.ts';
import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { JsonObject, JsonValue } from '#core/domain/json.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
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

const emptyRecord: CarriedRecord = { record: { id: null, text: null }, textKey: 'text', lists: [] };

const carriedOf = ({ carried }: SourceDocument): CarriedRecord =>
  carried?.format === 'doccano' ? (carried.parts as CarriedRecord) : emptyRecord;

function toRecord(document: SourceDocument): JsonObject {
  const carried = carriedOf(document);
  const map = createOffsetMap(document.text, 'utf-16');
  const { lists, rest } = rebuildLists(carried.lists, document, map);
  const ofKind = (kind: Annotation['kind']): JsonValue[] =>
    rest
      .filter((annotation) => annotation.kind === kind)
      .map((annotation) => {
        if (annotation.kind === 'class') return annotation.label;
        const { start, end } = offsetsOf(annotation, map);
        return [start, end, annotation.type];
      });
  const fitsFor = (kind: Annotation['kind']) => (list: RebuiltList) =>
    list.isAlone
      ? kind === 'class' && list.entries.length === 0
      : list.kind === kind || (list.kind === null && list.entries.length === 0);
  const [spans, classes] = [ofKind('span'), ofKind('class')];
  const isNew = carried === emptyRecord;
  const both = isNew && spans.length > 0 && classes.length > 0;
  const labelled = isNew && !both ? 'label' : null;
  const withSpans = addToLists(lists, spans, fitsFor('span'), {
    path: [labelled ?? 'entities'],
    kind: 'span',
  });
  const all = addToLists(withSpans, classes, fitsFor('class'), {
    path: [labelled ?? 'cats'],
    kind: 'class',
  });
  const none: RebuiltList = { path: ['label'], isAlone: false, entries: [], kind: null };
  const filled = fillRecord(carried, document.text, isNew && all.length === 0 ? [none] : all);
  return withFacts(filled, document, doccanoKeys);
}

/**
 * doccano's JSONL, offsets in UTF-16 units. A record of doccano is given back with all that it
 * held, as JSON.stringify writes it; one without an id gets the document's.
 */
export const doccanoWriter: DocumentWriter = {
  description: "doccano's JSONL: a record a line with text, labels and further columns.",
  passes: 1,
  countLosses: () =>
    createLossCounter(['attributes', 'carried', 'columns', 'fragments-joined', 'origins'], {
      carried: carriedOfOthers('doccano'),
      columns: (document) => countUnwritableColumns(document, doccanoKeys),
      origins: originsOfOthers('doccano'),
    }),
  write: (documents) => writeLines('documents.jsonl', documents, toRecord),
};
