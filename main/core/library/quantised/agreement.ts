import { AnamnesisError } from '#core/base/error.ts';
import type { SampleRow } from './sample-targets.ts';

/** How far two forms of a model say the same about sample texts. */
export interface Agreement {
  readonly textCount: number;
  /** Classes, words or states that were compared. */
  readonly targetCount: number;
  /** Share of the targets at which both find the same most likely; null for a bare encoder. */
  readonly sameShare: number | null;
  /** How many different classes or words the float32 form found; null for a bare encoder. */
  readonly distinctCount: number | null;
  /** Mean cosine between the logits, or the states, of both. */
  readonly meanCosine: number;
}

/** What is asked of a quantised form before it may be exported. */
export const demanded = { targetCount: 100, sameShare: 0.99, meanCosine: 0.99 } as const;

/** A model that answers for one text at a time, as one flat list of its outputs. */
interface Answering {
  run(ids: readonly number[]): Promise<Float32Array>;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let index = 0; index < a.length; index++) {
    product += a[index] * b[index];
    squaresOfA += a[index] ** 2;
    squaresOfB += b[index] ** 2;
  }
  return product / Math.sqrt(squaresOfA * squaresOfB);
}

function mostLikely(values: Float32Array): number {
  return values.reduce((best, value, index) => (value > values[best] ? index : best), 0);
}

/** Asks both forms the same; `perText` says that the outputs are one row for the whole text. */
export async function measureAgreement(
  [reference, other]: readonly [Answering, Answering],
  rows: readonly SampleRow[],
  { perText, hasClasses }: { perText: boolean; hasClasses: boolean },
): Promise<Agreement> {
  let targetCount = 0;
  let sameCount = 0;
  const distinct = new Set<number>();
  let cosines = 0;
  for (const { ids, targets } of rows) {
    const answers = [await reference.run(ids), await other.run(ids)];
    const width = answers[0].length / (perText ? 1 : ids.length);
    for (const target of targets) {
      const [a, b] = answers.map((all) => all.subarray(target * width, (target + 1) * width));
      targetCount++;
      const expected = mostLikely(a);
      distinct.add(expected);
      sameCount += Number(expected === mostLikely(b));
      cosines += cosine(a, b);
    }
  }
  return {
    textCount: rows.length,
    targetCount,
    sameShare: hasClasses ? sameCount / targetCount : null,
    distinctCount: hasClasses ? distinct.size : null,
    meanCosine: cosines / targetCount,
  };
}

function insufficient(expected: string, found: string): AnamnesisError {
  return new AnamnesisError('model.sample-insufficient', {
    expected,
    found,
    remedy: 'Give a file with more texts, one a line, of all kinds that the model will read.',
  });
}

/**
 * Two forms that always say the same one thing agree about nothing.
 * @throws model.sample-insufficient, model.quantised-disagrees
 */
export function checkAgreement(agreement: Agreement): void {
  const { targetCount, distinctCount, sameShare, meanCosine } = agreement;
  if (targetCount < demanded.targetCount) {
    throw insufficient(
      `at least ${demanded.targetCount} predictions to compare`,
      String(targetCount),
    );
  }
  if (distinctCount === 1) {
    throw insufficient('texts about which the model says different things', 'always the same');
  }
  const agrees = (sameShare ?? 1) >= demanded.sameShare && meanCosine >= demanded.meanCosine;
  if (agrees) return;
  throw new AnamnesisError('model.quantised-disagrees', {
    expected: describe({ ...demanded, sameShare: sameShare === null ? null : demanded.sameShare }),
    found: describeAgreement(agreement),
    remedy: 'Export the model without the int8 form: it needs its float32 weights.',
  });
}

/** In one phrase, with its figures. */
export function describeAgreement(agreement: Agreement): string {
  return `${describe(agreement)}, of ${agreement.targetCount} predictions`;
}

function describe({ sameShare, meanCosine }: Pick<Agreement, 'sameShare' | 'meanCosine'>): string {
  const same = sameShare === null ? '' : `the same prediction for ${toPercent(sameShare)}, `;
  return `${same}a mean cosine of ${(Math.floor(meanCosine * 10_000) / 10_000).toFixed(4)}`;
}

/** Rounded down: a figure that fell short never looks as if it had not. */
export function toPercent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}
