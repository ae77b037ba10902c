import type { InsightEnd, LaunchInsight } from '#core/api/services/insight-service.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import { forkApart } from './fork-apart.ts';
import type { ExplainCommand, ExplainReport, StopExplaining } from './predictor-protocol.ts';
import { program } from './program-location.ts';

/**
 * Explains in a process of its own: the window answers meanwhile, and a crash of native code ends no
 * host. What was done is kept, so that a crash costs one part.
 */
export function explainApart(
  workspace: Pick<ExplainCommand, 'workspaceFolder' | 'rawKey'>,
  entry: string = program.entries.predictor,
): LaunchInsight {
  return (insightId, onProgress) => {
    const forked = forkApart<ExplainCommand | StopExplaining, ExplainReport, InsightEnd>({
      entry,
      flags: [],
      onReport: (report) => {
        if (report.kind === 'progress') {
          onProgress({ share: report.share, timeLeftMs: report.timeLeftMs });
          return null;
        }
        // Others tell nothing but that the process leaves.
        return report.kind === 'ended' ? { state: report.state, failure: report.failure } : null;
      },
      crashed: (found) => ({
        state: 'failed',
        failure: {
          code: 'predictor.crashed',
          expected: 'the process with the model to end',
          found,
          remedy:
            'Go on with it: what was done is kept. If it happens again, the machine may have too little memory for the model.',
          place: null,
        },
      }),
    });
    forked.send({ kind: 'explain', ...workspace, personId: actingPerson() ?? null, insightId });
    return {
      ended: forked.ended,
      stop: () => {
        forked.send({ kind: 'stop' });
      },
    };
  };
}
