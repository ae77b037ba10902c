import type { ProblemList } from '../problem-list.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { createPartNames } from './part-names.ts';

/** What the expansion of an archive has at hand, shared with the archives in it. */
export interface Expansion {
  readonly limits: ReadLimits;
  /** Bytes that may still be expanded. */
  bytesLeft: number;
  /** Parts that may still be found. */
  partsLeft: number;
  /** Names that are in use: parts of the same name are told apart. */
  readonly names: ReturnType<typeof createPartNames>;
  readonly problems: ProblemList;
}
