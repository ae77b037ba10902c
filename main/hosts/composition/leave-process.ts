import type { Writable } from 'node:stream';
import type { TrainerReport } from './trainer-protocol.ts';

/** Enough for any reader that reads; whoever does not by then loses what is left. */
const usualPatienceMs = 5_000;

/**
 * Ends this process once all that it has said is out of it. `process.exit` alone would drop what
 * the channel to its host and both standard streams still hold, since a slow reader makes them wait.
 * With a patience of null a host is waited for until it has read, or is gone.
 */
export async function leaveProcess(
  exitCode: number,
  patienceMs: number | null = usualPatienceMs,
): Promise<never> {
  const said = Promise.all([channelIsRead(), isWritten(process.stdout), isWritten(process.stderr)]);
  await (patienceMs === null ? said : Promise.race([said, delay(patienceMs)]));
  process.exit(exitCode);
}

/** Messages go out in order: once this last one is out, all are. */
function channelIsRead(): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) {
      resolve();
      return;
    }
    process.once('disconnect', resolve);
    const last: TrainerReport = { type: 'leaving' };
    process.send(last, undefined, undefined, () => {
      resolve();
    });
  });
}

function isWritten(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) {
      resolve();
      return;
    }
    // Also called when the reader is gone.
    stream.write('', () => {
      resolve();
    });
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
