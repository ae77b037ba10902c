import type { ReadOptions, SourceInput } from '../document-format.ts';

/** A row of a table as its file has it. */
export interface TableRow {
  /** 1-based line of a text, or row of a sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a table is. */
export interface TableSource extends Pick<SourceInput, 'name' | 'part'> {
  /** Whether rows may be narrower than the header because empty cells at their end are not kept. */
  readonly isRagged: boolean;
  readonly options: Omit<ReadOptions, 'encoding' | 'separator'>;
}
