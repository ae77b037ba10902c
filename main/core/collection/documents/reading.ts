import type { OpenedSource, SourceIdentity } from './open-source.ts';
import type { ReadBatch } from './read-batches.ts';
import type { ReadPosition } from './read-groups.ts';

/** What an import must know of its source before it begins. */
export interface SourceSummary {
  readonly identity: SourceIdentity;
  /** Of the files that are read. */
  readonly bytesTotal: number;
  readonly fileCount: number;
  /** Whether none of the files is read. */
  readonly isEmpty: boolean;
}

/** A source that is opened to be read, once. */
export interface Reading {
  readonly source: SourceSummary;
  /** From where an earlier reading was, or from the start. */
  batches(from: ReadPosition | null): AsyncGenerator<ReadBatch>;
  close(): Promise<void>;
}

export function summarise(source: OpenedSource): SourceSummary {
  const { identity, bytesTotal, recognised, groups } = source;
  return {
    identity,
    bytesTotal,
    fileCount: recognised.length,
    isEmpty: groups.length === 0,
  };
}
