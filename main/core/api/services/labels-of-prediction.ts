import type { PredictedLabel } from '#core/review/suggest/suggest-labels.ts';
import type { PredictionView } from '../contract/models.ts';

/** The likeliest class, each label that is given, or each mention, with its score. */
export function labelsOfPrediction(prediction: PredictionView): PredictedLabel[] {
  if (prediction.kind === 'entities') {
    return prediction.mentions.map((mention) => ({ kind: 'span', ...mention }));
  }
  if (prediction.kind === 'multi-label') {
    return prediction.labels
      .filter(({ isGiven }) => isGiven)
      .map(({ name, probability }) => ({ kind: 'class', label: name, score: probability }));
  }
  const { chosen, classes } = prediction;
  const score = classes.find(({ name }) => name === chosen)?.probability ?? 0;
  return [{ kind: 'class', label: chosen, score }];
}
