import { type MessagePort, Worker } from 'node:worker_threads';
import { assert } from '#core/base/assert.ts';
import type { Told } from '#core/base/phrase.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import { AnamnesisError, type ErrorDetails, isAnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { ReadEffects } from './import-choice.ts';
import { openSource } from './open-source.ts';
import { type ReadBatch, readBatches, type ReadingRequest } from './read-batches.ts';
import type { ReadPosition } from './read-groups.ts';
import { type Reading, type SourceSummary, summarise } from './reading.ts';
import { furtherRefused } from '../files/refuse-further.ts';

type Command =
  | { readonly type: 'read'; readonly from: ReadPosition | null }
  /** Wants another batch. */
  | { readonly type: 'next' };

type Report =
  | { readonly type: 'opened'; readonly source: SourceSummary }
  | { readonly type: 'batch'; readonly batch: ReadBatch }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

/**
 * Opens a source in a thread of its own, which reads the next batch while this one stores. The file is one that calls `serveReading`.
 * @throws collection.reader-crashed, collection.stopped, and what reading throws
 */
export async function openApart(
  threadFile: string,
  request: ReadingRequest,
  signal?: AbortSignal,
): Promise<Reading> {
  const thread = new Worker(threadFile, { workerData: request });
  const reports = reportsOf(thread, signal).getReader();
  const send = (command: Command) => {
    thread.postMessage(command);
  };
  const hear = async () => {
    const { value } = await reports.read();
    if (value === undefined) throw crashed('exit code unknown');
    if (value.type === 'failed') throw new AnamnesisError(value.code, value.details);
    return value;
  };
  const close = async () => {
    thread.removeAllListeners('message');
    await thread.terminate();
  };
  try {
    const opened = await hear();
    assert(opened.type === 'opened', 'a thread that reads opens its source first');
    return { source: opened.source, batches: (from) => readOn(from, send, hear), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* readOn(
  from: ReadPosition | null,
  send: (command: Command) => void,
  hear: () => Promise<Report>,
): AsyncGenerator<ReadBatch> {
  send({ type: 'read', from });
  for (;;) {
    send({ type: 'next' });
    const report = await hear();
    assert(report.type === 'batch', 'a thread that reads tells batches');
    yield report.batch;
    if (report.batch.isLast) return;
  }
}

/** What a thread tells; its end, and a stop that is asked for while it is waited for, are errors. */
function reportsOf(thread: Worker, signal: AbortSignal | undefined): ReadableStream<Report> {
  return new ReadableStream({
    start(controller) {
      thread.on('message', (report: Report) => {
        controller.enqueue(report);
      });
      thread.on('error', (error: Error & { code?: string }) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        controller.error(isMemory ? crashed(say('window', 'lackOfMemory')) : error);
      });
      thread.on('exit', (code) => {
        controller.error(crashed(`exit code ${code}`));
      });
      const stop = () => {
        thread.removeAllListeners('message');
        controller.error(furtherRefused());
      };
      signal?.addEventListener('abort', stop, { once: true });
    },
  });
}

/** Opens and reads for whoever started this thread, a batch for each that is wanted. */
export async function serveReading(
  port: MessagePort,
  request: ReadingRequest,
  effects: ReadEffects,
): Promise<void> {
  const commands = commandsTo(port);
  const tell = (report: Report, transferred: ArrayBuffer[] = []) => {
    port.postMessage(report, transferred);
  };
  try {
    const source = await openSource(request.paths, request.choice);
    tell({ type: 'opened', source: summarise(source) });
    const begun = await commands();
    assert(begun.type === 'read', 'a source is read once it was opened');
    for await (const batch of readBatches(source, request, begun.from, effects)) {
      await commands();
      tell({ type: 'batch', batch }, [batch.hashes.buffer]);
    }
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    const { cause: _cause, ...details } = error.told;
    tell({ type: 'failed', code: error.code, details });
  }
}

/** The commands that come, one after the other. */
function commandsTo(port: MessagePort): () => Promise<Command> {
  const stream = new ReadableStream<Command>({
    start(controller) {
      port.on('message', (command: Command) => {
        controller.enqueue(command);
      });
    },
  });
  const reader = stream.getReader();
  return async () => {
    const { value } = await reader.read();
    assert(value !== undefined, 'commands have no end');
    return value;
  };
}

function crashed(found: Told): AnamnesisError {
  return new AnamnesisError('collection.reader-crashed', {
    expected: say('window', 'readerToEnd'),
    found,
    remedy: say('window', 'importAgain'),
  });
}
