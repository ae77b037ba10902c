import type { CalibrationShape } from '#core/domain/calibration.ts';
import type { MeasuredShape } from '#core/training/measure-engine.ts';

/** A small BERT on a usual batch: large enough to tell engines apart, measured in seconds. */
export const defaultShape: CalibrationShape = {
  layers: 4,
  hiddenSize: 256,
  vocabularySize: 8_000,
  rows: 8,
  tokens: 128,
};

/** BERT's rule: a head for every 64 of the hidden size. */
export const hiddenSizePerHead = 64;

/** The encoder and batch that a shape stands for. */
export function toMeasuredShape(shape: CalibrationShape): MeasuredShape {
  const { layers, hiddenSize, vocabularySize, rows, tokens } = shape;
  return {
    rows,
    columns: tokens,
    encoder: {
      vocabularySize,
      hiddenSize,
      layerCount: layers,
      headCount: hiddenSize / hiddenSizePerHead,
      intermediateSize: 4 * hiddenSize,
      maxPositions: Math.max(512, tokens),
      tokenTypeCount: 2,
      layerNormEpsilon: 1e-12,
      positionOffset: 0,
      hiddenActivation: 'gelu',
    },
  };
}

/** For people, for example "4 layers, hidden size 256, 8 rows of 128 tokens". */
export function describeShape({ layers, hiddenSize, rows, tokens }: CalibrationShape): string {
  return `${layers} layers, hidden size ${hiddenSize}, ${rows} rows of ${tokens} tokens`;
}
