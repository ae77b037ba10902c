import type { Head } from '#core/model/configuration.ts';
import type { ModelFamily } from '../model-family.ts';
import { saveCheckpoint, type CheckpointContent } from '../save-checkpoint.ts';
import { listWeights } from '../weight-names.ts';
import type { FolderContents } from './memory-folder.ts';

const shape = {
  vocabularySize: 20,
  hiddenSize: 8,
  layerCount: 1,
  headCount: 2,
  intermediateSize: 16,
  maxPositions: 12,
} as const;

const encoders = {
  bert: {
    ...shape,
    tokenTypeCount: 2,
    positionOffset: 0,
    layerNormEpsilon: 1e-12,
    hiddenActivation: 'gelu',
  },
  distilbert: {
    ...shape,
    tokenTypeCount: 0,
    positionOffset: 0,
    layerNormEpsilon: 1e-12,
    hiddenActivation: 'relu',
  },
  roberta: {
    ...shape,
    tokenTypeCount: 1,
    positionOffset: 3,
    layerNormEpsilon: 1e-5,
    hiddenActivation: 'gelu-tanh',
  },
} as const satisfies Partial<Record<ModelFamily, object>>;

/** A model of some hundred values, of which no two weights are equal. */
export function makeSmallModel(
  family: keyof typeof encoders,
  head: Head | null,
): CheckpointContent & { readonly weights: Map<string, Float32Array> } {
  const encoder = encoders[family];
  const weights = new Map(
    [...listWeights(encoder, head)].map(([name, sizes], seed) => {
      const count = sizes.reduce((product, size) => product * size, 1);
      return [name, Float32Array.from({ length: count }, (_, index) => Math.sin(seed + index))];
    }),
  );
  const isClassifier = head !== null && head.kind !== 'masked-language-model';
  return {
    ...{ encoder, family, head, weights },
    labels: isClassifier ? ['O', 'B-DISO', 'I-DISO'] : null,
    tokenizerFiles: { 'vocab.txt': '[PAD]\n' },
    paddingId: 0,
  };
}

/** Its folder, as it is exported. */
export function folderOf(content: CheckpointContent): FolderContents {
  return Object.fromEntries(
    saveCheckpoint(content).map(({ name, chunks }) => [
      name,
      Uint8Array.from(chunks.flatMap((chunk) => [...chunk])),
    ]),
  );
}
