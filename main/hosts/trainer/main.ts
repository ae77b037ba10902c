import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import type { TrainerCommand, TrainerReport } from '#hosts/composition/trainer-protocol.ts';
import { measureOneEngine } from './measure-one-engine.ts';
import { trainStudy } from './train-study.ts';

/**
 * Entry of the process that executes one study, or measures one engine, and ends. It is told what
 * to do over the channel to its host.
 */
const stop = new AbortController();
/** A study must be left in order; a measurement may end anywhere. */
let isMeasuring = false;

sealProcess();

function send(report: TrainerReport): void {
  // A host that was killed a moment ago does not hear this; the disconnect tells that it is gone.
  if (process.connected) process.send?.(report, undefined, undefined, () => undefined);
}

async function perform(command: Exclude<TrainerCommand, { type: 'stop' }>): Promise<TrainerReport> {
  if (command.type === 'measure') {
    isMeasuring = true;
    return { type: 'measured', outcome: await measureOneEngine(command) };
  }
  const emit: Parameters<typeof trainStudy>[1]['emit'] = (event) => {
    send({ type: 'event', event });
  };
  return { type: 'ended', outcome: await trainStudy(command, { emit, stop: stop.signal }) };
}

process.on('message', (command: TrainerCommand) => {
  if (command.type === 'stop') {
    stop.abort();
    return;
  }
  void perform(command).then((report) => {
    send(report);
    // Native threads of the engine may linger: the process would not end by itself.
    void leaveProcess(0, null);
  });
});

// The host is gone: stop cleanly, as if it had asked for that.
process.on('disconnect', () => {
  stop.abort();
  if (isMeasuring) process.exit(0);
});
