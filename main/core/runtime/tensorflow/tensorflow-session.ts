import { availableParallelism } from 'node:os';
import { assert } from '#core/base/assert.ts';
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
import { shapeOf } from '../batch-arrays.ts';
import { checkQuestions, checkTargets, limitsOf } from '../check-batch.ts';
import type { BatchLimits } from '../check-batch.ts';
import { checkOptimiserState } from '../check-optimiser-state.ts';
import { DropoutMasks } from '../dropout-masks.ts';
import { SerialQueue } from '../serial-queue.ts';
import { checkGradientNorm, refuseDisposed, refuseEmptyUpdate } from '../session-errors.ts';
import { listUpdatedParameters } from '../updated-parameters.ts';
import { attempt } from './attempt.ts';
import { maskTensors, questionTensors, targetTensors } from './batch-tensors.ts';
import { DeviceParameters } from './device-parameters.ts';
import type { Tensor, TensorflowModule } from './module.ts';
import { StepPrograms } from './step-programs.ts';

/** Downloads a result of a step and frees it. */
async function take(results: ReadonlyMap<string, Tensor>, name: string): Promise<Float32Array> {
  const tensor = results.get(name);
  assert(tensor !== undefined, `every step graph has the output ${name}`);
  const values = (await tensor.data()) as Float32Array;
  tensor.dispose();
  return values;
}

/** A model whose weights, moments and gradients are tensors of a TensorFlow.js backend. */
export class TensorflowSession implements TrainingSession {
  /** Enough to keep a large device busy with a base model; not measured on one. */
  readonly predictionTokens = 8192;
  readonly #tf: TensorflowModule;
  readonly #request: SessionRequest;
  readonly #limits: BatchLimits;
  readonly #programs: StepPrograms;
  readonly #parameters: DeviceParameters;
  readonly #masks = new DropoutMasks(availableParallelism());
  readonly #queue = new SerialQueue();
  /** Of the micro-batches since the last update, by parameter name; empty where there was none. */
  #gradients = new Map<string, Tensor>();
  #squaredNorm = 0;
  #stepCount = 0;
  #isDisposed = false;

  constructor(tf: TensorflowModule, request: SessionRequest) {
    this.#tf = tf;
    this.#request = request;
    this.#limits = limitsOf(request);
    this.#programs = new StepPrograms(tf, request);
    this.#parameters = new DeviceParameters(tf, listUpdatedParameters(request));
  }

  #enqueue<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    return this.#queue.run(() => {
      if (this.#isDisposed) throw refuseDisposed();
      return work();
    });
  }

  #compute<Result>(place: string, work: () => Result | Promise<Result>): Promise<Result> {
    return this.#enqueue(() => attempt(place, work));
  }

  accumulate(batch: Targets, dropout: DropoutKey | null): Promise<number> {
    return this.#compute('a step', async () => {
      checkTargets(batch, this.#limits);
      const { dropoutRate } = this.#request;
      const hasDropout = dropout !== null && dropoutRate > 0;
      const earlier = this.#gradients;
      const { program, dropoutSites } = this.#programs.training({
        accumulate: earlier.size > 0,
        dropout: hasDropout,
      });
      const masks = hasDropout
        ? this.#masks.write(dropoutSites, shapeOf(batch, this.#limits), {
            key: dropout,
            rate: dropoutRate,
          })
        : [];
      const given = new Map(
        this.#tf.tidy(() => [
          ...questionTensors(this.#tf, batch, this.#limits),
          ...targetTensors(this.#tf, batch),
          ...maskTensors(this.#tf, masks),
        ]),
      );
      for (const [name, tensor] of earlier) given.set(`accumulated:${name}`, tensor);
      // The run frees the earlier gradients as soon as they are added to; if it fails, what has
      // been gathered is gone, and the next batch starts afresh.
      this.#gradients = new Map();
      const results = program.run({ kept: this.#parameters.feeds(), given });
      for (const [name, tensor] of results) {
        const [kind, parameter] = name.split(':', 2);
        if (kind === 'gradient') this.#gradients.set(parameter, tensor);
      }
      const [squaredNorm] = await take(results, 'squared_norm');
      this.#squaredNorm = squaredNorm;
      const [loss] = await take(results, 'loss');
      return loss;
    });
  }

  update(settings: UpdateSettings): Promise<number> {
    return this.#compute('an update', () => {
      if (this.#gradients.size === 0) throw refuseEmptyUpdate();
      // The graph of the last micro-batch has summed up the squares of the accumulated gradients.
      const gradientNorm = Math.sqrt(this.#squaredNorm);
      checkGradientNorm(gradientNorm, this.#stepCount + 1);
      this.#stepCount++;
      const { learningRate, maxGradientNorm } = settings;
      const step = planAdamWStep(this.#request.optimiser, {
        learningRate,
        stepNumber: this.#stepCount,
        gradientNorm,
        maxGradientNorm,
      });
      this.#parameters.update(step, this.#gradients);
      this.#forgetGradients();
      return gradientNorm;
    });
  }

  #forgetGradients(): void {
    for (const gradient of this.#gradients.values()) gradient.dispose();
    this.#gradients = new Map();
  }

  predict(batch: Questions): Promise<Float32Array> {
    return this.#compute('a prediction', () => {
      checkQuestions(batch, this.#limits);
      const { program } = this.#programs.prediction();
      const results = program.run({
        kept: this.#parameters.feeds(),
        given: new Map(questionTensors(this.#tf, batch, this.#limits)),
      });
      return take(results, 'logits');
    });
  }

  readParameters(): Promise<readonly ParameterView[]> {
    return this.#enqueue(() => this.#parameters.read('weights'));
  }

  writeParameters(change: (parameters: readonly ParameterView[]) => void): Promise<void> {
    return this.#enqueue(async () => {
      const current = await this.#parameters.read('weights');
      const copies = current.map((view) => ({ ...view, values: view.values.slice() }));
      change(copies);
      this.#parameters.write(
        'weights',
        copies.map(({ values }) => values),
      );
    });
  }

  readOptimiserState(): Promise<OptimiserState> {
    return this.#enqueue(async () => {
      const [firstMoments, secondMoments] = [
        await this.#parameters.read('firstMoments'),
        await this.#parameters.read('secondMoments'),
      ].map((views) => views.map(({ values }) => values));
      return { stepCount: this.#stepCount, firstMoments, secondMoments };
    });
  }

  restoreOptimiserState(state: OptimiserState): Promise<void> {
    return this.#enqueue(() => {
      checkOptimiserState(state, this.#parameters.parts);
      this.#parameters.write('firstMoments', state.firstMoments);
      this.#parameters.write('secondMoments', state.secondMoments);
      this.#stepCount = state.stepCount;
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isDisposed) return;
      this.#isDisposed = true;
      await this.#masks.dispose();
      this.#forgetGradients();
      this.#programs.dispose();
      this.#parameters.dispose();
    });
  }
}
