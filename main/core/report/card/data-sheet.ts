/** All that the data sheet of a frozen set is written from: names, counts and hashes, never text of a note. */
export interface DataSheet {
  readonly name: string;
  readonly version: number;
  readonly isLocked: boolean;
  /** Of its documents, their texts and annotations. */
  readonly hash: string;
  readonly frozenAtMs: number;
  readonly documents: number;
  /** Null where no document names one. */
  readonly patients: number | null;
  /** ISO days of the first and the last note; null where none has a date. */
  readonly dates: readonly [first: string, last: string] | null;
  readonly languages: readonly SheetCount[];
  readonly sources: readonly SheetCount[];
  /** Annotations by class or type. */
  readonly labels: readonly SheetCount[];
  /** By rule, of the imports that its documents came with: of all that these read, also for other sets. */
  readonly leftOut: readonly SheetCount[];
  readonly programVersion: string;
}

export interface SheetCount {
  /** Null where it was not recorded. */
  readonly name: string | null;
  readonly count: number;
}
