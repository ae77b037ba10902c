import { parentPort, workerData } from 'node:worker_threads';
import { serveReading } from '#core/collection/documents/read-apart.ts';
import type { ReadingRequest } from '#core/collection/documents/read-batches.ts';
import type { CuratorCommand, CuratorReport } from '#hosts/composition/curator-protocol.ts';
import { leaveProcess } from '#hosts/composition/leave-process.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { bringIn } from './bring-in.ts';

/**
 * Entry of the process that does one long work on collections, and ends; it is told what over the
 * channel to its host. The same file is the thread in which an import reads.
 */
const stop = new AbortController();

function send(report: CuratorReport): void {
  // A host that was killed a moment ago does not hear this; the disconnect tells that it is gone.
  if (process.connected) process.send?.(report, undefined, undefined, () => undefined);
}

function work(): void {
  sealProcess();
  process.on('message', (command: CuratorCommand) => {
    if (command.type === 'stop') {
      stop.abort();
      return;
    }
    const onProgress: Parameters<typeof bringIn>[1]['onProgress'] = (progress) => {
      send({ type: 'progress', progress });
    };
    void bringIn(command, { onProgress, signal: stop.signal }).then((end) => {
      send({ type: 'ended', end });
      return leaveProcess(0, null);
    });
  });
  // The host is gone: stop cleanly, as if it had asked for that.
  process.on('disconnect', () => {
    stop.abort();
  });
}

if (parentPort === null) work();
else {
  const readPdf = readPdfApart();
  await serveReading(parentPort, workerData as ReadingRequest, { readPdf });
}
