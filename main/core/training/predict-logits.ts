import { collateQuestions } from './collate.ts';
import type { Example } from './example.ts';
import { sortByLength } from './group-by-length.ts';
import type { Predictor } from './ports.ts';

/**
 * Logits at each position of each example, in the order of the examples: [positions][classes].
 * Batches hold examples of similar length; nothing is padded more than needed.
 */
export async function predictLogits(
  predictor: Predictor,
  examples: readonly Example[],
  options: { paddingId: number },
): Promise<Float32Array[][]> {
  const predictions = examples.map((): Float32Array[] => []);
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
      for (let position = 0; position < examples[index].positions.length; position++, target++) {
        const start = target * classCount;
        predictions[index].push(logits.slice(start, start + classCount));
      }
    }
  }
  return predictions;
}
