import type { LaunchInsight } from '#core/api/services/insight-service.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import type { OpenedApart } from './predictor-protocol.ts';
import { program } from './program-location.ts';
import { workApart } from './work-apart.ts';

/** Explains in a process of its own, for the person who acts. */
export function explainApart(
  workspace: OpenedApart,
  entry: string = program.entries.predictor,
): LaunchInsight {
  return (insightId, onProgress) =>
    workApart(
      entry,
      { kind: 'explain', ...workspace, personId: actingPerson() ?? null, insightId },
      onProgress,
    );
}
