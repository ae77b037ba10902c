import type { LockedCounts } from '../locked-texts.ts';
import type { CorpusDocuments } from '#core/storage/corpus-documents.ts';
import type { Told } from '#core/base/phrase.ts';

/** A cleaned corpus in the workspace. */
export interface PreparedCorpus {
  readonly name: string;
  /** In the workspace. */
  readonly id: string;
  readonly hash: string;
  readonly lineCount: number;
  readonly characterCount: number;
  /** What stands for something taken out of a note, such as <PATIENT>. */
  readonly placeholderCount: number;
  /** What locked test sets kept out of it; null without one. */
  readonly locked: LockedCounts | null;
  readonly warnings: readonly Told[];
  lines(): Iterable<string>;
  /** Where its documents end; null where nobody has asked for it since an earlier version stored it. */
  documents(): CorpusDocuments | null;
}
