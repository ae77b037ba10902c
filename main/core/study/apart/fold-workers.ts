import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { isAnamnesisError } from '#core/base/error.ts';
import { createBundle, discardBundle, findBundle, type Bundle } from '#core/bundle/bundle.ts';
import type { Run } from '#core/domain/run.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { Workers } from '../effects/workers.ts';
import type { FineTuned } from '../runs/fine-tune.ts';
import { packFold, type FoldInput } from './fold-input.ts';
import { unpackFailure, unpackOutcome } from './fold-output.ts';

/** How often a wish to stop is looked for while nothing else happens. */
const lookEveryMs = 200;

interface Begun {
  readonly bundle: Bundle;
  readonly model: FoldInput['model'];
  readonly ended: Promise<void>;
}

/**
 * Folds of a study that workers compute while this process waits: as many at once as there are
 * slots, and taken in one after the other in the order of the study, so that it ends as if it had
 * computed them itself. A bundle that an ended host left is gone on with.
 */
export class FoldWorkers {
  readonly #workers: Workers;
  readonly #studyFolder: string;
  readonly #stop = new AbortController();
  readonly #begun = new Map<string, Begun>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(workers: Workers, studyId: string) {
    this.#workers = workers;
    // Names of bundles say nothing of the study.
    this.#studyFolder = join(workers.folder, `study-${hashJson(studyId).slice(0, 16)}`);
  }

  /** How many folds are begun ahead of the one that is waited for: no slot is ever idle. */
  get ahead(): number {
    return 2 * this.#workers.slots;
  }

  hasBegun(run: Run): boolean {
    return this.#begun.has(run.id);
  }

  /** Lets a worker begin, once a slot is free. @throws bundle.* */
  async begin(run: Run, input: FoldInput): Promise<void> {
    if (this.hasBegun(run)) return;
    const folder = this.#folderOf(run, input.engine);
    const bundle = (await findLeft(folder)) ?? (await createBundle(folder, packFold(input)));
    const ended = this.#work(bundle.folder);
    ended.catch(() => undefined);
    this.#begun.set(run.id, { bundle, model: input.model, ended });
  }

  /**
   * What a worker made of a fold that was begun.
   * @throws RunStopped, bundle.*, and what the worker told of a training that failed
   */
  async finish(run: Run, shouldStop: () => boolean): Promise<FineTuned> {
    const begun = this.#begun.get(run.id);
    if (begun === undefined) throw new Error('a fold is begun before it is finished');
    const { bundle, model, ended } = begun;
    let isEnded = false;
    const end = ended.finally(() => (isEnded = true));
    try {
      while (!isEnded) {
        await Promise.race([end, setTimeout(lookEveryMs)]);
        if (shouldStop()) this.#stop.abort();
      }
    } finally {
      this.#begun.delete(run.id);
    }
    const result = await bundle.read('result');
    const { configurationHash } = run;
    if (result !== null) return unpackOutcome(result, { configurationHash, model });
    const failure = await bundle.read('failure');
    if (failure !== null) throw unpackFailure(failure);
    throw new RunStopped();
  }

  /** What was taken in, or is of no use any more, goes with its key. */
  discard(run: Run, engine: FoldInput['engine']): void {
    discardBundle(this.#folderOf(run, engine));
  }

  /** Stops all that was begun ahead; the next host goes on with it. */
  async close(): Promise<void> {
    this.#stop.abort();
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.allSettled([...this.#begun.values()].map(({ ended }) => ended));
  }

  /** Of a study that is done: also what earlier plans of it left, with their keys. */
  async clear(): Promise<void> {
    await this.close();
    discardBundle(this.#studyFolder);
  }

  #folderOf({ id, configurationHash }: Run, engine: FoldInput['engine']): string {
    const name = hashJson({ id, configurationHash, engine }).slice(0, 24);
    return join(this.#studyFolder, `fold-${name}`);
  }

  async #work(folder: string): Promise<void> {
    while (this.#busy >= this.#workers.slots && !this.#stop.signal.aborted) {
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
      });
    }
    if (this.#stop.signal.aborted) return;
    this.#busy++;
    try {
      await this.#workers.work(folder, this.#stop.signal);
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }
}

/** What an ended host left, unless its training failed, or nobody can read it any more. */
async function findLeft(folder: string): Promise<Bundle | null> {
  try {
    const left = findBundle(folder);
    if (left === null) return null;
    return (await left.read('failure')) === null ? left : null;
  } catch (error) {
    const ofNoUse = ['bundle.version', 'bundle.damaged'] as const;
    if (ofNoUse.some((code) => isAnamnesisError(error, code))) return null;
    throw error;
  }
}
