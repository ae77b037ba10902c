import type { ModelRecord } from '#core/library/model-record.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** Notes that a model learned from; none where they were removed, or an early version trained it. */
export function* readTrainingTexts(
  { datasets }: Workspace,
  { origin }: ModelRecord,
): Generator<string> {
  const hash = origin.kind === 'fine-tuning' ? origin.datasetHash : undefined;
  const dataset = hash === undefined ? undefined : datasets.findByHash(hash);
  if (dataset?.kind !== 'labelled-notes') return;
  for (const { text } of datasets.examples(dataset.id, 'labelled-notes')) yield text;
}
