import { forkApart } from './fork-apart.ts';
import type {
  ApartCommand,
  ApartEnd,
  ApartProgress,
  ApartReport,
  StopWorking,
} from './predictor-protocol.ts';

/** A work in a process of its own, until it ends. */
export interface WorkApart {
  readonly stop: () => void;
  readonly ended: Promise<ApartEnd>;
}

/**
 * Does a work in a process of its own: the window answers meanwhile, and a crash of native code ends no
 * host. What was done is kept, so that a crash costs one part.
 */
export function workApart<Kind extends ApartCommand['kind']>(
  entry: string,
  command: Extract<ApartCommand, { readonly kind: Kind }>,
  onProgress: (progress: ApartProgress[Kind]) => void,
): WorkApart {
  const forked = forkApart<ApartCommand | StopWorking, ApartReport<ApartProgress[Kind]>, ApartEnd>({
    entry,
    flags: [],
    onReport: (report) => {
      if (report.kind === 'progress') {
        onProgress(report.progress);
        return null;
      }
      // Others tell nothing but that the process leaves.
      return report.kind === 'ended' ? { state: report.state, failure: report.failure } : null;
    },
    crashed: (found) => ({
      state: 'failed',
      failure: {
        code: 'predictor.crashed',
        expected: 'the process with the model to end',
        found,
        remedy:
          'Go on with it: what was done is kept. If it happens again, the machine may have too little memory for the model.',
        place: null,
      },
    }),
  });
  forked.send(command);
  return {
    ended: forked.ended,
    stop: () => {
      forked.send({ kind: 'stop' });
    },
  };
}
