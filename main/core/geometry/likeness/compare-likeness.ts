import type { LikenessDifference } from '#core/domain/entity-geometry.ts';
import { adjustHolm } from '#core/evaluation/statistics/adjust-holm.ts';
import { lessThan, type MeasuredModel } from './measured.ts';
import { resampledP, summariseResamples } from './summarise-resamples.ts';

/**
 * Each model against the ones before it, type by type. Thin types are shown, never adjusted for or
 * claimed: their p would cost the others theirs.
 */
export function compareLikeness(
  models: readonly MeasuredModel[],
  { typeNames, isThin }: { typeNames: readonly string[]; isThin: readonly boolean[] },
): LikenessDifference[] {
  const differences = models.flatMap((model, place) =>
    models.slice(0, place).flatMap((against) =>
      typeNames.flatMap((type, index) => {
        const found = compareType(model, against, index);
        return found === null ? [] : [{ ...found, type, isThin: isThin[index] }];
      }),
    ),
  );
  const judged = differences.filter(({ isThin, p }) => !isThin && p !== null);
  const adjusted = adjustHolm(judged.map(({ p }) => p ?? 1));
  return differences.map((difference) => {
    const { model, against, type, apart, lift, p } = difference;
    const place = judged.indexOf(difference);
    const adjustedP = place < 0 ? null : adjusted[place];
    return { model, against, type, apart, lift, p, adjustedP };
  });
}

function compareType(
  model: MeasuredModel,
  against: MeasuredModel,
  type: number,
): Omit<LikenessDifference, 'type' | 'adjustedP'> | null {
  const [one, other] = [model, against].map(({ types }) => types[type]);
  const [words, otherWords] = [model.baseline, against.baseline];
  if (one.apart === null || other.apart === null) return null;
  if (words.apart === null || otherWords.apart === null) return null;
  const apart = lessThan(one.apartResamples, other.apartResamples);
  const random = lessThan(words.apartResamples, otherWords.apartResamples);
  const lifts = lessThan(apart, random);
  const difference = one.apart - other.apart;
  const lift = summariseResamples(difference - (words.apart - otherWords.apart), lifts);
  const plain = summariseResamples(difference, apart);
  if (plain === null || lift === null) return null;
  return {
    model: model.model,
    against: against.model,
    apart: plain,
    lift,
    p: resampledP(lifts),
  };
}
