import type {
  ExplainCommand,
  ExplainReport,
  PredictorAnswer,
  PredictorQuestion,
  StopExplaining,
} from '#hosts/composition/predictor-protocol.ts';
import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { createAnswerer } from './answer.ts';
import { explain } from './explain.ts';

/**
 * Entry of the process that predicts, and of the one that explains; it is asked over the channel to
 * its host, and ends with it.
 */
sealProcess();
const answer = createAnswerer();

let isStopped = false;
const tell = (told: PredictorAnswer | ExplainReport) => {
  if (process.connected) process.send?.(told, undefined, undefined, () => undefined);
};

process.on('message', (asked: PredictorQuestion | ExplainCommand | StopExplaining) => {
  if (!('kind' in asked)) {
    void answer(asked).then(tell);
  } else if (asked.kind === 'stop') {
    isStopped = true;
  } else {
    void explain(asked, { shouldStop: () => isStopped, report: tell }).then((end) => {
      tell({ kind: 'ended', ...end });
      void leaveProcess(0, null);
    });
  }
});
process.on('disconnect', () => {
  void leaveProcess(0, null);
});
