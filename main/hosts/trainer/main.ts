import { openWorkspace } from '#core/storage/workspace.ts';
import { explainFailure } from '#core/study/explain-failure.ts';
import { runStudy } from '#core/study/run-study.ts';
import { createRuntime } from '#hosts/composition/create-runtime.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import type {
  TrainerCommand,
  TrainerOutcome,
  TrainerReport,
} from '#hosts/composition/trainer-protocol.ts';

/**
 * Entry of the process that executes one study and ends. It is told what to do over the channel to
 * its host; when the host is gone it stops cleanly, as if it had been asked to.
 */
let stopRequested = false;

function send(report: TrainerReport): void {
  if (process.connected) process.send?.(report);
}

async function start(command: Extract<TrainerCommand, { type: 'start' }>): Promise<TrainerOutcome> {
  try {
    const workspace = openWorkspace(command.workspaceFolder, { rawKey: command.rawKey });
    try {
      const completed = await runStudy(command.studyId, {
        workspace,
        runtime: await createRuntime(),
        clock: systemClock,
        emit: (event) => {
          send({ type: 'event', event });
        },
        shouldStop: () => stopRequested,
      });
      return { state: completed ? 'finished' : 'stopped' };
    } finally {
      workspace.close();
    }
  } catch (error) {
    return describeFailure(error);
  }
}

function describeFailure(error: unknown): TrainerOutcome {
  const { code, details } = explainFailure(error);
  const { cause: _cause, ...told } = details;
  return { state: 'failed', code, details: told };
}

process.on('message', (command: TrainerCommand) => {
  if (command.type === 'stop') {
    stopRequested = true;
    return;
  }
  void start(command).then((outcome) => {
    send({ type: 'ended', outcome });
    if (process.connected) process.disconnect();
    // Native threads of the engine may linger; all that must last is on the disk by now.
    process.exit(0);
  });
});

process.on('disconnect', () => {
  stopRequested = true;
});
