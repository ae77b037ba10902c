import { AnamnesisError } from '#core/base/error.ts';
import { foldKey } from '#core/domain/run-keys.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { say } from '#core/wording/say.ts';
import type { LibrarySources } from './model-library.ts';

/**
 * For how many epochs a final model learns where folds chose theirs: their median; of an even number
 * the mean of the two in the middle, rounded up. Null where folds chose none.
 * @throws record.missing where no fold has finished
 */
export function medianEpochs(
  { plan, workspace, runOf }: LibrarySources,
  { task, model }: { readonly task: string; readonly model: string },
): number | null {
  const { earlyStop, folds } = plan.tasks[task];
  if (earlyStop === undefined) return null;
  const chosen = Array.from({ length: folds }, (_, fold) => {
    const run = runOf(foldKey({ task, model, fold }));
    return readSummary(workspace, run, 'fine-tuning')?.chosenEpochs ?? null;
  }).flatMap((epochs) => epochs ?? []);
  if (chosen.length > 0) return medianOf(chosen);
  throw new AnamnesisError('record.missing', {
    expected: say('training', 'foldsFirst'),
    found: say('training', 'noFoldYet'),
    remedy: say('training', 'runFolds'),
    place: `tasks.${task}`,
  });
}

/** The median of whole numbers, rounded up. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : Math.ceil((sorted[middle - 1] + sorted[middle]) / 2);
}
