import { availableParallelism } from 'node:os';
import { assert } from '#core/base/assert.ts';
import { planAdamWStep } from '#core/training/adamw.ts';
import { adaptLossScaling, initialLossScaling, scaleLoss } from '#core/training/loss-scaling.ts';
import type {
  DropoutKey,
  LossScaling,
  OptimiserState,
  ParameterView,
  Questions,
  SessionRequest,
  Targets,
  TrainingSession,
  UpdateSettings,
} from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';
import { Tensor } from '#core/runtime/onnxruntime.ts';
import { shapeOf } from '../batch-arrays.ts';
import { checkQuestions, checkTargets, countTargets, limitsOf } from '../check-batch.ts';
import type { BatchLimits } from '../check-batch.ts';
import { checkOptimiserState } from '../check-optimiser-state.ts';
import { DropoutMasks } from '../dropout-masks.ts';
import { listUpdatedParameters } from '../updated-parameters.ts';
import { SerialQueue } from '../serial-queue.ts';
import { checkGradientNorm, refuseDisposed, refuseEmptyUpdate } from '../session-errors.ts';
import { questionTensors, targetTensors } from './batch-tensors.ts';
import { chooseBucket } from './buckets.ts';
import type { Bucket } from './buckets.ts';
import { DeviceParameters } from './device-parameters.ts';
import { padQuestions, padTargets } from './pad-batch.ts';
import { padMaskBits } from './pad-mask-bits.ts';
import type { NamedTensors } from './program.ts';
import { StepPrograms } from './step-programs.ts';

function take(results: ReadonlyMap<string, Float32Array>, name: string): Float32Array {
  const values = results.get(name);
  assert(values !== undefined, `every step graph has the output ${name}`);
  return values;
}

function prefixed(prefix: string, tensors: NamedTensors): [string, Tensor][] {
  return [...tensors].map(([name, tensor]) => [`${prefix}:${name}`, tensor]);
}

/** A model whose weights, moments and gradients lie on a device that WebGPU reaches. */
export class WebGpuSession implements TrainingSession {
  /** Enough to keep a large device busy with a base model; not measured on one. */
  readonly predictionTokens = 8192;
  readonly #request: SessionRequest;
  readonly #limits: BatchLimits;
  readonly #programs: StepPrograms;
  readonly #parameters: DeviceParameters;
  readonly #masks = new DropoutMasks(availableParallelism());
  readonly #queue = new SerialQueue();
  /** Which set of gradients holds those since the last update; null where there are none. */
  #gathered: 0 | 1 | null = null;
  #squaredNorm = 0;
  #stepCount = 0;
  /** null in float32. */
  #lossScaling: LossScaling | null;
  #isDisposed = false;

  private constructor(
    request: SessionRequest,
    { parameters, precision }: { parameters: DeviceParameters; precision: Precision },
  ) {
    this.#request = request;
    this.#limits = limitsOf(request);
    this.#programs = new StepPrograms(request, precision);
    this.#parameters = parameters;
    this.#lossScaling = precision === 'mixed' ? initialLossScaling : null;
  }

  static async open(request: SessionRequest, precision: Precision): Promise<WebGpuSession> {
    const { optimiser } = request;
    const listed = listUpdatedParameters(request);
    const parameters = await DeviceParameters.create(listed, optimiser);
    return new WebGpuSession(request, { parameters, precision });
  }

