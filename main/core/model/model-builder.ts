import type { GraphBuilder } from '#core/graph/builder.ts';
import { applyDropout } from '#core/graph/composites/dropout.ts';
import type { Dropout } from '#core/graph/composites/dropout.ts';
import { checkFit } from '#core/graph/fit.ts';
import { countBitWords } from '#core/graph/ops/unpack-bits.ts';
import type { Shape, Value } from '#core/graph/types.ts';

import type { EncoderConfiguration } from './configuration.ts';
import type { GraphParameter } from './parameters.ts';

/** A place where dropout acts: the mask is fed as `dropout:<name>`, bool or packed. */
export interface DropoutSite {
  readonly name: string;
  readonly shape: Shape;
}

/** What the encoder and the heads are written with: parameters by name, and dropout. */
export class ModelBuilder {
  readonly graph: GraphBuilder;
  readonly encoder: EncoderConfiguration;
  readonly dropoutSites: DropoutSite[] = [];
  readonly #dropoutRate: number;
  readonly #packedMasks: boolean;
  readonly #parameters: ReadonlyMap<string, Value>;

  constructor(
    graph: GraphBuilder,
    options: {
      encoder: EncoderConfiguration;
      parameters: readonly GraphParameter[];
      dropoutRate: number;
      /** Masks are fed as the bits of int64 [elements / 32, rounded up] instead of bool. */
      packedMasks?: boolean | undefined;
    },
  ) {
    this.graph = graph;
    this.encoder = options.encoder;
    this.#dropoutRate = options.dropoutRate;
    this.#packedMasks = options.packedMasks ?? false;
    this.#parameters = new Map(
      options.parameters.map(({ name, shape }) => [
        name,
        graph.input(`parameter:${name}`, 'float32', shape),
      ]),
    );
  }

  parameter(name: string): Value {
    const value = this.#parameters.get(name);
    checkFit(value !== undefined, 'a listed parameter', name);
    return value;
  }

  /** Null for one that this model does not have. */
  findParameter(name: string): Value | null {
    return this.#parameters.get(name) ?? null;
  }

  linear(name: string, x: Value): Value {
    return this.graph.linear(x, this.parameter(`${name}.weight`), this.parameter(`${name}.bias`));
  }

  layerNorm(name: string, x: Value): Value {
    return this.graph.layerNorm(x, {
      weight: this.parameter(`${name}.weight`),
      bias: this.parameter(`${name}.bias`),
      epsilon: this.encoder.layerNormEpsilon,
    });
  }

  activation(x: Value, kind = this.encoder.hiddenActivation): Value {
    switch (kind) {
      case 'gelu':
        return this.graph.gelu(x, 'none');
      case 'gelu-tanh':
        return this.graph.gelu(x, 'tanh');
      case 'relu':
        return this.graph.relu(x);
    }
  }

  #keepMask(name: string, shape: Shape): Value {
    if (!this.#packedMasks) return this.graph.input(name, 'bool', shape);
    const words = this.graph.input(name, 'int64', [countBitWords(shape)]);
    return this.graph.unpackBits(words, shape);
  }

  /** The mask of a site, or null when nothing is dropped. */
  dropoutAt(name: string, shape: Shape): Dropout | null {
    if (this.#dropoutRate === 0) return null;
    this.dropoutSites.push({ name, shape });
    return { keep: this.#keepMask(`dropout:${name}`, shape), rate: this.#dropoutRate };
  }

  dropout(name: string, x: Value): Value {
    return applyDropout(this.graph, x, this.dropoutAt(name, x.shape));
  }
}
