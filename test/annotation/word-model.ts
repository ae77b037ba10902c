import { largestOf } from '#core/base/extremes.ts';
import { RandomStream } from '#core/base/random-stream.ts';

/** A word tagger that is fast enough for five folds of a corpus: logistic regression on hashed features. */
export interface WordModel {
  probabilities(words: readonly string[], at: number): number[];
}

const bits = 18;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0) & ((1 << bits) - 1);
}

function featuresOf(words: readonly string[], at: number): number[] {
  const word = (offset: number) => (words[at + offset] ?? '¶').toLowerCase();
  const own = word(0);
  const shape = (words[at] ?? '')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0');
  return [
    'bias',
    `w ${own}`,
    `p ${own.slice(0, 3)}`,
    `s3 ${own.slice(-3)}`,
    `s4 ${own.slice(-4)}`,
    `s5 ${own.slice(-5)}`,
    `f ${shape.slice(0, 6)}`,
    `-1 ${word(-1)}`,
    `+1 ${word(1)}`,
    `-2 ${word(-2)}`,
    `+2 ${word(2)}`,
    `-1s ${word(-1).slice(-4)}`,
    `+1s ${word(1).slice(-4)}`,
    `-1w ${word(-1)} ${own}`,
    `+1w ${own} ${word(1)}`,
  ].map(hash);
}

const known = new WeakMap<readonly string[], number[][]>();

/** Of all words of a sentence; made once, however many models ask. */
function featuresOfAll(words: readonly string[]): number[][] {
  const made = known.get(words) ?? words.map((_, at) => featuresOf(words, at));
  known.set(words, made);
  return made;
}

/** Learns by AdaGrad, one word after the other. `labels` are indices below `labelCount`. */
export function trainWordModel(
  sentences: readonly { readonly words: readonly string[]; readonly labels: readonly number[] }[],
  labelCount: number,
  { epochs, seed }: { readonly epochs: number; readonly seed: number },
): WordModel {
  const weights = new Float64Array(labelCount << bits);
  const squares = new Float64Array(labelCount << bits);
  const score = (features: readonly number[]): number[] => {
    const logits = Array.from({ length: labelCount }, (_, label) =>
      features.reduce((sum, feature) => sum + weights[(label << bits) + feature], 0),
    );
    const largest = largestOf(logits);
    const powers = logits.map((logit) => Math.exp(logit - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  };
  const order = sentences.map((_, index) => index);
  const random = new RandomStream(seed, 'word model');
  const prepared = sentences.map(({ words }) => featuresOfAll(words));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of random.shuffle(order)) {
      for (const [at, features] of prepared[index].entries()) {
        const probabilities = score(features);
        for (let label = 0; label < labelCount; label++) {
          const gradient = probabilities[label] - (sentences[index].labels[at] === label ? 1 : 0);
          if (Math.abs(gradient) < 1e-3) continue;
          for (const feature of features) {
            const place = (label << bits) + feature;
            squares[place] += gradient * gradient;
            weights[place] -= (0.25 * gradient) / (Math.sqrt(squares[place]) + 1e-6);
          }
        }
      }
    }
  }
  return { probabilities: (words, at) => score(featuresOfAll(words)[at]) };
}
