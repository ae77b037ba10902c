import { toFailure } from '#core/api/failure.ts';
import type { InsightProgress } from '#core/api/services/insight-service.ts';
import { completeExplanation } from '#core/insight/complete-explanation.ts';
import { completeGeometry } from '#core/insight/entities/complete-geometry.ts';
import { geometryKind } from '#core/insight/entities/geometry-order.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { openModelGradients } from '#hosts/composition/open-model-gradients.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import type { ApartEnd, ExplainCommand } from '#hosts/composition/predictor-protocol.ts';
import type { WorkEffects } from './work-effects.ts';

/** Goes on with an insight, whatever it is, until it ends, or is stopped. */
export async function explain(
  { workspaceFolder, rawKey, personId, insightId }: ExplainCommand,
  { signal, report }: WorkEffects,
): Promise<ApartEnd> {
  try {
    const workspace = openWorkspace(workspaceFolder, { rawKey });
    try {
      const kept = workspace.insights.get(insightId);
      const advance = tellAdvance({
        clock: systemClock,
        emit: (event) => {
          if (event.type !== 'preparation') return;
          const { fraction: share, timeLeftMs } = event;
          report({ share, timeLeftMs } satisfies InsightProgress);
        },
        shouldStop: () => signal.aborted,
      });
      const openRuntime = (engine: string) => openEngine(engine, 'float32');
      await actAs(personId, async () => {
        if (kept.kind === geometryKind) {
          await completeGeometry(workspace, kept, { openRuntime, advance });
        } else {
          const openGradients = openModelGradients;
          await completeExplanation(workspace, kept, { openRuntime, openGradients, advance });
        }
      });
      return { state: 'done', failure: null };
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (error instanceof RunStopped) return { state: 'stopped', failure: null };
    return { state: 'failed', failure: toFailure(error) };
  }
}
