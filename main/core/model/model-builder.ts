import type { GraphBuilder } from '#core/graph/builder.ts';
import { applyDropout } from '#core/graph/composites/dropout.ts';
import type { Dropout } from '#core/graph/composites/dropout.ts';
import { checkFit } from '#core/graph/fit.ts';
import type { Shape, Value } from '#core/graph/types.ts';

import type { EncoderConfiguration } from './configuration.ts';
import type { GraphParameter } from './parameters.ts';

/** A place where dropout acts: the mask is fed as `dropout:<name>`. */
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
  readonly #parameters: ReadonlyMap<string, Value>;

  constructor(
    graph: GraphBuilder,
    options: {
      encoder: EncoderConfiguration;
      parameters: readonly GraphParameter[];
      dropoutRate: number;
    },
  ) {
    this.graph = graph;
    this.encoder = options.encoder;
    this.#dropoutRate = options.dropoutRate;
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

  activation(x: Value): Value {
    switch (this.encoder.hiddenActivation) {
      case 'gelu':
        return this.graph.gelu(x, 'none');
      case 'gelu-tanh':
        return this.graph.gelu(x, 'tanh');
      case 'relu':
        return this.graph.relu(x);
    }
  }

  /** The mask of a site, or null when nothing is dropped. */
  dropoutAt(name: string, shape: Shape): Dropout | null {
    if (this.#dropoutRate === 0) return null;
    this.dropoutSites.push({ name, shape });
    const keep = this.graph.input(`dropout:${name}`, 'bool', shape);
    return { keep, rate: this.#dropoutRate };
  }

  dropout(name: string, x: Value): Value {
    return applyDropout(this.graph, x, this.dropoutAt(name, x.shape));
  }
}
