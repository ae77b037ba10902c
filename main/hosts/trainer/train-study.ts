import { actAs } from '#core/storage/acting-person.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { describeMachine } from '#core/engines/machine.ts';
import { explainFailure } from '#core/study/execution/explain-failure.ts';
import { runStudy, type StudySurroundings } from '#core/study/execution/run-study.ts';
import { engineNames, openEngine } from '#hosts/composition/engines.ts';
import { launchWorker } from '#hosts/composition/launch-worker.ts';
import { measureApart } from '#hosts/composition/measure-apart.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import type { StartCommand, TrainerOutcome } from '#hosts/composition/trainer-protocol.ts';

/** Runs one study of a workspace and says how that ended; never rejects. */
export async function trainStudy(
  { workspaceFolder, rawKey, personId, studyId, engine, precision, workers }: StartCommand,
  { emit, stop }: Pick<StudySurroundings, 'emit' | 'stop'>,
): Promise<TrainerOutcome> {
  try {
    const workspace = openWorkspace(workspaceFolder, { rawKey });
    try {
      const surroundings: StudySurroundings = {
        workspace,
        engines: {
          names: engineNames,
          machine: describeMachine(),
          clock: systemClock,
          commanded: engine,
          commandedPrecision: precision,
          open: openEngine,
          // This file again, also where it is a bundle of another name.
          start: measureApart(process.argv[1]),
        },
        workers:
          workers === undefined
            ? null
            : { ...workers, work: (bundle, stop) => launchWorker(process.argv[1], bundle, stop) },
        clock: systemClock,
        emit,
        stop,
      };
      const completed = await actAs(personId, () => runStudy(studyId, surroundings));
      return { state: completed ? 'finished' : 'stopped' };
    } finally {
      workspace.close();
    }
  } catch (error) {
    const { code, told } = explainFailure(error);
    const { cause: _cause, ...details } = told;
    return { state: 'failed', code, details };
  }
}
