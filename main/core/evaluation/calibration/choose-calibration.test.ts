import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { logLoss } from '#core/evaluation/probabilities/log-loss.ts';
import { sigmoid } from '#core/evaluation/probabilities/log-odds.ts';
import { applyCalibrator } from './calibrator.ts';
import { chooseCalibration } from './choose-calibration.ts';

/** Notes whose log odds a model gives `scale` times too extreme and moved by `shift`. */
function distorted(count: number, label: string, { scale = 1, shift = 0 } = {}): BinaryScores {
  const random = new RandomStream(5, label);
  const odds = Array.from({ length: count }, () => 1.5 * random.normal() - 0.5);
  return {
    truths: Uint8Array.from(odds, (z) => Number(random.uniform() < sigmoid(z))),
    scores: Float64Array.from(odds, (z) => sigmoid(scale * z + shift)),
  };
}
const foldsOf = (count: number, folds = 10) =>
  Int32Array.from({ length: count }, (_, item) => item % folds);

describe('chooseCalibration', () => {
  it('takes the temperature of a model that is only too sure, Platt where it is shifted too', () => {
    const sure = chooseCalibration(distorted(800, 'sure', { scale: 3 }), foldsOf(800));
    const moved = chooseCalibration(distorted(800, 'moved', { scale: 3, shift: 3 }), foldsOf(800));
    expect(sure?.calibrator.kind).toBe('temperature');
    expect(moved?.calibrator.kind).toBe('platt');
    for (const each of [sure, moved]) {
      expect(each?.logLossCalibrated).toBeLessThan(each?.logLossAsGiven ?? 0);
      expect(each?.candidates.map(({ logLoss: loss }) => loss === null)).toEqual([
        false,
        false,
        true,
      ]);
    }
  });

  it('takes isotonic regression where no straight line does, and notes are enough', () => {
    const random = new RandomStream(6, 'bent');
    const scores = Float64Array.from({ length: 4000 }, () => random.uniform());
    const truths = Uint8Array.from(scores, (p) =>
      Number(random.uniform() < (p < 0.6 ? 0.05 : 0.6)),
    );
    const chosen = chooseCalibration({ truths, scores }, foldsOf(4000));
    expect(chosen?.calibrator.kind).toBe('isotonic');
  });

  it('promises no more than new notes give, the choice among kinds included', () => {
    let promised = 0;
    let kept = 0;
    const fresh = distorted(20_000, 'fresh', { scale: 2, shift: 0.3 });
    for (let trial = 0; trial < 30; trial++) {
      const binary = distorted(150, `trial ${trial}`, { scale: 2, shift: 0.3 });
      const chosen = chooseCalibration(binary, foldsOf(150));
      if (chosen === null) throw new Error('both classes occur');
      promised += chosen.logLossCalibrated;
      const { calibrator } = chosen;
      const scores = fresh.scores.map((score) => applyCalibrator(calibrator, score));
      kept += logLoss({ truths: fresh.truths, scores }) ?? NaN;
    }
    // Means of 30: what is learned from 120 notes is a little worse than what is from 150.
    expect(promised / 30).toBeGreaterThan(kept / 30 - 0.012);
    expect(promised / 30).toBeLessThan(kept / 30 + 0.03);
  });

  it('never lets a note calibrate itself: its own label changes its value in no fold', () => {
    const binary = distorted(60, 'own', { scale: 2 });
    const folds = foldsOf(60, 5);
    const before = chooseCalibration(binary, folds);
    const truths = Uint8Array.from(binary.truths, (truth, item) =>
      folds[item] === 2 ? 1 - truth : truth,
    );
    const after = chooseCalibration({ ...binary, truths }, folds);
    for (let item = 2; item < 60; item += 5) {
      expect(after?.calibrated.scores[item]).toBe(before?.calibrated.scores[item]);
    }
  });

  it('has nothing to say of one fold or of one class', () => {
    const binary = distorted(40, 'few');
    expect(chooseCalibration(binary, foldsOf(40, 1))).toBeNull();
    const alike = { truths: new Uint8Array(40), scores: binary.scores };
    expect(chooseCalibration(alike, foldsOf(40, 5))).toBeNull();
    expect(chooseCalibration(binary, foldsOf(40, 2))?.calibrator.kind).toBe('temperature');
  });
});
