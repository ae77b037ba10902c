import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { Report } from '#core/import/collect-reading.ts';
import type { LabelChooser } from './choose-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';

/** Where the examples of a task come from: files, or a frozen set of the workspace. */
export interface TaskSource {
  /** How remarks on all of it name it. */
  readonly label: string;
  readNotes(chooser: LabelChooser, report: Report): Iterable<LabelledNote>;
  readLabelSets(chooser: LabelChooser, report: Report): Iterable<MultiLabelNote>;
  readSentences(chooser: LabelChooser, report: Report): Iterable<TaggedSentence>;
  /** What is kept with the examples of where they come from, once they were read. */
  facts(lostFileCount: number): SourceFacts;
}

export interface SourceFacts extends Pick<DatasetRecord, 'joined' | 'locked'> {
  readonly kept: { readonly file: number } | { readonly document: number };
}
