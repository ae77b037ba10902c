import { collateQuestions } from './collate.ts';
import type { Example } from './example.ts';
import { sortByLength } from './group-by-length.ts';
import { joinStates } from './fine-tuning-data.ts';
import type { Predictor } from './ports.ts';
import type { StateStore } from './state-store.ts';

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

/** Targets of a batch of states: enough for products to be fast, few enough for their memory. */
const targetsAtOnce = 4096;

/** The same of a head alone, with states that were computed before; `chosen` are their numbers. */
export async function predictFromStates(
  head: Pick<Predictor, 'predict'>,
  examples: readonly Example[],
  { chosen, store }: { readonly chosen: readonly number[]; readonly store: StateStore },
): Promise<Float32Array[][]> {
  const predictions: Float32Array[][] = [];
  for (let next = 0; next < chosen.length;) {
    const parts: Float32Array[] = [];
    const counts: number[] = [];
    let targets = 0;
    while (next < chosen.length && (targets === 0 || targets < targetsAtOnce)) {
      const number = chosen[next++];
      const count = examples[number].positions.length;
      counts.push(count);
      targets += count;
      if (count > 0) parts.push(store.read(number));
    }
    const logits =
      targets === 0 ? new Float32Array() : await head.predict({ states: joinStates(parts) });
    const classCount = logits.length / Math.max(1, targets);
    let target = 0;
    for (const count of counts) {
      predictions.push(
        Array.from({ length: count }, () => {
          const start = target++ * classCount;
          return logits.slice(start, start + classCount);
        }),
      );
    }
  }
  return predictions;
}