  get #lossScale(): number {
    return this.#lossScaling?.scale ?? 1;
  }

  #enqueue<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    return this.#queue.run(() => {
      if (this.#isDisposed) throw refuseDisposed();
      return work();
    });
  }

  #maskTensors(batch: Targets, bucket: Bucket, key: DropoutKey): [string, Tensor][] {
    const from = shapeOf(batch, this.#limits);
    const sites = this.#programs.dropoutSites();
    const masks = this.#masks.writeBits(sites, from, { key, rate: this.#request.dropoutRate });
    return masks.map(({ name, words }, site) => {
      const padded = padMaskBits(words, sites[site].shape, { from, to: bucket });
      return [`dropout:${name}`, new Tensor('int32', padded, [padded.length])];
    });
  }

  accumulate(batch: Targets, dropout: DropoutKey | null): Promise<number> {
    return this.#enqueue(async () => {
      checkTargets(batch, this.#limits);
      const hasDropout = dropout !== null && this.#request.dropoutRate > 0;
      const bucket = chooseBucket(shapeOf(batch, this.#limits), this.#limits);
      const earlier = this.#gathered;
      const program = await this.#programs.training(bucket, {
        accumulate: earlier !== null,
        dropout: hasDropout,
      });
      // Nothing reads what it writes: the sets take turns.
      const set = earlier === 0 ? 1 : 0;
      const written = await this.#parameters.gradients(set);
      const padded = padTargets(batch, bucket, this.#limits);
      const feeds = new Map([
        ...questionTensors(padded, this.#limits),
        ...targetTensors(scaleLoss(padded, this.#lossScale)),
        ...(hasDropout ? this.#maskTensors(batch, bucket, dropout) : []),
        ...this.#parameters.feeds(),
        ...(earlier === null
          ? []
          : prefixed('accumulated', await this.#parameters.gradients(earlier))),
      ]);
      // What the gradients hold after a failure is unknown: then the next batch starts afresh.
      this.#gathered = null;
      const results = await program.run(feeds, new Map(prefixed('gradient', written)));
      this.#gathered = set;
      [this.#squaredNorm] = take(results, 'squared_norm');
      return take(results, 'loss')[0] / this.#lossScale;
    });
  }

  update(settings: UpdateSettings): Promise<number> {
    return this.#enqueue(async () => {
      if (this.#gathered === null) throw refuseEmptyUpdate();
      // The graph of the last micro-batch has summed up the squares of the accumulated gradients.
      const lossScale = this.#lossScale;
      const gradientNorm = Math.sqrt(this.#squaredNorm) / lossScale;
      const isFinite = Number.isFinite(gradientNorm);
      if (this.#lossScaling === null) checkGradientNorm(gradientNorm, this.#stepCount + 1);
      else this.#lossScaling = adaptLossScaling(this.#lossScaling, isFinite);
      if (!isFinite) {
        this.#gathered = null;
        return gradientNorm;
      }
      this.#stepCount++;
      const { learningRate, maxGradientNorm } = settings;
      const step = planAdamWStep(this.#request.optimiser, {
        learningRate,
        stepNumber: this.#stepCount,
        gradientNorm,
        maxGradientNorm,
        lossScale,
      });
      await this.#parameters.update(step, await this.#parameters.gradients(this.#gathered));
      this.#gathered = null;
      return gradientNorm;
    });
  }

  predict(batch: Questions): Promise<Float32Array> {
    return this.#enqueue(async () => {
      checkQuestions(batch, this.#limits);
      const bucket = chooseBucket(shapeOf(batch, this.#limits), this.#limits);
      const program = await this.#programs.prediction(bucket);
      const tokens = questionTensors(padQuestions(batch, bucket, this.#limits), this.#limits);
      const results = await program.run(new Map([...tokens, ...this.#parameters.feeds()]));
      const count = countTargets(batch, this.#limits) * this.#limits.classCount;
      return take(results, 'logits').subarray(0, count);
    });
  }

  readParameters(): Promise<readonly ParameterView[]> {
    return this.#enqueue(() => this.#parameters.read('weights'));
  }

  writeParameters(change: (parameters: readonly ParameterView[]) => void): Promise<void> {
    return this.#enqueue(async () => {
      const copies = await this.#parameters.read('weights');
      change(copies);
      await this.#parameters.write(
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
      const scaling = this.#lossScaling === null ? {} : { lossScaling: this.#lossScaling };
      return { stepCount: this.#stepCount, firstMoments, secondMoments, ...scaling };
    });
  }

  restoreOptimiserState(state: OptimiserState): Promise<void> {
    return this.#enqueue(async () => {
      checkOptimiserState(state, this.#parameters.parts);
      await this.#parameters.write('firstMoments', state.firstMoments);
      await this.#parameters.write('secondMoments', state.secondMoments);
      this.#stepCount = state.stepCount;
      if (this.#lossScaling !== null) this.#lossScaling = state.lossScaling ?? initialLossScaling;
    });
  }

  dispose(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isDisposed) return;
      this.#isDisposed = true;
      await this.#masks.dispose();
      await this.#programs.release();
      await this.#parameters.dispose();
    });
  }
}
