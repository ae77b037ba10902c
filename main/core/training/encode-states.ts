import { collateQuestions } from './collate.ts';
import type { Example } from './example.ts';
import { sortByLength } from './group-by-length.ts';
import type { Predictor } from './ports.ts';
import type { StateStore } from './state-store.ts';

/**
 * Lets an encoder say its states at the positions of every example, without dropout, and keeps them.
 * Batches hold examples of similar length. An example without positions has none to keep.
 */
export async function encodeStates(
  encoder: Predictor,
  examples: readonly Example[],
  {
    paddingId,
    store,
    onEncoded,
  }: {
    readonly paddingId: number;
    readonly store: StateStore;
    /** Told after each batch how many examples are done; may throw to end the work. */
    readonly onEncoded: (count: number) => Promise<void>;
  },
): Promise<void> {
  const lengths = examples.map(({ ids }) => ids.length);
  let done = 0;
  for (const batch of sortByLength(lengths, encoder.predictionTokens)) {
    const chosen = Array.from(batch).filter((index) => examples[index].positions.length > 0);
    done += batch.length;
    if (chosen.length === 0) continue;
    const questions = collateQuestions(
      chosen.map((index) => examples[index]),
      paddingId,
    );
    const states = await encoder.predict(questions);
    const size = states.length / questions.positions.length;
    let start = 0;
    for (const index of chosen) {
      const end = start + examples[index].positions.length * size;
      store.put(index, states.slice(start, end));
      start = end;
    }
    await onEncoded(done);
  }
}
