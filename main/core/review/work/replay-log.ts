import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { untouchedWork } from '#core/domain/annotation-work.ts';
import { canonicalJson } from '#core/storage/canonical-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * Replays the log of all labels, and names each work that is not what its log gives: by number, never
 * by what is in it.
 */
export function replayLog({ annotationWorks }: Workspace): string[] {
  return annotationWorks.ids().flatMap((workId) => {
    const { projectId, work } = annotationWorks.get(workId);
    const replayed = applyEdits(untouchedWork, annotationWorks.history(workId));
    return canonicalJson(replayed) === canonicalJson(work)
      ? []
      : [`work ${workId} of project ${projectId} is not what its log gives`];
  });
}
