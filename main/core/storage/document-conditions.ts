/** What the row of a document must say; what is left out does not narrow. */
export interface FactFilter {
  readonly patient?: string;
  /** ISO 8601, as exact as wanted; documents without a date are in no range. */
  readonly from?: string;
  /** The whole of it included: 2026 ends with its last day. */
  readonly to?: string;
  /** '' for documents without one. */
  readonly kind?: string;
  /** '' for documents without one. */
  readonly language?: string;
  readonly file?: string;
}

/** What a filter asks of the row of a document, in SQL that takes the values of the filter by name. */
export function factConditions(filter: FactFilter): readonly string[] {
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
