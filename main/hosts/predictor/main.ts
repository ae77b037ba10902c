import type { PredictorAnswer, PredictorQuestion } from '#hosts/composition/predictor-protocol.ts';
import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { createAnswerer } from './answer.ts';

/** Entry of the process that predicts; it is asked over the channel to its host, and ends with it. */
sealProcess();
const answer = createAnswerer();

process.on('message', (question: PredictorQuestion) => {
  void answer(question).then((given: PredictorAnswer) => {
    if (process.connected) process.send?.(given, undefined, undefined, () => undefined);
  });
});
process.on('disconnect', () => {
  void leaveProcess(0, null);
});
