/** Collections, documents, sets, and how they come in. */
export interface DocumentsMessages {
  readonly title: string;
  readonly lead: string;
  readonly importDocuments: string;
  readonly collections: string;
  readonly noCollections: string;
  readonly noCollectionsHint: string;
  readonly name: string;
  readonly documentsColumn: string;
  readonly made: string;
  readonly remove: string;
  readonly removeCollection: (name: string) => string;
  readonly removeQuestion: (count: number) => string;
  readonly sets: string;
  readonly setsNote: string;
  readonly noSets: string;
  readonly noSetsHint: string;
  readonly version: string;
  readonly annotations: string;
  readonly frozen: string;
  readonly hash: string;
  readonly importInto: (name: string) => string;
  readonly stop: string;
  readonly open: string;
  readonly documents: (count: number) => string;
  readonly timeLeft: (name: string) => string;
  readonly stopped: string;
  readonly outcome: (counts: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
  }) => string;
  readonly changes: (counts: {
    readonly changedText: number;
    readonly changedFacts: number;
    readonly changedAnnotations: number;
  }) => string;
  readonly notInSource: (count: number) => string;
  readonly problems: string;
  readonly rule: string;
  readonly action: string;
  readonly count: string;
  readonly firstPlace: string;
  readonly actions: Readonly<Record<'repaired' | 'left-out' | 'kept', string>>;
  readonly place: (file: string, line: number) => string;
  readonly id: string;
  readonly patient: string;
  readonly date: string;
  readonly kind: string;
  readonly language: string;
  readonly words: string;
  readonly sentences: string;
  readonly filters: string;
  readonly search: string;
  readonly filterNames: Readonly<
    Record<'patient' | 'from' | 'to' | 'kind' | 'language' | 'class' | 'type' | 'problem', string>
  >;
  readonly all: string;
  readonly none: string;
  readonly valueWithCount: (value: string, count: string) => string;
  readonly collectionLead: string;
  readonly setName: string;
  readonly freeze: string;
  readonly frozenAs: (name: string, version: number) => string;
  readonly lockedAs: (name: string, version: number) => string;
  readonly freezeLead: string;
  readonly whichOfThem: string;
  readonly onlyBy: Readonly<Record<'all' | 'share' | 'patients' | 'documents', string>>;
  readonly sharePercent: string;
  readonly seed: string;
  readonly seedHint: string;
  readonly listOf: Readonly<Record<'patients' | 'documents', string>>;
  readonly lock: string;
  readonly lockHint: string;
  readonly locked: string;
  readonly wouldHold: (documents: number, patients: number) => string;
  readonly counting: string;
  readonly toSet: string;
  readonly asFrozen: (name: string, version: number) => string;
  readonly backToSet: string;
  readonly inCollection: (name: string) => string;
  readonly statistics: string;
  readonly totals: (
    counts: Readonly<Record<'documents' | 'patients', number>> &
      Readonly<Record<'sentences' | 'words', string>>,
  ) => string;
  readonly shortest: (length: string) => string;
  readonly longest: (length: string) => string;
  readonly lengths: (name: string) => string;
  readonly lengthAt: (share: string, words: string) => string;
  readonly byYear: string;
  readonly byLanguage: string;
  readonly byKind: string;
  readonly bySource: string;
  readonly classes: string;
  readonly types: string;
  readonly source: string;
  readonly recognised: (value: string, certainty: string) => string;
  readonly back: string;
  readonly versions: string;
  readonly versionNumber: (number: number) => string;
  readonly notCurrent: string;
  readonly facts: string;
  readonly importLead: string;
  readonly what: string;
  readonly paths: string;
  readonly pathsHint: (name: string) => string;
  readonly useMapping: string;
  readonly noMapping: string;
  readonly howRead: string;
  readonly choiceNames: Readonly<
    Record<'format' | 'encoding' | 'separator' | 'dateOrder' | 'unit' | 'offsetUnit', string>
  >;
  readonly choices: {
    readonly separator: Readonly<Record<',' | ';' | '\t', string>>;
    readonly dateOrder: Readonly<
      Record<'day-month-year' | 'month-day-year' | 'year-month-day', string>
    >;
    readonly unit: Readonly<Record<'file' | 'block' | 'line', string>>;
    readonly offsetUnit: Readonly<Record<'code-points' | 'utf-16' | 'bytes' | 'graphemes', string>>;
  };
  readonly recognisedByItself: string;
  readonly look: string;
  readonly looking: string;
  readonly columns: string;
  readonly columnsNote: string;
  readonly textColumns: string;
  readonly roles: Readonly<
    Record<'label' | 'id' | 'patient' | 'date' | 'language' | 'kind', string>
  >;
  readonly noColumn: string;
  readonly whereTo: string;
  readonly collection: string;
  readonly keepMapping: string;
  readonly optional: string;
  readonly dryRun: string;
  readonly start: string;
  readonly found: string;
  readonly allRead: string;
  readonly beginningRead: string;
  readonly noFormat: string;
  readonly filesOf: (format: string, count: number) => string;
  readonly foundFiles: (count: number, formats: string) => string;
  readonly foundDocuments: (count: number, patients: string) => string;
  readonly firstDocuments: string;
  readonly labels: string;
  readonly text: string;
  readonly mentions: (count: number) => string;
  readonly dropHint: string;
  readonly notDropped: Readonly<Record<'browser' | 'no-place', string>>;
  readonly chooseFiles: string;
  readonly chooseFolder: string;
}
