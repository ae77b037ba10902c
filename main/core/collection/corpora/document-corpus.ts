/** Which documents of a collection a corpus consists of, and what of them is left out. */
export interface DocumentCorpus {
  readonly collection: string;
  readonly where: Readonly<
    Partial<Record<'language' | 'kind' | 'from' | 'to', string | undefined>>
  >;
  /** What cleaning makes a line of. */
  readonly lineUnit: 'line' | 'sentence';
  readonly copiedForward: 'drop' | 'keep';
  readonly nearDuplicates: 'drop' | 'keep';
}

/** What was left out of the documents of a corpus before they were cleaned. */
export interface LeftOut {
  /** Paragraphs, or lines of them, that an earlier document of the patient has. */
  readonly copiedParagraphs: number;
  readonly copiedCharacters: number;
  /** Documents that are nearly the same as one that was kept. */
  readonly nearDuplicates: number;
}

/** The conditions that are given, as documents are asked for. */
export function givenConditions({ where }: Pick<DocumentCorpus, 'where'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(where).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
