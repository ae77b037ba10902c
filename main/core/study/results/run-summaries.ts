import type { Run, RunKind } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { CorpusCuts } from '../report/study-results.ts';
import type { FineTuningOutcome } from '../runs/fine-tune.ts';
import type { PretrainingOutcome } from '../runs/pretrain.ts';

/** What each kind of run leaves beside its metrics. */
export interface RunSummaries {
  readonly vocabulary: {
    /** Of a trained vocabulary; an extended one lies with its model. */
    readonly tokenizerBlobId: string | null;
    readonly vocabularySize: number;
    /** Tokens that were added to an existing vocabulary; left out where one was trained. */
    readonly addedCount?: number;
    /** How it cuts the corpora of the plan; left out by the first versions. */
    readonly cuts?: readonly CorpusCuts[];
  };
  readonly pretraining: Omit<PretrainingOutcome, 'model'> & {
    readonly parameterCount: number;
    /** Hash of each corpus by its name in the plan. */
    readonly corpusHashes: Readonly<Record<string, string>>;
  };
  readonly 'fine-tuning': Omit<FineTuningOutcome, 'metrics' | 'repeatedCount'> & {
    /** Left out by the first versions. */
    readonly repeatedCount?: number;
    readonly datasetHash: string;
    /** The entry of the workspace whose weights it began with; left out by the first versions. */
    readonly startModelId?: string | null;
  };
}

/** The summary of a finished run; null before. */
export function readSummary<Kind extends RunKind>(
  workspace: Workspace,
  run: Run,
  kind: Kind,
): RunSummaries[Kind] | null {
  if (run.kind !== kind || run.state !== 'finished') return null;
  return workspace.runs.summaryOf(run.id) as RunSummaries[Kind];
}
