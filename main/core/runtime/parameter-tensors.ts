import type { GraphParameter } from '#core/model/parameters.ts';
import type { RowGradient } from '#core/model/gradient-outputs.ts';
import type { ParameterView } from '#core/training/ports.ts';
import type { FlatMemory } from './flat-memory.ts';
import type { NamedTensors, OnnxBinding, OnnxTensor } from './onnx-session/session.ts';

export interface DenseGradients {
  /** Their places in the list of parameters. */
  readonly parameters: readonly number[];
  readonly accumulated: NamedTensors;
  readonly gradients: NamedTensors;
}

/** The model's memory as onnxruntime sees it; made once, used in every step. */
export class ParameterTensors {
  /** `parameter:<name>` */
  readonly weights = new Map<string, OnnxTensor>();
  /** `accumulated:<name>`: the same memory as the gradients, read before it is overwritten. */
  readonly accumulated = new Map<string, OnnxTensor>();
  /** `gradient:<name>` */
  readonly gradients = new Map<string, OnnxTensor>();

  constructor(binding: OnnxBinding, parameters: readonly GraphParameter[], memory: FlatMemory) {
    parameters.forEach(({ name, shape }, index) => {
      const { weights, gradients } = memory.parameters[index];
      const gradient = binding.createTensor('float32', shape, gradients);
      this.weights.set(`parameter:${name}`, binding.createTensor('float32', shape, weights));
      this.accumulated.set(`accumulated:${name}`, gradient);
      this.gradients.set(`gradient:${name}`, gradient);
    });
  }

  /** Those of the parameters that a step gives whole: the others' gradients are rows alone. */
  denseOf(rowGradients: readonly RowGradient[]): DenseGradients {
    const sparse = new Set(
      rowGradients.filter(({ hasTable }) => !hasTable).map(({ parameter }) => parameter),
    );
    const isDense = (_: unknown, index: number) => !sparse.has(index);
    return {
      parameters: [...this.gradients.keys()]
        .map((_, index) => index)
        .filter((index) => !sparse.has(index)),
      accumulated: new Map([...this.accumulated].filter(isDense)),
      gradients: new Map([...this.gradients].filter(isDense)),
    };
  }

  release(): void {
    for (const tensor of [...this.weights.values(), ...this.gradients.values()]) tensor.release();
  }
}

/** A parameter of the graph cut into the arrays of its parts, under the parts' own names. */
export function viewParts(parameter: GraphParameter, numbers: Float32Array): ParameterView[] {
  let start = 0;
  return parameter.parts.map(({ name, shape, size }) => {
    const values = numbers.subarray(start, start + size);
    start += size;
    return { name, shape, values };
  });
}

/** Its opposite: the numbers of each parameter of the graph, from the arrays of all their parts. */
export function* joinParts(
  parameters: readonly GraphParameter[],
  arrays: readonly Float32Array[],
): Generator<Float32Array> {
  let next = 0;
  for (const { size, parts } of parameters) {
    const numbers = new Float32Array(size);
    let start = 0;
    for (const part of parts) {
      numbers.set(arrays[next++], start);
      start += part.size;
    }
    yield numbers;
  }
}
