import { AnamnesisError } from '#core/base/error.ts';
import { recordCrash } from '#core/study/execution/record-crash.ts';
import type { Precision } from '#core/training/precision.ts';
import { launchTrainer } from '#hosts/composition/launch-trainer.ts';
import type { StartCommand } from '#hosts/composition/trainer-protocol.ts';
import type { Output } from './output.ts';
import type { OpenedWorkspace } from './workspace-options.ts';

/**
 * Runs a study in the trainer process and shows its progress. The first interrupt asks for a clean
 * end, the second ends the process at once; both leave a study that the same command goes on with.
 * Returns false when it was stopped. @throws what the trainer reports
 */
export async function runInTrainer(
  { workspace, rawKey, person }: OpenedWorkspace,
  studyId: string,
  {
    output,
    engine,
    precision,
    workers,
  }: {
    readonly output: Output;
    readonly engine: string | null;
    readonly precision: Precision | null;
    readonly workers?: StartCommand['workers'];
  },
): Promise<boolean> {
  const { id: personId } = person;
  const chosen = { engine, precision, workers };
  const start = { workspaceFolder: workspace.folder, rawKey, personId, studyId, ...chosen };
  let hasFailed = false;
  const trainer = launchTrainer(start, (event) => {
    if (event.type === 'study-state') hasFailed = event.state === 'failed';
    // What a study says after it failed is its error, which ends this command and is told then.
    if (!hasFailed || event.type !== 'message') output.event(event);
  });
  let interrupts = 0;
  const interrupt = () => {
    interrupts++;
    if (interrupts === 1) {
      output.message('stopping after this step; interrupt again to end at once');
      trainer.stop();
    } else {
      trainer.kill();
    }
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const outcome = await trainer.ended;
    if (outcome.state === 'failed') {
      if (interrupts > 1) return false;
      const error = new AnamnesisError(outcome.code, outcome.details);
      if (error.code === 'trainer.crashed') recordCrash(workspace, studyId, error);
      throw error;
    }
    return outcome.state === 'finished';
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
