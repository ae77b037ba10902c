import { explainFailure } from '#core/study/execution/explain-failure.ts';
import type { TrainerOutcome } from '#hosts/composition/trainer-protocol.ts';
import { workOnBundle } from '#hosts/composition/work-bundle.ts';

/** Does the work of a bundle and says how that ended; never rejects. */
export async function work(folder: string, stop: AbortSignal): Promise<TrainerOutcome> {
  try {
    const isDone = await workOnBundle(folder, {
      stop,
      say: () => undefined,
      onStep: () => undefined,
    });
    return { state: isDone ? 'finished' : 'stopped' };
  } catch (error) {
    const { code, told } = explainFailure(error);
    const { cause: _cause, ...details } = told;
    return { state: 'failed', code, details };
  }
}
