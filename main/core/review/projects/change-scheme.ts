import { AnamnesisError } from '#core/base/error.ts';
import { checkScheme } from '#core/annotation/check-scheme.ts';
import { listRemoved } from '#core/annotation/list-removed.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { GuidelinesVersion, SchemeVersion } from '#core/storage/annotation-projects.ts';
import { refuseOutdated } from '#core/storage/annotation-works.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

export interface Rewriting {
  readonly projectId: number;
  /** Id of the person who does it. */
  readonly person: string;
  /** The version that is replaced. */
  readonly version: number;
}

/**
 * Changes what is labelled, from now on. Keys and looks may change at any time and labels may come;
 * one that somebody has given stays, and with a class how many of them a document may have: what is
 * done would not be whole any more, and conflicts that were decided would be others.
 * @throws annotation.scheme-invalid, annotation.label-in-use, annotation.outdated
 */
export function changeScheme(
  workspace: Workspace,
  { projectId, person, version }: Rewriting,
  scheme: AnnotationScheme,
): SchemeVersion {
  checkScheme(scheme);
  const { annotationProjects, annotationWorks } = workspace;
  return workspace.transaction(() => {
    const now = annotationProjects.scheme(projectId);
    if (now.version !== version) refuseOutdated();
    if (now.scheme.classChoice !== scheme.classChoice) {
      const given = now.scheme.classes.map(({ name }) =>
        annotationWorks.countLabel(projectId, 'class', name),
      );
      const count = given.reduce((sum, each) => sum + each, 0);
      if (count > 0) refuseChoice(count);
    }
    for (const removed of listRemoved(now.scheme, scheme)) {
      const count =
        removed.kind === 'value'
          ? annotationWorks.countAttribute(projectId, removed.attribute, removed.name)
          : annotationWorks.countLabel(projectId, removed.kind, removed.name);
      if (count > 0) refuseUsed(removed.name, count);
    }
    return annotationProjects.putScheme(projectId, person, scheme);
  });
}

/** Writes a new version of the guidelines; labels given from now on name it. @throws annotation.outdated */
export function writeGuidelines(
  workspace: Workspace,
  { projectId, person, version }: Rewriting,
  content: string,
): GuidelinesVersion {
  const { annotationProjects } = workspace;
  return workspace.transaction(() => {
    const now = annotationProjects.guidelines(projectId);
    if (now.version !== version) refuseOutdated();
    if (now.content === content) return now;
    return annotationProjects.putGuidelines(projectId, person, content);
  });
}

function refuseChoice(count: number): never {
  throw new AnamnesisError('annotation.label-in-use', {
    expected: say('annotation', 'sameChoice'),
    found: say('annotation', 'otherChoice', count),
    remedy: say('annotation', 'keepChoice'),
  });
}

function refuseUsed(name: string, count: number): never {
  throw new AnamnesisError('annotation.label-in-use', {
    expected: say('annotation', 'unusedLabel'),
    found: say('annotation', 'usedLabel', name, count),
    remedy: say('annotation', 'changeLabelsFirst'),
  });
}
