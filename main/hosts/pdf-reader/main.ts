import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { readPdf } from '#core/import/documents/pdf/read-pdf.ts';
import type { PdfCommand, PdfReport } from '#hosts/composition/pdf-reader-protocol.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';

/** How soon after its host is gone a process that hangs is ended. */
const lookEveryMs = 1000;

/** Done when the host has taken it, so that pages do not pile up here. */
function send(report: PdfReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else
      process.send(report, undefined, undefined, () => {
        resolve();
      });
  });
}

async function answer({ bytes, documentLength }: PdfCommand): Promise<void> {
  // The library refuses Node's own kind of bytes.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const events = readPdf(plain, { documentLength });
  for (;;) {
    const next = await events.next();
    if (next.done === true) {
      await send({ kind: 'end', end: next.value });
      return;
    }
    await send(next.value);
  }
}

/**
 * Entry of the process that reads PDF, one after another, and knows nothing but their bytes: no
 * workspace, no key. It may hang or crash over any of them; its host ends it then and starts another.
 */
function work(): void {
  sealProcess();
  // The library leaves rejections about damaged bytes that no catch sees. What they are about is
  // told by what it gives, or gives not.
  process.on('unhandledRejection', () => undefined);
  process.on('message', (command: PdfCommand) => {
    // Its host tells a process that ended from one that hangs.
    answer(command).catch(() => process.exit(1));
  });
  process.on('disconnect', () => process.exit(0));
  new Worker(new URL(import.meta.url), { workerData: process.ppid }).unref();
}

/** The same file as a thread: where the process hangs when its host goes, it would hang for ever. */
function watch(host: number): void {
  setInterval(() => {
    if (process.ppid !== host) process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
}

if (isMainThread) work();
else watch(workerData as number);
