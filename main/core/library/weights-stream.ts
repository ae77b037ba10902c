import { AnamnesisError } from '#core/base/error.ts';
import type { Checkpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import {
  bytesOf,
  layOutSafetensors,
  sortByName,
} from '#core/model/checkpoint/safetensors-layout.ts';
import { areFinite } from './are-finite.ts';

/** The weights of a checkpoint as the file that a workspace keeps: safetensors, float32, by name. */
interface WeightsStream {
  /** Of the file. */
  readonly sizeBytes: number;
  /**
   * Reads the weights; `onBytes` hears of every piece that was taken. A piece holds until the next is
   * asked for. @throws checkpoint.weight-not-finite, checkpoint.file-truncated
   */
  read(onBytes: (count: number) => void): AsyncIterable<Uint8Array>;
}

/** Lays the file out; nothing of the weights is read before `read`. */
export function openWeightsStream(checkpoint: Checkpoint): WeightsStream {
  const tensors = sortByName(checkpoint.listTensors());
  const header = layOutSafetensors(tensors);
  const dataBytes = tensors.reduce((sum, { shape }) => sum + 4 * countValues(shape), 0);
  return {
    sizeBytes: header.length + dataBytes,
    async *read(onBytes) {
      yield header;
      onBytes(header.length);
      const names = tensors.map(({ name }) => name);
      for await (const { name, values } of checkpoint.streamTensors(names)) {
        if (!areFinite(values)) throw notFinite(name);
        yield bytesOf(values);
        onBytes(values.byteLength);
      }
    },
  };
}

function countValues(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function notFinite(place: string): AnamnesisError {
  return new AnamnesisError('checkpoint.weight-not-finite', {
    expected: 'finite numbers',
    found: 'an infinite value or none (NaN)',
    remedy: 'Save the checkpoint again from a training that did not diverge.',
    place,
  });
}
