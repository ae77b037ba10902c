import { constants } from 'node:os';
import { leaveProcess } from '#hosts/composition/leave-process.ts';

/** Who interrupts wants an end soon, also where nobody reads. */
const signalPatienceMs = 500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * While `work` goes on, a signal ends the process in a way that lets it clean up: "exit" is heard,
 * which a signal itself would not let happen. The exit code is the one that shells know for the
 * signal. Only for works that wait often: one that computes at a stretch would not hear it.
 */
export async function endOnSignals<Result>(work: () => Promise<Result>): Promise<Result> {
  const listeners = signals.map((signal) => {
    const end = () => {
      void leaveProcess(128 + constants.signals[signal], signalPatienceMs);
    };
    process.on(signal, end);
    return { signal, end };
  });
  try {
    return await work();
  } finally {
    for (const { signal, end } of listeners) process.off(signal, end);
  }
}
