import type { Run } from '#core/domain/run.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What the models of a study make of the held-out text of its corpora, as far as it was measured. */
export function describePerplexities(
  workspace: Workspace,
  runs: readonly Run[],
): StudyResults['perplexities'] {
  return runs.flatMap((run) => {
    const rows = readSummary(workspace, run, 'perplexity')?.rows ?? [];
    return rows.map(({ stage, corpus, lossSum, tokenCount, wordCount, unknownCount }) => ({
      model: run.model ?? '',
      stage,
      corpus,
      ofToken: Math.exp(lossSum / tokenCount),
      ofWord: Math.exp(lossSum / wordCount),
      wordCount,
      unknownCount,
      runId: run.id,
    }));
  });
}
