import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import type {
  StartCommand,
  TrainerCommand,
  TrainerReport,
} from '#hosts/composition/trainer-protocol.ts';
import { EngineMeasurement } from './engine-measurement.ts';
import { trainStudy } from './train-study.ts';
import { work } from './work.ts';

/**
 * Entry of the process that executes one study, or measures one engine, and ends. It is told what
 * to do over the channel to its host.
 */
const stop = new AbortController();
/** A study must be left in order; a measurement may end anywhere. */
let measurement: EngineMeasurement | null = null;

sealProcess();

function send(report: TrainerReport): void {
  // A host that was killed a moment ago does not hear this; the disconnect tells that it is gone.
  if (process.connected) process.send?.(report, undefined, undefined, () => undefined);
}

async function perform(command: StartCommand): Promise<void> {
  const emit: Parameters<typeof trainStudy>[1]['emit'] = (event) => {
    send({ type: 'event', event });
  };
  const outcome = await trainStudy(command, { emit, stop: stop.signal });
  send({ type: 'ended', outcome });
  // Native threads of the engine may linger: the process would not end by itself.
  void leaveProcess(0, null);
}

process.on('message', (command: TrainerCommand) => {
  switch (command.type) {
    case 'stop':
      stop.abort();
      return;
    case 'start':
      void perform(command);
      return;
    case 'work':
      void work(command.bundleFolder, stop.signal).then((outcome) => {
        send({ type: 'ended', outcome });
        void leaveProcess(0, null);
      });
      return;
    case 'measure':
      measurement = new EngineMeasurement();
      void measurement.start(command).then(send);
      return;
    case 'measure-round':
      void measurement?.measureRound().then(send);
  }
});

// The host is gone: stop cleanly, as if it had asked for that.
process.on('disconnect', () => {
  stop.abort();
  if (measurement !== null) process.exit(0);
});
