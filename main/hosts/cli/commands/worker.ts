import type { Command } from 'commander';
import { workOnBundle } from '#hosts/composition/work-bundle.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function addWorkerCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('worker')
    .description(
      'do the work of one run that a study put into a shared folder, without a workspace',
    )
    .argument('<bundle>', 'folder of the run; its key lies beside it')
    .action(async (folder: string) => {
      const output = outputOf(program);
      const say = (text: string) => {
        output.message(text);
      };
      const isDone = await stopOnSignals((stop) =>
        workOnBundle(folder, { stop, say, onStep: tellSteps(say) }),
      );
      if (isDone) output.result('done: its result lies in the bundle', { done: true });
      else {
        say('stopped; the same command goes on where it was');
        setExitCode(exitCodes.stopped.code);
      }
    });
}

/** Into the log of a job, where lines stay, once a minute is enough. */
const tellEveryMs = 60_000;

function tellSteps(say: (text: string) => void) {
  let toldAtMs = 0;
  return ({ step, stepCount }: { readonly step: number; readonly stepCount: number }) => {
    if (toldAtMs > 0 && performance.now() - toldAtMs < tellEveryMs) return;
    toldAtMs = performance.now();
    say(`update ${step} of ${stepCount}`);
  };
}
