import { assert } from '#core/base/assert.ts';
import { toMeasuredShape } from '#core/engines/default-shape.ts';
import { explainFailure } from '#core/study/execution/explain-failure.ts';
import { openMeasurement, type EngineUnderMeasurement } from '#core/training/measure-engine.ts';
import { say } from '#core/wording/say.ts';
import { findEngine } from '#hosts/composition/engines.ts';
import type { MeasureCommand, TrainerReport } from '#hosts/composition/trainer-protocol.ts';
import { watchOtherPrograms } from './other-programs.ts';

/** Finer than the time of day, which counts whole milliseconds. */
const stopwatch = { nowMs: () => performance.now() };

/** One engine in this process, measured in rounds; what goes wrong is an answer too. */
export class EngineMeasurement {
  #engine: EngineUnderMeasurement | null = null;

  /** Looks for the engine and, where it is there, does its first steps; never rejects. */
  async start({ engine, shape }: MeasureCommand): Promise<TrainerReport> {
    try {
      const finding = await findEngine(engine);
      if (!finding.available) {
        const { reason, remedy } = finding;
        return { type: 'unusable', outcome: { state: 'missing', reason, remedy } };
      }
      const runtime = finding.create('float32');
      this.#engine = await openMeasurement(runtime, toMeasuredShape(shape), stopwatch);
      return { type: 'measuring', detail: finding.detail };
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** Never rejects. */
  async measureRound(): Promise<TrainerReport> {
    try {
      assert(this.#engine !== null, 'an engine is started before its rounds');
      const readOthersShare = watchOtherPrograms();
      const stepMs = await this.#engine.measureRound();
      return { type: 'round', round: { stepMs, othersShare: readOthersShare() } };
    } catch (error) {
      return describeFailure(error);
    }
  }
}

function describeFailure(error: unknown): TrainerReport {
  const { found, remedy, place } = explainFailure(error).told;
  const reason = place === undefined ? found : say('common', 'sentences', [found, place]);
  return { type: 'unusable', outcome: { state: 'failed', reason, remedy } };
}
