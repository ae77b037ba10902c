import { createAnnotationFinder } from '#core/domain/carried-annotations.ts';
import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { JsonObject, JsonValue } from '#core/domain/json.ts';
import { withValues } from '#core/domain/json.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import { countUnwritableColumns, withFacts } from '#core/domain/record-facts.ts';
import { type CarriedSpacy, spacyKeys } from '#core/domain/spacy.ts';
import { carriedOfOthers, createLossCounter, originsOfOthers } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { addToLists, fillRecord, offsetsOf, rebuildLists, writeLines } from './record-writer.ts';

const emptyRecord: CarriedSpacy = {
  record: { id: null, text: null },
  textKey: 'text',
  lists: [{ path: ['ents'], isAlone: false, entries: [] }],
  tail: null,
  cats: null,
};

const carriedOf = ({ carried }: SourceDocument): CarriedSpacy =>
  carried?.format === 'spacy' ? (carried.parts as CarriedSpacy) : emptyRecord;

/** Classes with their values, those that are new with 1; null where there are none to tell. */
function rebuildClasses(
  { cats }: CarriedSpacy,
  annotations: readonly Annotation[],
): JsonObject | null {
  const finder = createAnnotationFinder(annotations.filter(({ kind }) => kind === 'class'));
  const said = (cats ?? []).map((carried): [string, JsonValue] => {
    const [label, value] = carried.entry;
    return [label, finder.find(carried) === null ? 0 : value];
  });
  const added = finder
    .rest()
    .map((each): [string, JsonValue] => [each.kind === 'class' ? each.label : '', 1]);
  if (cats === null && added.length === 0) return null;
  return withValues(Object.fromEntries(said), added);
}

function toRecord(document: SourceDocument): JsonValue {
  const carried = carriedOf(document);
  const map = createOffsetMap(document.text, 'code-points');
  const { lists, rest } = rebuildLists(carried.lists, document, map);
  const isTuple = carried.tail !== null;
  const at = lists.findIndex(({ path }) => path.length === 1);
  const asList = isTuple || lists[at]?.path[0] === 'entities';
  const added = rest.flatMap((annotation): JsonValue[] => {
    if (annotation.kind === 'class') return [];
    const { start, end } = offsetsOf(annotation, map);
    const { type } = annotation;
    return [asList ? [start, end, type] : { start, end, label: type }];
  });
  const all = addToLists(lists, added, (list) => list === lists[at], {
    path: [isTuple ? 'entities' : 'ents'],
    kind: 'span',
  });
  const cats = rebuildClasses(carried, document.annotations);
  // In a tuple the text stands before the record, which may have a key of its name.
  const { record, textKey } = carried;
  const filled = isTuple
    ? withValues(fillRecord({ record, textKey: '' }, '', all), [
        ['', Object.hasOwn(record, '') ? record[''] : undefined],
      ])
    : fillRecord({ record, textKey }, document.text, all);
  const complete = withFacts(
    cats === null ? filled : withValues(filled, [['cats', cats]]),
    document,
    spacyKeys,
  );
  return carried.tail === null ? complete : [document.text, complete, ...carried.tail];
}

/** JSONL as spaCy reads it, offsets in code points; a record of spaCy is given back with all it held. */
export const spacyWriter: DocumentWriter = {
  description: 'JSONL of spaCy: a record a line with "text", "ents" and "cats".',
  passes: 1,
  countLosses: () =>
    createLossCounter(['attributes', 'carried', 'columns', 'fragments-joined', 'origins'], {
      carried: carriedOfOthers('spacy'),
      columns: (document) => countUnwritableColumns(document, spacyKeys),
      origins: originsOfOthers('spacy'),
    }),
  write: (documents) => writeLines('documents.spacy.jsonl', documents, toRecord),
};
