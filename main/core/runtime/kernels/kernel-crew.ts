import { Worker } from 'node:worker_threads';
import type { SharedMemory } from './shared-memory.ts';

/** A call of the kernel that any thread may make. */
export interface CrewPart {
  /** Which of the crew's memories it works in. */
  readonly memory: number;
  /** The kernel's first arguments, the same in every run. */
  readonly place: readonly number[];
  /** Which of the settings of a run are its further arguments. */
  readonly setting: number;
}

export interface CrewWork {
  readonly module: WebAssembly.Module;
  /** The functions of which each run calls one. */
  readonly exportNames: readonly string[];
  readonly memories: readonly SharedMemory[];
  /** Each as many arguments as the others. */
  readonly parts: readonly CrewPart[];
  readonly settingCount: number;
  /** Arguments in each setting. */
  readonly settingSize: number;
}

/** What all threads see: numbers of parts are tickets, counted on from run to run. */
interface Board {
  /**
   * The next ticket; the first that is not to be taken; the first of this run; parts done in it;
   * the function that it calls.
   */
  readonly control: Int32Array<SharedArrayBuffer>;
  readonly parts: Float64Array<SharedArrayBuffer>;
  readonly partSize: number;
  readonly settings: Float64Array<SharedArrayBuffer>;
  readonly settingSize: number;
  /** What the call of each part gave. */
  readonly results: Float64Array<SharedArrayBuffer>;
}

type Kernel = (...values: number[]) => number | undefined;

function shareNumbers(count: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
}

/**
 * Takes parts until none is left. A ticket is taken only below the end, which is raised after all
 * that belongs to a run is written: a thread that comes late finds nothing, or the next run whole.
 * Sent to other threads as text, so it knows nothing of this file.
 */
function takeParts(board: Board, kernels: readonly (readonly Kernel[])[]): void {
  const { control, parts, partSize, settings, settingSize, results } = board;
  for (;;) {
    const ticket = Atomics.load(control, 0);
    // Differences stay right when the counters overflow.
    if (((Atomics.load(control, 1) - ticket) | 0) <= 0) return;
    if (Atomics.compareExchange(control, 0, ticket, (ticket + 1) | 0) !== ticket) continue;
    const part = (ticket - Atomics.load(control, 2)) | 0;
    const [memory, setting, ...place] = parts.subarray(part * partSize, (part + 1) * partSize);
    const from = setting * settingSize;
    const kernel = kernels[memory][Atomics.load(control, 4)];
    results[part] = kernel(...place, ...settings.subarray(from, from + settingSize)) ?? 0;
    Atomics.add(control, 3, 1);
    Atomics.notify(control, 3);
  }
}

type Functions = Pick<CrewWork, 'module' | 'exportNames' | 'memories'>;

/** The functions for each memory. Sent as text as well. */
function openKernels({ module, exportNames, memories }: Functions): Kernel[][] {
  return memories.map(({ memory }) => {
    const { exports } = new WebAssembly.Instance(module, { engine: { memory } });
    return exportNames.map((name) => exports[name] as Kernel);
  });
}

interface MemberData extends Functions {
  readonly board: Board;
}

/** The life of another thread. Sent as text as well. */
function serve(data: MemberData, open: typeof openKernels, take: typeof takeParts): void {
  const { board } = data;
  const kernels = open(data);
  for (;;) {
    const end = Atomics.load(board.control, 1);
    take(board, kernels);
    Atomics.wait(board.control, 1, end);
  }
}

const memberSource = `(${serve.toString()})(require('node:worker_threads').workerData, ${openKernels.toString()}, ${takeParts.toString()})`;

/**
 * Threads that share the calls of a kernel with the one that asks. Parts are taken one by one, so
 * that a thread that the system holds up keeps no other waiting; which thread takes which is
 * unknown, so that parts must not depend on each other.
 */
export class KernelCrew {
  readonly #work: CrewWork;
  readonly #board: Board;
  readonly #kernels: readonly (readonly Kernel[])[];
  readonly #others: number;
  #members: readonly Worker[] | null = null;

  constructor(work: CrewWork, threads: number) {
    const { parts, settingCount, settingSize } = work;
    const rows = parts.map(({ memory, setting, place }) => [memory, setting, ...place]);
    const partSize = rows[0]?.length ?? 0;
    this.#work = work;
    this.#others = Math.min(threads, parts.length) - 1;
    this.#board = {
      control: new Int32Array(new SharedArrayBuffer(5 * Int32Array.BYTES_PER_ELEMENT)),
      parts: shareNumbers(rows.length * partSize),
      partSize,
      settings: shareNumbers(settingCount * settingSize),
      settingSize,
      results: shareNumbers(rows.length),
    };
    this.#board.parts.set(rows.flat());
    this.#kernels = openKernels(work);
  }

  /** Starts the other threads; until one is there, the rest do its parts. */
  #gather(): readonly Worker[] {
    const { module, exportNames, memories } = this.#work;
    const workerData: MemberData = { module, exportNames, memories, board: this.#board };
    return Array.from({ length: Math.max(0, this.#others) }, () => {
      // Without this process's own flags, some of which change what the text means.
      const member = new Worker(memberSource, { eval: true, execArgv: [], workerData });
      member.unref();
      // One that cannot start is missing, and nothing else.
      member.on('error', () => undefined);
      return member;
    });
  }

  /**
   * Calls one of the functions for all parts; on return all calls are made. What they gave is in
   * the order of the parts, and valid until the next run.
   */
  run(exportName: string, settings: readonly (readonly number[])[]): Float64Array {
    this.#members ??= this.#gather();
    const { control, results } = this.#board;
    const count = this.#work.parts.length;
    this.#board.settings.set(settings.flat());
    Atomics.store(control, 4, this.#work.exportNames.indexOf(exportName));
    const start = Atomics.load(control, 1);
    Atomics.store(control, 3, 0);
    Atomics.store(control, 2, start);
    Atomics.store(control, 1, (start + count) | 0);
    Atomics.notify(control, 1);
    takeParts(this.#board, this.#kernels);
    for (;;) {
      const done = Atomics.load(control, 3);
      if (done === count) return results;
      Atomics.wait(control, 3, done);
    }
  }

  /** Ends the other threads. */
  async dispose(): Promise<void> {
    const members = this.#members ?? [];
    this.#members = [];
    await Promise.all(members.map((member) => member.terminate()));
  }
}
