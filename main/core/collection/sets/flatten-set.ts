import type { ImportResult } from '#core/domain/import-report.ts';
import type { DatasetExamples, DatasetKind } from '#core/storage/datasets.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { ProblemTally, type ProblemSummary } from '../import-summary.ts';
import { flattenClasses, flattenLabelSets } from './flatten-classes.ts';
import { type FlattenOptions, flattenSpans, type SpannedDocument } from './flatten-spans.ts';
import { readSet } from './read-set.ts';

/** The examples of a frozen version, and what was lost on the way, by rule and class or type. */
export interface FlattenedSet<Kind extends DatasetKind> {
  readonly examples: DatasetExamples[Kind][];
  readonly problems: ProblemSummary;
}

const flatteners: {
  readonly [Kind in DatasetKind]: (
    document: SpannedDocument,
    options: FlattenOptions,
  ) => ImportResult<DatasetExamples[Kind]>;
} = {
  'labelled-notes': flattenClasses,
  'multi-label-notes': flattenLabelSets,
  'tagged-sentences': flattenSpans,
};

/** What training reads of a frozen version; the same each time. */
export function flattenSet<Kind extends DatasetKind>(
  workspace: Workspace,
  version: LabelledSetVersion,
  kind: Kind,
  options: FlattenOptions = {},
): FlattenedSet<Kind> {
  const tally = new ProblemTally();
  const examples: DatasetExamples[Kind][] = [];
  for (const document of readSet(workspace, version)) {
    const { items, problems } = flattenDocument(document, kind, options);
    tally.add(problems);
    for (const item of items) examples.push(item);
  }
  return { examples, problems: tally.summary() };
}

/** What training reads of one document. */
export function flattenDocument<Kind extends DatasetKind>(
  document: SpannedDocument,
  kind: Kind,
  options: FlattenOptions = {},
): ImportResult<DatasetExamples[Kind]> {
  return flatteners[kind](document, options);
}
