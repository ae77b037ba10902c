import { toFailure } from '#core/api/failure.ts';
import type { InsightEnd } from '#core/api/services/insight-service.ts';
import { completeExplanation } from '#core/insight/complete-explanation.ts';
import { completeGeometry } from '#core/insight/entities/complete-geometry.ts';
import { geometryKind } from '#core/insight/entities/geometry-order.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { openModelGradients } from '#hosts/composition/open-model-gradients.ts';
import type { ExplainCommand, ExplainReport } from '#hosts/composition/predictor-protocol.ts';

/** Goes on with an insight, whatever it is, until it ends, or is stopped. */
export async function explain(
  { workspaceFolder, rawKey, personId, insightId }: ExplainCommand,
  { shouldStop, report }: { shouldStop: () => boolean; report: (told: ExplainReport) => void },
): Promise<InsightEnd> {
  try {
    const workspace = openWorkspace(workspaceFolder, { rawKey });
    try {
      const kept = workspace.insights.get(insightId);
      const advance = tellAdvance({
        clock: { nowMs: Date.now },
        emit: (event) => {
          if (event.type !== 'preparation') return;
          report({ kind: 'progress', share: event.fraction, timeLeftMs: event.timeLeftMs });
        },
        shouldStop,
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
