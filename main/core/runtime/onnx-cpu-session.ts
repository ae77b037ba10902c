import { planAdamWStep } from '#core/training/adamw.ts';
import type {
  DropoutKey,
  OptimiserState,
  ParameterView,
  Questions,
  SessionRequest,
  Targets,
  TrainingSession,
  UpdateSettings,
} from '#core/training/ports.ts';
import { shapeOf } from './batch-arrays.ts';
import { describeMasks, describeQuestions, describeTargets } from './batch-tensors.ts';
import { checkQuestions, checkTargets, countTargets, limitsOf } from './check-batch.ts';
import type { BatchLimits } from './check-batch.ts';
import { checkOptimiserState } from './check-optimiser-state.ts';
import { checkGradientNorm, refuseDisposed, refuseEmptyUpdate } from './session-errors.ts';
import { DropoutMasks } from './dropout-masks.ts';
import { createFlatMemory } from './flat-memory.ts';
import type { FlatMemory, ParameterMemory } from './flat-memory.ts';
import type { NamedTensors, OnnxBinding, OnnxTensor } from './onnx-session/session.ts';
import { ParameterTensors, viewParts } from './parameter-tensors.ts';
import type { DenseGradients } from './parameter-tensors.ts';
import { RowGradients } from './row-gradients.ts';
import { SerialQueue } from './serial-queue.ts';
import { StepSessions } from './step-sessions.ts';
import type { LoadedStep } from './step-sessions.ts';
import { listUpdatedParameters } from './updated-parameters.ts';

/**
 * Activations of so many tokens stay in a core's second-level cache from one product to the next. At
 * 4 × 512, notes of 16 to 512 tokens take a third less time so than in batches of 32 (README.md).
 */
export const predictionTokensPerThread = 512;

/** A model in flat memory, computed by onnxruntime, updated by the AdamW kernel. */
export class OnnxCpuSession implements TrainingSession {
  readonly predictionTokens: number;
  /** Views of the flat memory: nothing is copied to read or write a parameter. */
  readonly #parameters: readonly ParameterView[];
  readonly #binding: OnnxBinding;
  readonly #request: SessionRequest;
  readonly #limits: BatchLimits;
  readonly #sessions: StepSessions;
  readonly #memory: FlatMemory;
  readonly #tensors: ParameterTensors;
  readonly #firstMoments: readonly Float32Array[];
  readonly #secondMoments: readonly Float32Array[];
  readonly #masks: DropoutMasks;
  readonly #loss = new Float32Array(1);
  readonly #results: ReadonlyMap<string, OnnxTensor>;
  /** What a step gives whole and what as rows; known once its graph is. */
  #gathering: { dense: DenseGradients; rows: RowGradients } | null = null;
  readonly #queue = new SerialQueue();
  #stepCount = 0;
  /** Micro-batches since the last update. */
  #gathered = 0;
  /** Whether some update was made from more than one micro-batch. */
  #accumulates = false;
  #isDisposed = false;

