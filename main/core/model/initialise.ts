import type { RandomStream } from '#core/base/random-stream.ts';

/** The standard deviation of BERT's initialisation (Devlin et al., 2019, `initializer_range`). */
const standardDeviation = 0.02;

/**
 * Fills parameters as Hugging Face does: matrices normal with deviation 0.02, LayerNorm weights one,
 * biases zero. Each draws from a stream of its own, named after it, so that the encoder's start does
 * not depend on which head stands on it.
 */
export function initialiseParameters(
  parameters: readonly { readonly name: string; readonly values: Float32Array }[],
  stream: RandomStream,
): void {
  for (const { name, values } of parameters) {
    if (name.endsWith('LayerNorm.weight')) values.fill(1);
    else if (name.endsWith('bias')) values.fill(0);
    else {
      const normal = stream.child(name);
      for (let index = 0; index < values.length; index++) {
        values[index] = standardDeviation * normal.normal();
      }
    }
  }
}
