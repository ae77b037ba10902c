import { collateQuestions } from './collate.ts';
import type { Example } from './example.ts';
import { sortByLength } from './group-by-length.ts';
import type { Predictor } from './ports.ts';

/**
 * The most probable class at each position of each example, in the order of the examples.
 * Batches hold examples of similar length; nothing is padded more than needed.
 */
export async function predictClasses(
  predictor: Predictor,
  examples: readonly Example[],
  options: { paddingId: number },
): Promise<Int32Array[]> {
  const predictions = examples.map((example) => new Int32Array(example.positions.length));
  const lengths = examples.map((example) => example.ids.length);
  for (const batch of sortByLength(lengths, predictor.predictionTokens)) {
    const chosen = Array.from(batch).filter((index) => examples[index].positions.length > 0);
    if (chosen.length === 0) continue;
    const questions = collateQuestions(
      chosen.map((index) => examples[index]),
      options.paddingId,
    );
    const logits = await predictor.predict(questions);
    const classCount = logits.length / questions.positions.length;
    let target = 0;
    for (const index of chosen) {
      const predicted = predictions[index];
      for (let position = 0; position < predicted.length; position++, target++) {
        predicted[position] = largest(logits, target * classCount, classCount);
      }
    }
  }
  return predictions;
}

function largest(values: Float32Array, start: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if (values[start + index] > values[start + best]) best = index;
  }
  return best;
}
