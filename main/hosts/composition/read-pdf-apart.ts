import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { PdfEnd, PdfPage, PdfText, ReadPdf } from '#core/import/documents/pdf/pdf-text.ts';
import type { PdfCommand, PdfReport } from './pdf-reader-protocol.ts';
import { program } from './program-location.ts';

/** What the process that reads PDF may take. */
export interface PdfBounds {
  /** Without a page. */
  readonly silenceMs: number;
  readonly memoryBytes: number;
  /** For which it is kept without a file to read. */
  readonly idleMs: number;
}

const usualBounds: PdfBounds = { silenceMs: 60_000, memoryBytes: 2 ** 31, idleMs: 30_000 };
/** Of its memory; a look costs some microseconds. */
const lookEveryMs = 200;

/**
 * Reads PDF in a process of its own: the first file starts it, and it is kept for the next ones.
 * Where it hangs, grows or crashes, it is ended, what it had read by then is the text, and the next
 * file has another. It keeps no host from ending, and ends with it.
 */
export function readPdfApart(
  entry: string = program.entries['pdf-reader'],
  bounds: PdfBounds = usualBounds,
): ReadPdf {
  let kept: ChildProcess | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let leave: NodeJS.Timeout | undefined;

  function begin(): ChildProcess {
    const child = start(entry, bounds);
    child.once('exit', () => {
      if (kept === child) kept = null;
    });
    return child;
  }

  async function read(command: PdfCommand, signal: AbortSignal | undefined): Promise<PdfText> {
    signal?.throwIfAborted();
    clearTimeout(leave);
    const child = kept ?? begin();
    kept = null;
    hold(child);
    const { text, isSound } = await ask(child, command, bounds, signal);
    if (!isSound) child.kill('SIGKILL');
    else {
      release(child);
      kept = child;
      leave = setTimeout(() => {
        kept = null;
        child.disconnect();
      }, bounds.idleMs).unref();
    }
    signal?.throwIfAborted();
    return text;
  }
  return (bytes, { documentLength }, signal) => {
    const work = turn.then(() => read({ bytes, documentLength }, signal));
    turn = work.catch(() => undefined);
    return work;
  };
}

function start(entry: string, { memoryBytes }: PdfBounds): ChildProcess {
  return fork(entry, [], {
    serialization: 'advanced',
    // Signals of the terminal go to the host alone.
    detached: true,
    execArgv: [
      `--max-old-space-size=${Math.floor(memoryBytes / 2 ** 21)}`,
      '--disallow-code-generation-from-strings',
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

/** What came of one file, and whether the process may read another. */
function ask(
  child: ChildProcess,
  command: PdfCommand,
  { silenceMs, memoryBytes }: PdfBounds,
  signal: AbortSignal | undefined,
): Promise<{ readonly text: PdfText; readonly isSound: boolean }> {
  return new Promise((resolve) => {
    const pages: PdfPage[] = [];
    let facts: Omit<PdfText, 'pages' | 'end'> = {
      pageCount: null,
      title: null,
      attachmentCount: 0,
    };
    let silence: NodeJS.Timeout | undefined;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        finish('too-slow', false);
      }, silenceMs);
    };
    const look = setInterval(() => {
      if (residentBytes(child.pid) > memoryBytes) finish('too-much-memory', false);
    }, lookEveryMs);
    const onMessage = (report: PdfReport) => {
      listen();
      if (report.kind === 'page') pages.push(report.page);
      else if (report.kind === 'begun') facts = report;
      else finish(report.end, true);
    };
    const onEnd = (_code?: unknown, endedBy?: unknown) => {
      // V8 ends its process so where its heap is full.
      finish(endedBy === 'SIGABRT' ? 'too-much-memory' : 'crashed', false);
    };
    const onStop = () => {
      finish('crashed', false);
    };
    function finish(end: PdfEnd, isSound: boolean): void {
      clearTimeout(silence);
      clearInterval(look);
      child.off('message', onMessage).off('close', onEnd).off('error', onEnd);
      signal?.removeEventListener('abort', onStop);
      const { pageCount, title, attachmentCount } = facts;
      resolve({ text: { pages, pageCount, title, attachmentCount, end }, isSound });
    }
    // Not "exit", after which the channel may still hold pages.
    child.on('message', onMessage).on('close', onEnd).on('error', onEnd);
    signal?.addEventListener('abort', onStop);
    listen();
    child.send(command, () => undefined);
  });
}

/** The memory that a process holds, where the system tells it in a file (Linux); else 0. */
function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kibibytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
