import type { DocumentFilter } from './document-queries.ts';

/** What a filter asks of the row of a document, in SQL that takes the values of the filter by name. */
export function factConditions(filter: Omit<DocumentFilter, 'collectionId'>): readonly string[] {
  return [
    ...(filter.patient === undefined ? [] : ['documents.patient = @patient']),
    ...(filter.from === undefined ? [] : ['documents.date >= @from']),
    ...(filter.to === undefined ? [] : [`documents.date <> '' AND documents.date < @to || '~'`]),
    ...(filter.kind === undefined ? [] : ['documents.kind = @kind']),
    ...(filter.language === undefined ? [] : ['documents.language = @language']),
    ...(filter.file === undefined
      ? []
      : [
          `source_id = (SELECT id FROM document_sources
             WHERE collection_id = @collectionId AND file = @file)`,
        ]),
  ];
}
