import type { TextEncoding } from '#core/import/text-encoding.ts';

/** Which files a corpus consists of and how they are read; a plan's corpora are such sources. */
export interface CorpusSource {
  readonly format: 'text' | 'csv';
  /** Files, or folders whose files of the format are read. */
  readonly files: readonly string[];
  /** Of text: what is one document. */
  readonly unit: 'line' | 'paragraph' | 'file';
  /** Of a table: the column that holds the text. */
  readonly textColumn?: string | undefined;
  /** What cleaning makes a line of. */
  readonly lineUnit: 'line' | 'sentence';
  /** Recognised when left out. */
  readonly encoding?: TextEncoding | undefined;
}
