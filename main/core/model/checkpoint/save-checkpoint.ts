import { assert } from '#core/base/assert.ts';
import { isUntied } from '../configuration.ts';
import { fitTokenizerFiles } from './fit-tokenizer-files.ts';
import { decoderBias, listWeights, predictionBias, toStoredName } from './weight-names.ts';
import { writeConfiguration } from './write-configuration.ts';
import type { ModelDescription } from './write-configuration.ts';
import { writeSafetensors } from './write-safetensors.ts';

export interface CheckpointContent extends ModelDescription {
  /** Under our names; also those that the head does not use, such as a pooler. */
  readonly weights: ReadonlyMap<string, Float32Array>;
  /** As `Tokenizer.toFiles` gives them. */
  readonly tokenizerFiles: Readonly<Record<string, string>>;
}

/** A file to be written, its bytes in chunks that may be views of the weights. */
export interface CheckpointFile {
  readonly name: string;
  readonly chunks: readonly Uint8Array[];
}

/**
 * The files of a checkpoint folder that transformers opens: configuration, safetensors under
 * transformers' names, tokenizer, and the ONNX files that are given. A decoder that is the word
 * embeddings is, as transformers does it, not stored a second time. The same content gives the same
 * bytes.
 */
export function saveCheckpoint(
  content: CheckpointContent,
  onnxFiles: readonly CheckpointFile[] = [],
): CheckpointFile[] {
  const { encoder, family, head, weights, tokenizerFiles } = content;
  const shapes = shapesOfWeights(content);
  const tensors = [...weights].map(([name, values]) => ({
    name: toStoredName(name, family, head),
    values,
    shape: shapes.get(name) ?? [values.length],
  }));
  // transformers makes a matrix anew that comes without its bias, which is DistilBERT's only one.
  const bias = weights.get(predictionBias);
  if (isUntied(head) && family !== 'distilbert' && bias !== undefined) {
    const name = toStoredName(decoderBias, family, head);
    tensors.push({ name, values: bias, shape: [bias.length] });
  }
  const wanted = listWeights(encoder, head);
  for (const name of wanted.keys()) assert(weights.has(name), `a model with this head has ${name}`);
  return [
    textFile('config.json', writeConfiguration(content, findFilesWithData(onnxFiles))),
    // transformers refuses safetensors that do not say which library wrote them.
    { name: 'model.safetensors', chunks: writeSafetensors(tensors, { format: 'pt' }) },
    ...Object.entries(fitTokenizerFiles(tokenizerFiles, content)).map(([name, text]) =>
      textFile(name, text),
    ),
    ...onnxFiles,
  ];
}

/** The names, without a folder, of the ONNX files that have a file of data beside them. */
function findFilesWithData(onnxFiles: readonly CheckpointFile[]): string[] {
  const names = onnxFiles.map(({ name }) => name);
  return names
    .filter((name) => names.includes(`${name}_data`))
    .map((name) => name.slice(name.lastIndexOf('/') + 1));
}

/** A file with this text in UTF-8. */
export function textFile(name: string, text: string): CheckpointFile {
  return { name, chunks: [new TextEncoder().encode(text)] };
}

/** Shapes of all weights that a model may hold, those of other heads included. */
export function shapesOfWeights({
  encoder,
  weights,
}: Pick<CheckpointContent, 'encoder' | 'weights'>): ReadonlyMap<string, readonly number[]> {
  const labelCount = weights.get('classifier.bias')?.length ?? 0;
  return new Map([
    ...listWeights(encoder, { kind: 'masked-language-model', untied: true }),
    ...listWeights(encoder, { kind: 'sequence-classification', labelCount }),
  ]);
}
