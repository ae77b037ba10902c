import type { RandomStream } from '#core/base/random-stream.ts';
import type { EncoderConfiguration } from './configuration.ts';

interface Parameter {
  readonly name: string;
  readonly values: Float32Array;
}

/** Of a position's waves; against words that start with deviation 0.02, position weighs twice as much. */
const positionAmplitude = 0.056;
/** Logit of a head at the neighbour that it looks at, where positions alone count: about this. */
const peakLogit = 21;
/** What attention adds to a word's state at the start, per value and against 1. */
const attentionDeviation = 0.64;

/**
 * A better start than chance for the first layer of a new model: positions are waves (Vaswani et
 * al. 2017, section 3.5), and each head of the first layer turns those of its query by a fixed
 * distance, so that it looks at one neighbour: the word before, the word after, the second before,
 * and so on. Heads that begin at random look at everything at once; learning where to look then
 * takes millions of tokens, which a small corpus does not have. All of it is learned further; the
 * ways in which a start may imitate what training finds are those of Trockman and Kolter 2023
 * ("Mimetic initialization of self-attention layers"). Measured in docs/pretraining.md.
 *
 * Expects parameters that `initialiseParameters` has filled, and overwrites the position embeddings
 * and the first layer's query, key, value and output weights.
 */
export function startWithNeighbourAttention(
  parameters: readonly Parameter[],
  encoder: EncoderConfiguration,
  stream: RandomStream,
): void {
  const { hiddenSize, headCount, maxPositions } = encoder;
  const find = (name: string) => parameters.find((parameter) => parameter.name === name)?.values;
  const positions = find('embeddings.position_embeddings.weight');
  const query = find('encoder.layer.0.attention.self.query.weight');
  const key = find('encoder.layer.0.attention.self.key.weight');
  if (positions === undefined || query === undefined || key === undefined) return;

  const waveCount = Math.floor(hiddenSize / 2);
  const frequencies = drawFrequencies(waveCount, stream.child('frequencies'));
  for (let position = 0; position < maxPositions; position++) {
    frequencies.forEach((frequency, wave) => {
      const at = position * hiddenSize + 2 * wave;
      positions[at] = positionAmplitude * Math.sin(frequency * position);
      positions[at + 1] = positionAmplitude * Math.cos(frequency * position);
    });
  }

  // Each head has waves of its own, drawn at random: neighbouring ones would repeat sooner.
  const order = Int32Array.from({ length: waveCount }, (_, wave) => wave);
  stream.child('waves-of-heads').shuffle(order);
  const headSize = hiddenSize / headCount;
  const wavesPerHead = Math.floor(headSize / 2);
  // After LayerNorm the waves, two thirds of a state's variance, have an amplitude of √(4/3); the logit
  // sums 4/3 · strength² over half a head's size and is divided by the root of that size.
  const strength = Math.sqrt((peakLogit * 1.5) / Math.sqrt(headSize));
  for (let head = 0; head < headCount; head++) {
    const distance = distanceOf(head);
    for (let index = 0; index < wavesPerHead; index++) {
      const wave = order[head * wavesPerHead + index];
      const cosine = strength * Math.cos(frequencies[wave] * distance);
      const sine = strength * Math.sin(frequencies[wave] * distance);
      const first = (head * headSize + 2 * index) * hiddenSize + 2 * wave;
      const second = first + hiddenSize;
      // sin(f(p + d)) and cos(f(p + d)) from sin(fp) and cos(fp).
      query[first] += cosine;
      query[first + 1] += sine;
      query[second] -= sine;
      query[second + 1] += cosine;
      key[first] += strength;
      key[second + 1] += strength;
    }
  }
  for (const name of ['self.value', 'output.dense']) {
    scaleTo(
      find(`encoder.layer.0.attention.${name}.weight`),
      Math.sqrt(attentionDeviation / hiddenSize),
    );
  }
}

/** −1, 1, −2, 2, −3, … */
function distanceOf(head: number): number {
  const distance = 1 + Math.floor(head / 2);
  return head % 2 === 0 ? -distance : distance;
}

/** Evenly over (0, π), so that one position apart tells as much as many; jitter lets none repeat. */
function drawFrequencies(count: number, random: RandomStream): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    return (Math.PI * (index + random.uniform())) / count;
  });
}

/** Makes normal values with deviation 0.02 wider or narrower. */
function scaleTo(values: Float32Array | undefined, deviation: number): void {
  const factor = deviation / 0.02;
  values?.forEach((value, index) => {
    values[index] = factor * value;
  });
}
