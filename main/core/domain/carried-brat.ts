/**
 * A line of an .ann file: one that stands for a span of the document or for one of its attributes,
 * whose present state is written, or one that is written as it came.
 */
export type BratLine =
  | string
  | { readonly span: string }
  | {
      readonly attribute: string;
      /** Id of the span. */
      readonly of: string;
      readonly name: string;
      /** Without a value, which means "true". */
      readonly isFlag: boolean;
    };

/** What a document of brat carries. */
export interface BratCarried {
  readonly lines: readonly BratLine[];
  readonly lineBreak: '\n' | '\r\n';
  readonly endsInBreak: boolean;
}
