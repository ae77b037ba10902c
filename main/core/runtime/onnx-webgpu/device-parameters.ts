import { Tensor } from '#core/runtime/onnxruntime.ts';
import type { GraphParameter } from '#core/model/parameters.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import type { AdamWSettings, ParameterView } from '#core/training/ports.ts';
import { joinParts, viewParts } from '../parameter-tensors.ts';
import { buildAdamWGraph, stepInputs, type UpdatedParameter } from './adamw-graph.ts';
import { loadProgram } from './program.ts';
import type { NamedTensors, Program } from './program.ts';
import { Transfer } from './transfer.ts';

/** What the device holds of every parameter beside its gradients. */
const kinds = ['weights', 'firstMoments', 'secondMoments'] as const;
export type ParameterKind = (typeof kinds)[number];

type UpdatedModelParameter = GraphParameter & UpdatedParameter;

type ParameterTensors = Record<ParameterKind, Tensor>;

const scalar = (value: number) => new Tensor('float32', Float32Array.of(value), []);

/** Zeros for these parameters on the device: for all of them or, where it has no room, for none. */
async function uploadZeros(
  transfer: Transfer,
  parameters: readonly UpdatedModelParameter[],
): Promise<readonly Tensor[]> {
  const made: Tensor[] = [];
  try {
    for (const { shape, size } of parameters) {
      made.push(await transfer.upload(shape, new Float32Array(size)));
    }
    return made;
  } catch (error) {
    for (const tensor of made) tensor.dispose();
    throw error;
  }
}

/** Weights, moments and gradients of all parameters, on the device from the first to the last step. */
export class DeviceParameters {
  readonly #parameters: readonly UpdatedModelParameter[];
  readonly #settings: AdamWSettings;
  readonly #transfer: Transfer;
  readonly #tensors: readonly ParameterTensors[];
  /** Two sets: micro-batches add what one holds to their own and write the other. */
  readonly #gradients: NamedTensors[] = [];
  #update: Program | undefined;

  private constructor(
    parameters: readonly UpdatedModelParameter[],
    settings: AdamWSettings,
    held: { transfer: Transfer; tensors: readonly ParameterTensors[] },
  ) {
    this.#parameters = parameters;
    this.#settings = settings;
    this.#transfer = held.transfer;
    this.#tensors = held.tensors;
  }

  /** Zero at first. */
  static async create(
    parameters: readonly UpdatedModelParameter[],
    settings: AdamWSettings,
  ): Promise<DeviceParameters> {
    const transfer = new Transfer();
    try {
      const zeros = await uploadZeros(
        transfer,
        kinds.flatMap(() => parameters),
      );
      const tensors = parameters.map((_, index) => {
        const [weights, firstMoments, secondMoments] = kinds.map(
          (_kind, kind) => zeros[kind * parameters.length + index],
        );
        return { weights, firstMoments, secondMoments };
      });
      return new DeviceParameters(parameters, settings, { transfer, tensors });
    } catch (error) {
      await transfer.release();
      throw error;
    }
  }

  /** Hugging Face's parameters, in the order in which `read` gives and `write` takes them. */
  get parts(): readonly { readonly name: string; readonly size: number }[] {
    return this.#parameters.flatMap((parameter) => parameter.parts);
  }

  /** The weights as step graphs are fed them. */
  feeds(): Map<string, Tensor> {
    return new Map(
      this.#parameters.map(({ name }, index) => [
        `parameter:${name}`,
        this.#tensors[index].weights,
      ]),
    );
  }

  /** One of the two sets of gradients, by parameter name; made when it is first needed. */
  async gradients(set: 0 | 1): Promise<NamedTensors> {
    for (let next = this.#gradients.length; next <= set; next++) {
      const zeros = await uploadZeros(this.#transfer, this.#parameters);
      const tensors = new Map(this.#parameters.map(({ name }, index) => [name, zeros[index]]));
      this.#gradients.push(tensors);
    }
    return this.#gradients[set];
  }

  /** One AdamW update of every parameter, in place. */
  async update(step: AdamWStep, gradients: NamedTensors): Promise<void> {
    this.#update ??= await loadProgram(buildAdamWGraph(this.#parameters, this.#settings));
    const held = new Map<string, Tensor>();
    this.#parameters.forEach(({ name }, index) => {
      for (const kind of kinds) held.set(`${kind}:${name}`, this.#tensors[index][kind]);
    });
    const feeds = new Map([...held, ['one', scalar(1)]]);
    for (const name of stepInputs) feeds.set(name, scalar(step[name]));
    for (const [name, gradient] of gradients) feeds.set(`gradients:${name}`, gradient);
    const into = new Map([...held].map(([name, tensor]) => [`new:${name}`, tensor]));
    await this.#update.run(feeds, into);
  }

  /** Copies of the numbers of one kind, cut into Hugging Face's parameters. */
  async read(kind: ParameterKind): Promise<ParameterView[]> {
    const views: ParameterView[] = [];
    for (const [index, parameter] of this.#parameters.entries()) {
      const numbers = await this.#transfer.download(this.#tensors[index][kind]);
      for (const view of viewParts(parameter, numbers)) views.push(view);
    }
    return views;
  }

  /** Replaces the numbers of one kind. */
  async write(kind: ParameterKind, arrays: readonly Float32Array[]): Promise<void> {
    let index = 0;
    for (const numbers of joinParts(this.#parameters, arrays)) {
      await this.#transfer.write(this.#tensors[index++][kind], numbers);
    }
  }

  async dispose(): Promise<void> {
    for (const tensors of this.#tensors) for (const kind of kinds) tensors[kind].dispose();
    for (const set of this.#gradients) for (const tensor of set.values()) tensor.dispose();
    await this.#update?.release();
    await this.#transfer.release();
  }
}
