import { toFailure } from '#core/api/failure.ts';
import type { ScreeningWorkProgress } from '#core/api/services/screening-work-service.ts';
import { screenDocuments } from '#core/screening/intake/screen-documents.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import type { ApartEnd, ScreenCommand } from '#hosts/composition/predictor-protocol.ts';
import type { WorkEffects } from './work-effects.ts';

/** Lets a release look at the notes of a collection that it has not seen, until it ends or is stopped. */
export async function screen(
  { workspaceFolder, rawKey, personId, releaseId, collectionId, engine }: ScreenCommand,
  { signal, report }: WorkEffects,
): Promise<ApartEnd> {
  try {
    const workspace = openWorkspace(workspaceFolder, { rawKey });
    try {
      const { name: collection } = workspace.collections.get(collectionId);
      const choice = {
        numbers: workspace.documentQueries.numbers({ collectionId }),
        source: { collection },
      };
      const { state } = await actAs(personId, () =>
        screenDocuments(workspace, workspace.screeningReleases.get(releaseId), choice, {
          openRuntime: () => openEngine(engine, 'float32'),
          signal,
          onProgress: ({ counts, done, timeLeftMs }) => {
            const { notes, alerts, notJudged } = counts;
            report({
              ...{ notes, done, alerts, notJudged, timeLeftMs },
            } satisfies ScreeningWorkProgress);
          },
        }),
      );
      return { state: state === 'finished' ? 'done' : 'stopped', failure: null };
    } finally {
      workspace.close();
    }
  } catch (error) {
    return { state: 'failed', failure: toFailure(error) };
  }
}
