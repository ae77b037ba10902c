import type {
  ApartCommand,
  ApartEnd,
  ApartReport,
  PredictorAnswer,
  PredictorQuestion,
  StopWorking,
} from '#hosts/composition/predictor-protocol.ts';
import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { createAnswerer } from './answer.ts';
import { explain } from './explain.ts';
import { screen } from './screen.ts';
import type { WorkEffects } from './work-effects.ts';

/**
 * Entry of the process that predicts, and of those that explain or screen; it is asked over the
 * channel to its host, and ends with it.
 */
sealProcess();
const answer = createAnswerer();

const stop = new AbortController();
const tell = (told: PredictorAnswer | ApartReport<unknown>) => {
  if (process.connected) process.send?.(told, undefined, undefined, () => undefined);
};

/** Each does one work, and tells how far it is. */
const works: {
  readonly [Kind in ApartCommand['kind']]: (
    command: Extract<ApartCommand, { readonly kind: Kind }>,
    effects: WorkEffects,
  ) => Promise<ApartEnd>;
} = { explain, screen };

process.on('message', (asked: PredictorQuestion | ApartCommand | StopWorking) => {
  if (!('kind' in asked)) {
    void answer(asked).then(tell);
  } else if (asked.kind === 'stop') {
    stop.abort();
  } else {
    const report = (progress: unknown) => {
      tell({ kind: 'progress', progress });
    };
    // The map types guarantee that a command meets the work of its kind.
    const work = works[asked.kind] as (of: ApartCommand, to: WorkEffects) => Promise<ApartEnd>;
    void work(asked, { signal: stop.signal, report }).then((end) => {
      tell({ kind: 'ended', ...end });
      void leaveProcess(0, null);
    });
  }
});
process.on('disconnect', () => {
  void leaveProcess(0, null);
});
