import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import type { Language } from '#core/wording/language.ts';
import type { Picture } from './picture.ts';

/**
 * A report as plain data, before it is HTML, PDF, DOCX or LaTeX: all that people read stands here in
 * its words, so that every writer says the same. Text is text; what escaping it needs, its writer knows.
 */
export interface ReportDocument {
  readonly language: Language;
  /** Of the file: study and kind of the report. */
  readonly title: string;
  /** What kind of a report it is. */
  readonly kind: string;
  /** The study, as people call it. */
  readonly heading: string;
  readonly description: string | null;
  /** When the study ended, or began where it has not: the date of every file, so that its bytes repeat. */
  readonly createdAtMs: number;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly sections: readonly ReportSection[];
  /** Which program wrote it. */
  readonly closing: string;
}

export interface ReportSection {
  /** Unique in the report, of letters, digits and hyphens: links lead to it. */
  readonly id: string;
  /** Null for what stands between sections. */
  readonly title: string | null;
  /** A notice is what readers must not overlook. */
  readonly tone: 'plain' | 'notice';
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Heading | ReportTable | ReportFigure | Terms | Details;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: Line;
  /** Notes and explanations, which stand back. */
  readonly isQuiet?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Line[];
}

/** Within a section. */
export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

/** Words and what they mean. */
export interface Terms {
  readonly kind: 'terms';
  readonly title: string;
  readonly items: readonly { readonly term: string; readonly meaning: string }[];
}

/** What only some readers want: folded in a page, whole on paper. */
export interface Details {
  readonly kind: 'details';
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  /** What is known of its numbers, so that they can be checked against those of others. */
  readonly holds?: 'means' | 'folds' | 'comparisons';
}

export interface Column {
  readonly title: string;
  /** Numbers are set to the right in digits of equal width. */
  readonly numeric?: boolean;
}

/** The first cell is the header of its row. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Links lead to it. */
  readonly id?: string;
  /** How many rows the first cell stands for: 1 unless given; 0 in a row that an earlier one covers. */
  readonly span?: number;
  /** Of a table of scores: its class does not occur in every fold, or not every fold has finished. */
  readonly isPartial?: boolean;
  /** Of a table of comparisons. */
  readonly compared?: Compared;
}

/** What a row of comparisons is about, where its cells say it in a sentence. */
export interface Compared {
  readonly task: string;
  readonly metric: MetricName;
  readonly modelA: string;
  readonly modelB: string;
  /** Of the exact signed-rank test whose p stands in the row; null where another test decides. */
  readonly pairCount: number | null;
}

export type Cell = Line | TwoLines;

/** With something smaller below. */
export interface TwoLines {
  readonly line: Line;
  readonly under: Line;
}

export interface ReportFigure {
  readonly kind: 'figure';
  /** Unique in the report. */
  readonly id: string;
  readonly title: string;
  /** All that the picture shows, for who does not see it. */
  readonly text: string;
  readonly caption: string;
  readonly picture: Picture;
}

/** Text, plain or in pieces. */
export type Line = string | readonly Piece[];

export type Piece = string | Link | Styled;

/** A number or name that leads to the row or section with that id: in the end, to its run. */
export interface Link {
  readonly kind: 'link';
  readonly text: string;
  readonly to: string;
}

/** `quiet` stands back, `english` is English in a report of any language. */
export interface Styled {
  readonly kind: 'quiet' | 'strong' | 'code' | 'english';
  readonly text: string;
}

export function quiet(text: string): Styled {
  return { kind: 'quiet', text };
}

export function code(text: string): Styled {
  return { kind: 'code', text };
}

export function linkTo(to: string, text: string): Link {
  return { kind: 'link', text, to };
}

export function note(line: Line): Paragraph {
  return { kind: 'paragraph', line, isQuiet: true };
}

export function paragraph(line: Line): Paragraph {
  return { kind: 'paragraph', line };
}

/** The pieces of a line, also of one that is plain text. */
export function piecesOf(line: Line): readonly Piece[] {
  return typeof line === 'string' ? [line] : line;
}

/** A line as plain text. */
export function textOf(line: Line): string {
  return piecesOf(line)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
}

/** A cell as its two lines; null where nothing stands below. */
export function linesOf(cell: Cell): { readonly line: Line; readonly under: Line | null } {
  return typeof cell === 'object' && 'under' in cell ? cell : { line: cell, under: null };
}
