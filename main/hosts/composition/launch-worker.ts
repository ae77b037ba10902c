import { AnamnesisError } from '#core/base/error.ts';
import { crashed, trainerFlags } from './launch-trainer.ts';
import { forkApart } from './fork-apart.ts';
import type { TrainerCommand, TrainerOutcome, TrainerReport } from './trainer-protocol.ts';

/**
 * Lets a process of its own do the work of a bundle, by the file of the trainer; it stops where the
 * host is gone. @throws bundle.*, trainer.crashed, and what the training throws
 */
export async function launchWorker(
  entry: string,
  bundleFolder: string,
  stop: AbortSignal,
): Promise<void> {
  const { send, ended } = forkApart<TrainerCommand, TrainerReport, TrainerOutcome>({
    entry,
    flags: trainerFlags,
    onReport: (report) => (report.type === 'ended' ? report.outcome : null),
    crashed,
  });
  send({ type: 'work', bundleFolder });
  const onStop = () => {
    send({ type: 'stop' });
  };
  stop.addEventListener('abort', onStop);
  try {
    const outcome = await ended;
    if (outcome.state === 'failed') throw new AnamnesisError(outcome.code, outcome.details);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}
