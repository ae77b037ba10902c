import type { LineageStep } from '#core/library/lineage.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { CardStep } from '#core/report/card/model-card.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** The line of a model with how much each of it has read, where the workspace still holds that. */
export function describeSteps(workspace: Workspace, lineage: readonly LineageStep[]): CardStep[] {
  return lineage.map(({ modelId, data, ...step }) => {
    const { origin } = readModelRecord(workspace.models.get(modelId));
    return {
      ...step,
      languages: origin.kind === 'checkpoint' ? (origin.languages ?? []) : [],
      data: Object.entries(data).map(([name, hash]) => ({
        name,
        hash,
        size: sizeOf(workspace, hash),
      })),
    };
  });
}

function sizeOf({ corpora, datasets }: Workspace, hash: string): CardStep['data'][number]['size'] {
  const dataset = datasets.findByHash(hash);
  if (dataset !== undefined) return { of: 'examples', count: dataset.exampleCount };
  const corpus = corpora.findByHash(hash);
  return corpus === undefined ? null : { of: 'lines', count: corpus.lineCount };
}
