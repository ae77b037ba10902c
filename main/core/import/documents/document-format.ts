import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import type { OffsetUnit } from '#core/domain/offset-units.ts';
import type { CsvSeparator } from '../detect-separator.ts';
import type { TextEncoding } from '../text-encoding.ts';
import type { ReadPdf } from './pdf/pdf-text.ts';
import type { ReadLimits } from './read-limits.ts';

/** A file or a part of an archive, as the caller passes it in: readers touch no file themselves. */
export interface SourceInput {
  /** As reports show it, with folders where they tell files apart. */
  readonly name: string;
  /** Inside of an archive; null for the file itself. */
  readonly part: string | null;
  readonly byteCount: number;
  /** Its bytes in order, from the start at each call; a piece may be overwritten by the next. */
  pieces(): Iterable<Uint8Array>;
  /** Its bytes from `start` to before `end`, where that is possible without those before. */
  range?(start: number, end: number): Iterable<Uint8Array>;
}

/** The start of an input, to recognise what it is. */
export interface InputHead {
  /** In lower case, with the dot; empty without one. */
  readonly extension: string;
  /** The first bytes, at most 64 KiB. */
  readonly bytes: Uint8Array;
  /** The same as text; empty where the bytes are none. */
  readonly text: string;
  /** Names of the inputs beside it, such as the .ann of a .txt. */
  readonly besides: readonly string[];
}

/** Which columns of a table are what; names as in its header. */
export interface ColumnMapping {
  /** Joined by blank lines in this order, each after its heading where it has one. */
  readonly text: readonly { readonly column: string; readonly heading: string | null }[];
  readonly label: string | null;
  readonly id: string | null;
  readonly patient: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly kind: string | null;
}

/** What a person chose or a recogniser found; what is left out, a reader finds out itself. */
export interface ReadOptions {
  readonly encoding?: TextEncoding;
  readonly separator?: CsvSeparator;
  readonly offsetUnit?: OffsetUnit;
  readonly mapping?: ColumnMapping;
  /** How days, months and years stand in dates that could be read two ways. */
  readonly dateOrder?: 'day-month-year' | 'month-day-year' | 'year-month-day';
  /** Of a source with several: the languages to read, BCP 47. */
  readonly languages?: readonly string[];
  /** What is one document of a plain text. */
  readonly unit?: 'file' | 'block' | 'line';
  /** Of dumps of a wiki: articles of these titles, beside those of `categories`; all without both. */
  readonly titles?: readonly string[];
  /** Of dumps of a wiki: articles that name one of these categories. */
  readonly categories?: readonly string[];
  readonly limits: ReadLimits;
  /** How the text of a PDF is come by, in another process; PDF is told and left out without. */
  readonly readPdf?: ReadPdf;
}

/** A format: how it is recognised and read. One file each; `document-formats.ts` lists all. */
export interface DocumentFormat {
  /** One sentence for people. */
  readonly description: string;
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** How well the head fits, from 0 (it is something else) to 1 (it can be nothing else). */
  recognise(head: InputHead): number;
  /**
   * Names of inputs that are read together, such as a .txt with its .ann; each name once. Left out
   * where every input stands for itself.
   */
  group?(names: readonly string[]): readonly (readonly string[])[];
  /**
   * The documents of one group of inputs, some at a time, with what was wrong. Never throws on any
   * bytes: bad input is a problem with its place, and good input beside it is not lost.
   */
  read(
    inputs: readonly SourceInput[],
    options: ReadOptions,
  ): AsyncGenerator<ImportResult<SourceDocument>>;
}
