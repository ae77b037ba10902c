import { useHalfPrecision } from '#core/graph/half-precision.ts';
import type { Graph } from '#core/graph/graph.ts';
import { verifyGraph } from '#core/graph/verify.ts';
import { buildPredictionGraph, buildTrainingGraph } from '#core/model/step-graph.ts';
import type { StepGraph } from '#core/model/step-graph.ts';
import type { SessionRequest } from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';
import { trainedPartOf } from '../updated-parameters.ts';
import type { Bucket } from './buckets.ts';
import { loadProgram } from './program.ts';
import type { Program } from './program.ts';

export interface TrainingVariant {
  /** Adds to gradients that are fed, instead of starting from zero. */
  readonly accumulate: boolean;
  readonly dropout: boolean;
}

/** Programs kept; beyond it the one that was not used for longest is released. */
const mostPrograms = 64;
const anyShape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

/** The programs of one model, one for each bucket and purpose, made when it is first needed. */
export class StepPrograms {
  readonly #request: SessionRequest;
  readonly #precision: Precision;
  /** In the order of their last use. */
  readonly #loaded = new Map<string, Program>();
  #sites: StepGraph['dropoutSites'] | undefined;

  constructor(request: SessionRequest, precision: Precision) {
    this.#request = request;
    this.#precision = precision;
  }

  async #load(key: string, build: () => Graph): Promise<Program> {
    const program = this.#loaded.get(key) ?? (await loadProgram(build()));
    this.#loaded.delete(key);
    this.#loaded.set(key, program);
    if (this.#loaded.size > mostPrograms) {
      const [[oldest, unused]] = this.#loaded;
      this.#loaded.delete(oldest);
      await unused.release();
    }
    return program;
  }

  prediction(bucket: Bucket): Promise<Program> {
    const { encoder, head, part = 'whole' } = this.#request;
    return this.#load(
      `prediction, ${describe(bucket)}`,
      () => buildPredictionGraph(encoder, head, { shape: bucket, part }).graph,
    );
  }

  training(bucket: Bucket, { accumulate, dropout }: TrainingVariant): Promise<Program> {
    const { encoder, head } = this.#request;
    const dropoutRate = dropout ? this.#request.dropoutRate : 0;
    const key = `training, accumulate ${accumulate}, dropout ${dropout}, ${describe(bucket)}`;
    return this.#load(key, () => {
      const { graph } = buildTrainingGraph(encoder, head, {
        shape: bucket,
        part: trainedPartOf(this.#request),
        dropoutRate,
        packedMasks: true,
        accumulate,
      });
      if (this.#precision === 'float32') return graph;
      const mixed = useHalfPrecision(graph);
      verifyGraph(mixed, 'the graph in half precision');
      return mixed;
    });
  }

  /** Where dropout acts, with sizes as symbols. */
  dropoutSites(): StepGraph['dropoutSites'] {
    const { encoder, head, dropoutRate } = this.#request;
    this.#sites ??= buildTrainingGraph(encoder, head, {
      shape: anyShape,
      part: trainedPartOf(this.#request),
      dropoutRate,
      accumulate: false,
    }).dropoutSites;
    return this.#sites;
  }

  async release(): Promise<void> {
    for (const program of this.#loaded.values()) await program.release();
    this.#loaded.clear();
  }
}

function describe({ rows, columns, targets }: Bucket): string {
  return `${rows} × ${columns}, ${targets}`;
}
