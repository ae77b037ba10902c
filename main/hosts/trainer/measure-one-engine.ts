import type { EngineOutcome } from '#core/domain/calibration.ts';
import { toMeasuredShape } from '#core/engines/default-shape.ts';
import { explainFailure } from '#core/study/execution/explain-failure.ts';
import { measureEngine } from '#core/training/measure-engine.ts';
import { findEngine } from '#hosts/composition/engines.ts';
import type { MeasureCommand } from '#hosts/composition/trainer-protocol.ts';

/** Finer than the time of day, which counts whole milliseconds. */
const stopwatch = { nowMs: () => performance.now() };

/** Looks for an engine and, where it is there, measures it; never rejects. */
export async function measureOneEngine({ engine, shape }: MeasureCommand): Promise<EngineOutcome> {
  try {
    const finding = await findEngine(engine);
    if (!finding.available) {
      const { reason, remedy } = finding;
      return { state: 'missing', reason, remedy };
    }
    const measured = await measureEngine(
      finding.create('float32'),
      toMeasuredShape(shape),
      stopwatch,
    );
    return { state: 'measured', detail: finding.detail, ...measured };
  } catch (error) {
    const { found, remedy, place } = explainFailure(error).details;
    return { state: 'failed', reason: place === undefined ? found : `${found} ${place}`, remedy };
  }
}
