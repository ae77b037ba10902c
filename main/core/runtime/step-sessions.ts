import { buildPredictionGraph, buildTrainingGraph } from '#core/model/step-graph.ts';
import type { StepGraph } from '#core/model/step-graph.ts';
import type { SessionRequest } from '#core/training/ports.ts';
import type { OnnxBinding, OnnxSession } from './onnx-session/session.ts';
import { trainedPartOf } from './updated-parameters.ts';

/** A graph that onnxruntime has loaded. */
export interface LoadedStep {
  readonly session: OnnxSession;
  readonly dropoutSites: StepGraph['dropoutSites'];
  readonly rowGradients: StepGraph['rowGradients'];
}

/** Sizes come with each batch: one session serves all of them (figures in README.md). */
const anyShape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

export interface TrainingVariant {
  /** Adds to the gradients that are there, instead of overwriting them. */
  readonly accumulate: boolean;
  readonly dropout: boolean;
}

/**
 * The sessions of one model: at most one for prediction and one per training variant in use. Each
 * has the memory of its activations, so what is no longer needed is released.
 */
export class StepSessions {
  readonly #binding: OnnxBinding;
  readonly #request: SessionRequest;
  readonly #threads: number;
  readonly #loaded = new Map<string, LoadedStep>();

  constructor(binding: OnnxBinding, request: SessionRequest, threads: number) {
    this.#binding = binding;
    this.#request = request;
    this.#threads = threads;
  }

  async #load(key: string, build: () => StepGraph): Promise<LoadedStep> {
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const graph = build();
    const session = await this.#binding.createSession(graph.bytes(), { threads: this.#threads });
    const { dropoutSites, rowGradients } = graph;
    const step = { session, dropoutSites, rowGradients };
    this.#loaded.set(key, step);
    return step;
  }

  prediction(): Promise<LoadedStep> {
    const { encoder, head, part = 'whole' } = this.#request;
    return this.#load('prediction', () =>
      buildPredictionGraph(encoder, head, { shape: anyShape, part }),
    );
  }

  async training({ accumulate, dropout }: TrainingVariant): Promise<LoadedStep> {
    const { encoder, head, dropoutRate } = this.#request;
    // Who accumulates once will do so again: the overwriting graph has done its work.
    await this.#release(`training, accumulate ${!accumulate}, dropout ${dropout}`);
    return this.#load(`training, accumulate ${accumulate}, dropout ${dropout}`, () =>
      buildTrainingGraph(encoder, head, {
        shape: anyShape,
        part: trainedPartOf(this.#request),
        dropoutRate: dropout ? dropoutRate : 0,
        accumulate,
        rowsApart: true,
      }),
    );
  }

  async #release(key: string): Promise<void> {
    const step = this.#loaded.get(key);
    if (step === undefined) return;
    this.#loaded.delete(key);
    await step.session.release();
  }

  async releaseAll(): Promise<void> {
    for (const key of [...this.#loaded.keys()]) await this.#release(key);
  }
}
