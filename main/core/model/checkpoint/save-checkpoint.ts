import { assert } from '#core/base/assert.ts';
import type { EncoderConfiguration, Head } from '../configuration.ts';
import { writeConfiguration } from './config-json.ts';
import { listWeights, toStoredName } from './weight-names.ts';
import { writeSafetensors } from './write-safetensors.ts';

export interface CheckpointContent {
  readonly encoder: EncoderConfiguration;
  readonly head: Head;
  /** Class names in the order of the classifier's rows; null for a language model. */
  readonly labels: readonly string[] | null;
  /** Under our names. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** As `Tokenizer.toFiles` gives them. */
  readonly tokenizerFiles: Readonly<Record<string, string>>;
}

/** A file to be written, its bytes in chunks that are views of the weights. */
export interface CheckpointFile {
  readonly name: string;
  readonly chunks: readonly Uint8Array[];
}

/**
 * The files of a checkpoint folder that transformers opens: configuration, safetensors under
 * transformers' names, tokenizer. The same content gives the same bytes.
 */
export function saveCheckpoint(content: CheckpointContent): CheckpointFile[] {
  const { encoder, head, labels, weights } = content;
  const tensors = [...listWeights(encoder, head)].map(([name, shape]) => {
    const values = weights.get(name);
    assert(values !== undefined, `a model with this head has ${name}`);
    return { name: toStoredName(name, encoder, head), values, shape };
  });
  const encode = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];
  return [
    { name: 'config.json', chunks: encode(writeConfiguration(encoder, head, labels)) },
    // transformers refuses safetensors that do not say which library wrote them.
    { name: 'model.safetensors', chunks: writeSafetensors(tensors, { format: 'pt' }) },
    ...Object.entries(content.tokenizerFiles).map(([name, text]) => ({
      name,
      chunks: encode(text),
    })),
  ];
}
