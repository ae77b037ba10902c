import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { tiedCrossEntropy } from '#core/graph/composites/cross-entropy.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { differentiate } from '#core/graph/differentiate.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import { verifyGraph } from '#core/graph/verify.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { buildEncoder } from '#core/model/encoder.ts';
import { ModelBuilder } from '#core/model/model-builder.ts';
import { listEncoderParameters } from '#core/model/parameters.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { openOnnx } from '../fixtures/engine/run-onnx.ts';
import type { Feed } from '../fixtures/engine/run-onnx.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const weightsFile = new URL('tiny-bert/model.safetensors', folder);
const referenceFile = new URL('reference/tiny_bert_torch_reference.json', folder);
const present = existsSync(weightsFile) && existsSync(referenceFile);

interface Reference {
  input_ids: number[][];
  attention_mask: number[][];
  last_hidden_state: number[][][];
  mlm_labels: number[][];
  tied_mlm_loss: number;
  grads: Record<string, { norm: number; first4: number[] }>;
}

const encoder: EncoderConfiguration = {
  vocabularySize: 256,
  hiddenSize: 32,
  layerCount: 2,
  headCount: 4,
  intermediateSize: 64,
  maxPositions: 128,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
};

/** The float32 tensors of a safetensors file: header length, JSON header, data. */
function readSafetensors(file: URL): (name: string) => Float32Array {
  const bytes = readFileSync(file);
  const headerLength = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<
    string,
    { dtype: string; data_offsets: [number, number] }
  >;
  return (name) => {
    const entry = header[name] ?? header[`bert.${name}`];
    expect(entry.dtype).toBe('F32');
    const [start, end] = entry.data_offsets.map((offset) => 8 + headerLength + offset);
    return new Float32Array(Uint8Array.from(bytes.subarray(start, end)).buffer);
  };
}

/** The reference's model: the bare encoder, its logits straight from the embedding matrix. */
function buildTiedModel() {
  const graph = createGraphBuilder();
  const inputIds = graph.input('input_ids', 'int64', ['rows', 'columns']);
  const attentionBias = graph.input('attention_bias', 'float32', ['rows', 1, 1, 'columns']);
  const parameters = listEncoderParameters(encoder);
  const model = new ModelBuilder(graph, { encoder, parameters, dropoutRate: 0 });
  const states = buildEncoder(model, { inputIds, attentionBias });
  const hidden = graph.gather(states, graph.input('target_positions', 'int64', ['targets']));
  const loss = tiedCrossEntropy(
    graph,
    {
      hidden,
      embeddings: model.parameter('embeddings.word_embeddings.weight'),
      bias: graph.input('bias', 'float32', [encoder.vocabularySize]),
    },
    {
      labels: graph.input('target_labels', 'int64', ['targets']),
      weights: graph.input('target_weights', 'float32', ['targets', 1]),
    },
  );
  graph.output('loss', loss);
  graph.output('states', states);
  const values = parameters.map(({ name }) => model.parameter(name));
  const gradients = differentiate(graph, loss, { parameters: values });
  for (const [index, { name }] of parameters.entries()) graph.output(name, gradients[index]);
  verifyGraph(graph.graph, 'the tied model');
  return { parameters, bytes: encodeOnnx(lowerToOnnx(graph.graph, { fusedMatMul: true })) };
}

function feedReference(reference: Reference): Record<string, Feed> {
  const rows = reference.input_ids.length;
  const columns = reference.input_ids[0].length;
  const labels = reference.mlm_labels.flat();
  const positions = [...labels.keys()].filter((position) => labels[position] !== -100);
  const targets = positions.length;
  return {
    input_ids: { dataType: 'int64', shape: [rows, columns], data: reference.input_ids.flat() },
    attention_bias: {
      dataType: 'float32',
      shape: [rows, 1, 1, columns],
      data: reference.attention_mask.flat().map((real) => (real === 1 ? 0 : -1e4)),
    },
    bias: { dataType: 'float32', shape: [encoder.vocabularySize], data: new Float32Array(256) },
    target_positions: { dataType: 'int64', shape: [targets], data: positions },
    target_labels: {
      dataType: 'int64',
      shape: [targets],
      data: positions.map((position) => labels[position]),
    },
    target_weights: {
      dataType: 'float32',
      shape: [targets, 1],
      data: new Float32Array(targets).fill(1 / targets),
    },
  };
}

describe.skipIf(!present)(
  'tiny-bert against its PyTorch reference (skipped where ../shared/data is absent)',
  () => {
    it('has the same hidden states, tied loss and gradients', async () => {
      const reference = JSON.parse(readFileSync(referenceFile, 'utf8')) as Reference;
      const readTensor = readSafetensors(weightsFile);
      const { parameters, bytes } = buildTiedModel();
      const feeds = feedReference(reference);
      for (const { name, shape, parts, size } of parameters) {
        const data = new Float32Array(size);
        let start = 0;
        for (const part of parts) {
          data.set(readTensor(part.name), start);
          start += part.size;
        }
        feeds[`parameter:${name}`] = { dataType: 'float32', shape, data };
      }
      const run = await openOnnx(bytes);
      const results = await run(feeds);

      expect(results.loss.data[0]).toBeCloseTo(reference.tied_mlm_loss, 5);
      const realStates = reference.last_hidden_state.flat();
      const isReal = reference.attention_mask.flat();
      for (const [position, expected] of realStates.entries()) {
        if (isReal[position] === 0) continue;
        const row = results.states.data.subarray(position * 32, (position + 1) * 32);
        expect(relativeError(row, expected)).toBeLessThan(1e-5);
      }
      let compared = 0;
      for (const { name, parts } of parameters) {
        let start = 0;
        for (const part of parts) {
          const gradient = results[name].data.subarray(start, start + part.size);
          start += part.size;
          const expected = reference.grads[part.name];
          const norm = Math.hypot(...gradient);
          const scale = Math.max(expected.norm, 1e-3);
          expect(Math.abs(norm - expected.norm) / scale, part.name).toBeLessThan(1e-5);
          const first = gradient.subarray(0, 4);
          expect(relativeError(first, expected.first4, scale), part.name).toBeLessThan(1e-5);
          compared++;
        }
      }
      expect(compared).toBe(Object.keys(reference.grads).length);
    });
  },
);