  constructor(binding: OnnxBinding, request: SessionRequest, threads: number) {
    const parameters = listUpdatedParameters(request);
    this.predictionTokens = predictionTokensPerThread * threads;
    this.#binding = binding;
    this.#request = request;
    this.#limits = limitsOf(request);
    this.#sessions = new StepSessions(binding, request, threads);
    this.#memory = createFlatMemory(parameters, { threads });
    this.#masks = new DropoutMasks(threads);
    this.#tensors = new ParameterTensors(binding, parameters, this.#memory);
    this.#results = new Map([['loss', binding.createTensor('float32', [], this.#loss)]]);
    const views = (kind: keyof ParameterMemory) =>
      parameters.flatMap((parameter, index) =>
        viewParts(parameter, this.#memory.parameters[index][kind]),
      );
    this.#parameters = views('weights');
    this.#firstMoments = views('firstMoments').map(({ values }) => values);
    this.#secondMoments = views('secondMoments').map(({ values }) => values);
  }

  #enqueue<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    return this.#queue.run(() => {
      if (this.#isDisposed) throw refuseDisposed();
      return work();
    });
  }

  accumulate(batch: Targets, dropout: DropoutKey | null): Promise<number> {
    return this.#enqueue(async () => {
      checkTargets(batch, this.#limits);
      await this.#gather(batch, dropout);
      return this.#loss[0];
    });
  }

  #gatheringOf({ rowGradients }: LoadedStep): { dense: DenseGradients; rows: RowGradients } {
    const parameters = listUpdatedParameters(this.#request);
    this.#gathering ??= {
      dense: this.#tensors.denseOf(rowGradients),
      rows: new RowGradients(this.#binding, parameters, {
        rowGradients,
        memory: this.#memory.parameters,
      }),
    };
    return this.#gathering;
  }

  async #gather(batch: Targets, dropout: DropoutKey | null): Promise<void> {
    const { dropoutRate } = this.#request;
    // The first batch after an update may overwrite the gradients: no zeroing, nothing to add to.
    // Once a second one came, every first one adds to zeros instead: that takes less than a percent
    // of a step (README.md) and spares the memory of a second session.
    if (this.#gathered > 0) this.#accumulates = true;
    const accumulate = this.#accumulates;
    const hasDropout = dropout !== null && dropoutRate > 0;
    const step = await this.#sessions.training({ accumulate, dropout: hasDropout });
    const { dense, rows } = this.#gatheringOf(step);
    if (this.#gathered === 0) {
      rows.clear();
      if (accumulate) this.#memory.clearGradients(dense.parameters);
    }
    const sizes = shapeOf(batch, this.#limits);
    const masks = hasDropout
      ? this.#masks.write(step.dropoutSites, sizes, { key: dropout, rate: dropoutRate })
      : [];
    const inputs = new Map([
      ...describeQuestions(this.#binding, batch, this.#limits),
      ...describeTargets(this.#binding, batch),
      ...describeMasks(this.#binding, masks),
    ]);
    const written = rows.prepare(sizes);
    try {
      const feeds = new Map([
        ...inputs,
        ...this.#tensors.weights,
        ...(accumulate ? dense.accumulated : []),
      ]);
      await step.session.run(feeds, new Map([...this.#results, ...dense.gradients, ...written]));
      rows.add();
      this.#gathered++;
    } catch (cause) {
      // What the gradients hold now is unknown: the next batch starts afresh.
      this.#gathered = 0;
      throw cause;
    } finally {
      releaseAll(inputs);
      releaseAll(written);
    }
  }

  update(settings: UpdateSettings): Promise<number> {
    return this.#enqueue(() => {
      if (this.#gathered === 0) throw refuseEmptyUpdate();
      const gradientNorm = Math.sqrt(this.#memory.sumGradientSquares());
      checkGradientNorm(gradientNorm, this.#stepCount + 1);
      this.#stepCount++;
      const { learningRate, maxGradientNorm } = settings;
      this.#memory.update(
        planAdamWStep(this.#request.optimiser, {
          learningRate,
          stepNumber: this.#stepCount,
          gradientNorm,
          maxGradientNorm,
        }),
      );
      this.#gathered = 0;
      return gradientNorm;
    });
  }

  predict(batch: Questions): Promise<Float32Array> {
    return this.#enqueue(async () => {
      checkQuestions(batch, this.#limits);
      const { session } = await this.#sessions.prediction();
      const inputs = describeQuestions(this.#binding, batch, this.#limits);
      const shape = [countTargets(batch, this.#limits), this.#limits.classCount];
      const logits = new Float32Array(shape[0] * shape[1]);
      const output = this.#binding.createTensor('float32', shape, logits);
      try {
        const feeds = new Map([...inputs, ...this.#tensors.weights]);
        await session.run(feeds, new Map([['logits', output]]));
        return logits;
      } finally {
        output.release();
        releaseAll(inputs);
      }
    });
  }

  readParameters(): Promise<readonly ParameterView[]> {
    return this.#enqueue(() => this.#parameters);
  }

  writeParameters(change: (parameters: readonly ParameterView[]) => void): Promise<void> {
    return this.#enqueue(() => {
      change(this.#parameters);
    });
  }

  readOptimiserState(): Promise<OptimiserState> {
    return this.#enqueue(() => ({
      stepCount: this.#stepCount,
      firstMoments: this.#firstMoments,
      secondMoments: this.#secondMoments,
    }));
  }

  restoreOptimiserState(state: OptimiserState): Promise<void> {
    return this.#enqueue(() => {
      const parts = this.#parameters.map(({ name, values }) => ({ name, size: values.length }));
      checkOptimiserState(state, parts);
      this.#firstMoments.forEach((moments, index) => {
        moments.set(state.firstMoments[index]);
      });
      this.#secondMoments.forEach((moments, index) => {
        moments.set(state.secondMoments[index]);
      });
      this.#stepCount = state.stepCount;
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isDisposed) return;
      this.#isDisposed = true;
      this.#tensors.release();
      releaseAll(this.#results);
      await this.#sessions.releaseAll();
      await this.#masks.dispose();
      await this.#memory.dispose();
    });
  }
}

function releaseAll(tensors: NamedTensors): void {
  for (const tensor of tensors.values()) tensor.release();
}
