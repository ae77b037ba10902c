import type { Paced } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { largestOf } from '#core/base/extremes.ts';
import type {
  EntityGeometry,
  ModelGeometry,
  ResampledFigure,
  TypeLikeness,
} from '#core/domain/entity-geometry.ts';
import { meanVector, pickVectors, unitVectors, type Vectors } from '../vectors/vectors.ts';
import { compareLikeness } from './compare-likeness.ts';
import { blocksOfGroups, drawBlocks } from './draw-blocks.ts';
import { sumPairsByBlock, weighPairs, type PairKernel } from './pair-kernel.ts';
import { lessThan, type Measured, type MeasuredModel } from './measured.ts';
import { likenessApart, meanLikeness, type Labelled } from './pair-likeness.ts';
import { summariseResamples } from './summarise-resamples.ts';

/** Mentions and, beside them, random words: rows of the vectors of each model. */
export interface LabelledMentions extends Labelled {
  /** [count] the place of its type in `typeNames`; −1 for a random word. */
  readonly types: Int32Array;
  readonly typeNames: readonly string[];
  readonly groupCount: number;
}

export interface ModelVectors {
  readonly model: string;
  readonly layer: number;
  readonly layerCount: number;
  readonly vectors: Vectors;
}

/** Fewer mentions or documents say too little of a type to claim anything. */
const enoughMentions = 20;
const enoughGroups = 10;

/**
 * Mean cosines within and between types for each model, and what models differ in. Documents are
 * drawn with replacement, the same ones for all types and models; copies of one document make no
 * pairs. Random words show what a cosine is worth in a model (Ethayarajh, EMNLP 2019, section 4.1).
 * Tells at each pause which share is done.
 */
export function* measureLikeness(
  mentions: LabelledMentions,
  models: readonly ModelVectors[],
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): Paced<Pick<EntityGeometry, 'models' | 'differences'>, number> {
  const { types, typeNames, groupCount } = mentions;
  const random = new RandomStream(seed, 'likeness');
  const blockOf = blocksOfGroups(groupCount, random.child('blocks'));
  const blockCount = largestOf(blockOf, -1) + 1;
  const draws = random.child('draws');
  const drawn = Array.from({ length: resamples }, () => drawBlocks(blockCount, draws));
  const members = typeNames.map((_, type) => indicesOf(types, type));
  const words = indicesOf(types, -1);
  const isThin = members.map(
    (of) => of.length < enoughMentions || count(of, mentions.groups) < enoughGroups,
  );
  const parts = models.length * (typeNames.length + 1);
  let done = 0;
  const measured: MeasuredModel[] = [];
  const shown: ModelGeometry[] = [];
  for (const { model, layer, layerCount, vectors } of models) {
    const plain = unitVectors(vectors);
    const centred = unitVectors(vectors, meanVector(pickVectors(vectors, words)));
    function* measure(of: Int32Array): Paced<Measured, number> {
      const kernels = [plain, centred].map((unit) => sumPairsByBlock(unit, mentions, of, blockOf));
      const [ofPlain, ofCentred] = kernels.map((): (number | null)[] => []);
      for (const [index, each] of drawn.entries()) {
        ofPlain.push(weighPairs(kernels[0], each));
        ofCentred.push(weighPairs(kernels[1], each));
        if (index % 10 === 0) yield (done + index / resamples) / parts;
      }
      done++;
      return {
        apart: likenessApart(plain, mentions, of, of),
        centred: likenessApart(centred, mentions, of, of),
        apartResamples: fewBlocks(kernels[0]) ? [] : ofPlain,
        centredResamples: fewBlocks(kernels[1]) ? [] : ofCentred,
      };
    }
    const baseline = yield* measure(words);
    const ofTypes: Measured[] = [];
    for (const of of members) ofTypes.push(yield* measure(of));
    measured.push({ model, baseline, types: ofTypes });
    const between = (unit: Vectors) =>
      members.map((one) => members.map((other) => likenessApart(unit, mentions, one, other)));
    shown.push({
      model,
      layer,
      layerCount,
      size: vectors.size,
      baseline: summariseResamples(baseline.apart, baseline.apartResamples),
      baselineWords: words.length,
      types: typeNames.map((type, index) => ({
        type,
        mentions: members[index].length,
        isThin: isThin[index],
        groups: count(members[index], mentions.groups),
        surfaces: count(members[index], mentions.surfaces),
        all: meanLikeness(plain, members[index]),
        ...figuresOf(ofTypes[index], baseline),
      })),
      between: between(plain),
      betweenCentred: between(centred),
    });
  }
  return { models: shown, differences: compareLikeness(measured, { typeNames, isThin }) };
}

function figuresOf(
  type: Measured,
  baseline: Measured,
): Pick<TypeLikeness, 'apart' | 'lift' | 'centred'> {
  return {
    apart: summariseResamples(type.apart, type.apartResamples),
    lift: liftOf(type, baseline),
    centred: summariseResamples(type.centred, type.centredResamples),
  };
}

function liftOf(type: Measured, baseline: Measured): ResampledFigure | null {
  if (type.apart === null || baseline.apart === null) return null;
  return summariseResamples(
    type.apart - baseline.apart,
    lessThan(type.apartResamples, baseline.apartResamples),
  );
}

/** Resamples of fewer are too much alike, as for all intervals of ours. */
function fewBlocks({ blocks }: PairKernel): boolean {
  return blocks.length < enoughGroups;
}

function indicesOf(types: Int32Array, type: number): Int32Array {
  return Int32Array.from(types.keys()).filter((index) => types[index] === type);
}

function count(members: Int32Array, labels: Int32Array): number {
  return new Set(members.map((index) => labels[index])).size;
}
