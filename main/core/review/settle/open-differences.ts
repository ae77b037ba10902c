import { AnamnesisError } from '#core/base/error.ts';
import { type Differences, findConflicts } from '#core/annotation/settle/find-conflicts.ts';
import type { StoredWork } from '#core/storage/annotation-works.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

export interface OpenedDifferences extends Differences {
  /** In the order of the ids of persons: who is first says nothing. */
  readonly works: readonly [StoredWork, StoredWork];
  /** What was decided so far; null before the first decision. */
  readonly settling: StoredWork | null;
}

/**
 * What two persons who both have done a document disagree on. @throws annotation.not-both-done: before
 * that nobody may see, by any way, what one of them gave
 */
export function openDifferences(
  workspace: Workspace,
  projectId: number,
  number: number,
): OpenedDifferences {
  const { annotationWorks, annotationProjects } = workspace;
  const works = annotationWorks
    .ofDocument(projectId, number, 'label')
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  if (works.length !== 2 || works.some(({ work }) => work.state !== 'done')) {
    throw new AnamnesisError('annotation.not-both-done', {
      expected: say('annotation', 'doneByTwo'),
      found: say('annotation', 'notByTwo'),
      remedy: say('annotation', 'waitForBoth'),
    });
  }
  const [first, second] = works;
  const { scheme } = annotationProjects.scheme(projectId);
  const [settling] = annotationWorks.ofDocument(projectId, number, 'settle') as (
    StoredWork | undefined
  )[];
  return {
    works: [first, second],
    settling: settling ?? null,
    ...findConflicts(first.work, second.work, scheme.classChoice),
  };
}

/** The same for a person who is to settle them. @throws annotation.not-both-done */
export function beginSettling(
  workspace: Workspace,
  { projectId, number, person }: { projectId: number; number: number; person: string },
): OpenedDifferences & { readonly settling: StoredWork } {
  return workspace.transaction(() => {
    const opened = openDifferences(workspace, projectId, number);
    const place = { projectId, number, person, purpose: 'settle' } as const;
    const settling =
      opened.settling ?? workspace.annotationWorks.open(place, opened.works[0].position);
    return { ...opened, settling };
  });
}
