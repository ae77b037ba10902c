import type { AnnotationProject } from '#core/storage/annotation-projects.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What a project was asked for and did not get, since persons take no more than they were said to. */
export interface Shortfall {
  /** Documents that were to be labelled by two, and those that are. */
  readonly doubleWanted: number;
  readonly double: number;
  /** Documents that nobody labels. */
  readonly unassigned: number;
}

export function countShort(
  { annotationProjects, annotationQueue }: Workspace,
  { id, documentCount, settings }: AnnotationProject,
): Shortfall {
  const { double } = annotationQueue.completion(id);
  const isForTwo = annotationProjects.annotators(id).length > 1;
  const works = [...annotationQueue.progress(id).values()];
  const assigned = works.reduce((sum, each) => sum + each.assigned, 0);
  return {
    doubleWanted: isForTwo ? Math.round(settings.doubleShare * documentCount) : 0,
    double,
    unassigned: documentCount - (assigned - double),
  };
}
