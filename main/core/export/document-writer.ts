import type { SourceDocument } from '#core/domain/document.ts';

/** A file that a writer makes, in pieces; its name is relative to the folder that is written. */
export interface WrittenFile {
  readonly name: string;
  /** In order; an empty piece is a moment at which others may work. */
  pieces(): Iterable<Uint8Array>;
}

/** See `pieces`. */
export const noBytes = new Uint8Array(0);

/** Something that a format cannot hold, counted before anything is written. */
export interface ExportLoss {
  /** A closed list of what gets lost, for the message to a person. */
  readonly what: ExportLossKind;
  readonly count: number;
  /**
   * How many of them are of which type of mention or which class, the most frequent first; empty
   * where what is lost has none.
   */
  readonly types: readonly { readonly type: string; readonly count: number }[];
}

/** Counts what documents would lose, one document after another. */
export interface LossCounter {
  add(document: SourceDocument): void;
  total(): ExportLoss[];
}

/** Every way in which a format may lose what documents hold; the table says it to the user. */
export const exportLosses = {
  attributes: 'Attributes of spans are left out.',
  'bytes-of-text': 'Characters that the format cannot hold are replaced.',
  carried: 'What the document carries of the format it came from is left out.',
  classes: 'Classes of documents are left out.',
  columns: 'Further columns are left out.',
  'document-ids': 'Names of documents are left out.',
  'document-facts': 'Patient, date, language or kind are left out.',
  'fragments-joined': 'Mentions in several pieces become one, from the first to the last.',
  'names-changed': 'Names of documents, types or attributes are changed to what the format allows.',
  origins: 'Who or what made an annotation is left out.',
  'overlaps-flattened': 'Of overlapping mentions the longer is kept, then the earlier.',
  'spans-divided': 'Mentions that go on from one sentence into the next become several.',
  'spans-widened': 'Mentions that begin or end inside a word are widened to the word.',
  spans: 'Mentions are left out.',
  'white-space': 'White space becomes one blank between words, or the end of a sentence.',
  'text-cut': 'Text beyond what the format can hold is cut off.',
} as const;
export type ExportLossKind = keyof typeof exportLosses;

/** A format: what it loses and how it is written. One file each; `document-writers.ts` lists all. */
export interface DocumentWriter {
  /** One sentence for people. */
  readonly description: string;
  /** Counts what writing documents would lose: nothing where the format is lossless. */
  countLosses(): LossCounter;
  /** How often all documents are taken: twice for a table, whose header names the columns of all. */
  readonly passes: number;
  /** The files. Documents are taken one after another, so that memory does not grow with them. */
  write(documents: Iterable<SourceDocument>): Iterable<WrittenFile>;
}
