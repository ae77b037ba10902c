import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { countBytes, encodeOnnxWithWeights } from '#core/graph/onnx/encode.ts';
import { buildExportedGraph } from '../exported-graph.ts';
import type { CheckpointContent, CheckpointFile } from './save-checkpoint.ts';
import { bytesOf } from './safetensors-layout.ts';

/** Readers of protocol buffers refuse messages from 2 GiB on. */
const limitBytes = 2 ** 31 - 1;

/**
 * `onnx/model.onnx`, where transformers.js looks for it: the model in float32 with its weights.
 * @throws AnamnesisError model.too-large-for-onnx
 */
export function writeOnnx({
  encoder,
  head,
  weights,
}: Pick<CheckpointContent, 'encoder' | 'head' | 'weights'>): CheckpointFile {
  const { onnx, parameters } = buildExportedGraph(encoder, head);
  const chunks = encodeOnnxWithWeights(
    onnx,
    parameters.map(({ name, shape, parts }) => ({
      name: `parameter:${name}`,
      shape,
      chunks: parts.map((part) => {
        const values = weights.get(part.name);
        assert(values?.length === part.size, `${part.name} has ${part.size} values`);
        return bytesOf(values);
      }),
    })),
  );
  checkSize(countBytes(chunks));
  return { name: 'onnx/model.onnx', chunks };
}

/** One file is what every reader of ONNX opens; weights in files beside it are not written. */
export function checkSize(sizeBytes: number): void {
  if (sizeBytes <= limitBytes) return;
  throw new AnamnesisError('model.too-large-for-onnx', {
    expected: `at most ${limitBytes} bytes, which a file in this format may have`,
    found: `${sizeBytes} bytes`,
    remedy: 'Export with --without-onnx: the rest of the folder opens in PyTorch.',
    place: 'onnx/model.onnx',
  });
}
