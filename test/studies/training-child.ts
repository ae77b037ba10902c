import { writeSync } from 'node:fs';
import { openWorkspace } from '#core/storage/workspace.ts';
import { describeMachine } from '#core/engines/machine.ts';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { runStudy } from '#core/study/execution/run-study.ts';
import { engineNames, openEngine } from '#hosts/composition/engines.ts';

/**
 * Trains a study as the trainer does, with a clock that goes on by a second whenever it is looked
 * at: the state of a training is kept every few steps instead of every few minutes. It ends at a step
 * of a run, or at a work before it: by itself, so that it is there however busy the machine is, but
 * as a kill ends it.
 */
const [folder, passphrase, studyId, signal, endKey, endStep] = process.argv.slice(2);
const workspace = openWorkspace(folder, { passphrase });
let seconds = 0;
const clock = { nowMs: () => 1000 * seconds++ };
const stop = new AbortController();
const tell = (event: StudyEvent) => {
  writeSync(1, `${JSON.stringify(event)}\n`);
  const isThere =
    (event.type === 'run-progress' &&
      event.key === endKey &&
      event.progress.step >= Number(endStep)) ||
    (event.type === 'preparation' && event.what === endKey);
  if (!isThere) return;
  if (signal === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  else stop.abort();
};

await runStudy(studyId, {
  workspace,
  clock,
  stop: stop.signal,
  emit: tell,
  engines: {
    names: engineNames,
    machine: describeMachine(),
    clock,
    commanded: 'onnx-cpu',
    commandedPrecision: null,
    open: openEngine,
    start: () => Promise.reject(new Error('the engine is named')),
  },
});
workspace.close();
