import { TensorflowProgram } from '#core/graph/tensorflow/program.ts';
import { buildPredictionGraph, buildTrainingGraph } from '#core/model/step-graph.ts';
import type { StepGraph } from '#core/model/step-graph.ts';
import type { SessionRequest } from '#core/training/ports.ts';
import { trainedPartOf } from '../updated-parameters.ts';
import type { Tensor, TensorflowModule } from './module.ts';

/** A graph ready to run. */
export interface LoadedProgram {
  readonly program: TensorflowProgram<Tensor>;
  readonly dropoutSites: StepGraph['dropoutSites'];
}

/** Sizes come with each batch: one plan serves all of them. */
const shape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

export interface TrainingVariant {
  /** Adds to the gradients that are there, instead of starting from zero. */
  readonly accumulate: boolean;
  readonly dropout: boolean;
}

/** The programs of one model, each made when it is first needed: a plan and a few constants. */
export class StepPrograms {
  readonly #tf: TensorflowModule;
  readonly #request: SessionRequest;
  readonly #loaded = new Map<string, LoadedProgram>();

  constructor(tf: TensorflowModule, request: SessionRequest) {
    this.#tf = tf;
    this.#request = request;
  }

  #load(key: string, build: () => StepGraph): LoadedProgram {
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const { graph, dropoutSites } = build();
    const loaded = { program: new TensorflowProgram<Tensor>(this.#tf, graph), dropoutSites };
    this.#loaded.set(key, loaded);
    return loaded;
  }

  prediction(): LoadedProgram {
    const { encoder, head, part = 'whole' } = this.#request;
    return this.#load('prediction', () => buildPredictionGraph(encoder, head, { shape, part }));
  }

  training({ accumulate, dropout }: TrainingVariant): LoadedProgram {
    const { encoder, head } = this.#request;
    const dropoutRate = dropout ? this.#request.dropoutRate : 0;
    return this.#load(`training, accumulate ${accumulate}, dropout ${dropout}`, () =>
      buildTrainingGraph(encoder, head, {
        shape,
        part: trainedPartOf(this.#request),
        dropoutRate,
        accumulate,
      }),
    );
  }

  dispose(): void {
    for (const { program } of this.#loaded.values()) program.dispose();
    this.#loaded.clear();
  }
}
