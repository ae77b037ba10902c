import type { Advance } from '#core/base/advance.ts';
import type { Vectors } from '#core/geometry/vectors/vectors.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { collateQuestions } from '#core/training/collate.ts';
import { encodeSentences, type SentenceWindow } from '#core/training/encode-sentences.ts';
import type { Example } from '#core/training/example.ts';
import { sortByLength } from '#core/training/group-by-length.ts';
import type { Predictor } from '#core/training/ports.ts';
import type { WordRun } from './list-mentions.ts';

/** An encoder that says the states of tokens at one of its layers. */
export interface StateReader {
  readonly tokenizer: Tokenizer;
  /** Of a text, special tokens included. */
  readonly maxTokens: number;
  /** Of the states. */
  readonly size: number;
  /** A session of the encoder alone, cut after that layer. */
  readonly session: Predictor;
}

export interface EmbeddedRuns {
  /** [runs × size] the mean of the states of all word pieces; zero where none was read. */
  readonly vectors: Vectors;
  /** [runs] how many pieces were read of each. */
  readonly pieces: Int32Array;
}

/** What the model is asked: a window of a sentence, and of which run each position is. */
interface Question {
  readonly example: Example;
  readonly runs: readonly number[];
}

/**
 * The vectors of runs of words: states of all their word pieces, read in their sentences, as the
 * model reads them in training. Batches hold windows of similar length, and from the last attention
 * on only the pieces that are asked for are computed. @throws RunStopped, through `advance`
 */
export async function embedRuns(
  { tokenizer, maxTokens, size, session }: StateReader,
  { sentences, runs }: { sentences: readonly TaggedSentence[]; runs: readonly WordRun[] },
  advance: Advance,
): Promise<EmbeddedRuns> {
  const questions = askPieces(runs, { sentences, tokenizer, maxTokens });
  const values = new Float32Array(runs.length * size);
  const pieces = new Int32Array(runs.length);
  const batches = sortByLength(
    questions.map(({ example }) => example.ids.length),
    session.predictionTokens,
  );
  let done = 0;
  for (const batch of batches) {
    const asked = Array.from(batch, (index) => questions[index]);
    const states = await session.predict(
      collateQuestions(
        asked.map(({ example }) => example),
        tokenizer.special.padding,
      ),
    );
    let start = 0;
    for (const run of asked.flatMap((question) => question.runs)) {
      const place = run * size;
      for (let axis = 0; axis < size; axis++) values[place + axis] += states[start + axis];
      pieces[run]++;
      start += size;
    }
    done += batch.length;
    await advance('vectors of mentions', done, questions.length);
  }
  for (const [run, count] of pieces.entries()) {
    for (let axis = run * size; axis < (run + 1) * size; axis++) {
      values[axis] /= Math.max(1, count);
    }
  }
  return { vectors: { values, count: runs.length, size }, pieces };
}

function askPieces(
  runs: readonly WordRun[],
  {
    sentences,
    tokenizer,
    maxTokens,
  }: { sentences: readonly TaggedSentence[]; tokenizer: Tokenizer; maxTokens: number },
): Question[] {
  const bySentence = Map.groupBy(runs.keys(), (run) => runs[run].sentence);
  const asked = [...bySentence];
  const { windows } = encodeSentences(
    asked.map(([sentence]) => sentences[sentence]),
    tokenizer,
    { maxTokens, tags: [] },
  );
  return asked.flatMap(([, ofSentence], index) =>
    windows[index].flatMap((window) => {
      const found = ofSentence.flatMap((run) =>
        piecesOf(window, runs[run]).map((piece) => ({ run, piece })),
      );
      if (found.length === 0) return [];
      const positions = Int32Array.from(found, ({ piece }) => piece);
      const example = { ids: window.example.ids, positions, labels: new Int32Array(found.length) };
      return [{ example, runs: found.map(({ run }) => run) }];
    }),
  );
}

/** Columns of the word pieces of a run that stand in this window. */
function piecesOf({ words, example }: SentenceWindow, { start, end }: WordRun): number[] {
  const { ids, positions } = example;
  return words.flatMap((word, place) => {
    if (word < start || word >= end) return [];
    const first = positions[place];
    // The separator stands last.
    const after = place + 1 < words.length ? positions[place + 1] : ids.length - 1;
    return Array.from({ length: after - first }, (_, piece) => first + piece);
  });
}
