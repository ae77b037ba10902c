import { AnamnesisError } from '#core/base/error.ts';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { beginEdits, fitLabels } from '#core/annotation/fit-labels.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { Suggestion } from '#core/domain/annotation-work.ts';
import type { StoredWork } from '#core/storage/annotation-works.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** Whose labels on which document. */
export interface LabelPlace {
  readonly projectId: number;
  readonly person: string;
  /** Of the document. */
  readonly number: number;
}

export interface OpenedWork {
  readonly stored: StoredWork;
  readonly document: StoredDocument;
  readonly scheme: AnnotationScheme;
  readonly schemeVersion: number;
  readonly guidelineVersion: number;
  /** Those that the person may see, answered or not. */
  readonly suggestions: readonly Suggestion[];
  readonly isBlind: boolean;
  /**
   * Both who label the document have done it: no edit is taken any more, since from now on the two are
   * compared, counted, measured and frozen, and nobody may follow the other.
   */
  readonly isLocked: boolean;
}

/**
 * A person's work on a document that was given to them. The first time it gets the labels that the
 * document came with and the scheme still has, which is an action of the log as any. @throws annotation.not-assigned
 */
export function openWork(workspace: Workspace, place: LabelPlace): OpenedWork {
  return workspace.transaction(() => {
    const { annotationProjects, annotationWorks, annotationSuggestions, documents } = workspace;
    const { projectId, number, person } = place;
    const { settings } = annotationProjects.get(projectId);
    const { scheme, version: schemeVersion } = annotationProjects.scheme(projectId);
    const { version: guidelineVersion } = annotationProjects.guidelines(projectId);
    let stored = annotationWorks.find({ ...place, purpose: 'label' });
    if (stored === undefined) refuseStranger();
    const { begin, isTest } = annotationProjects.document(projectId, number);
    if (stored.revision === 0 && begin !== null) {
      const atMs = workspace.nowMs();
      // The scheme may have lost a label since the project was made.
      const { kept } = fitLabels(begin, scheme);
      const edits = beginEdits(kept, { by: person, atMs, guideline: guidelineVersion });
      const action = { projectId, person, kind: 'begin', ofAction: null } as const;
      const { id: workId, revision, work } = stored;
      annotationWorks.commit({ ...action, schemeVersion, guidelineVersion }, [
        { workId, revision, edits, after: applyEdits(work, edits) },
      ]);
      stored = annotationWorks.get(workId);
    }
    const isBlind = settings.suggestions === 'blind' || isTest;
    return {
      stored,
      document: documents.get(number),
      scheme,
      schemeVersion,
      guidelineVersion,
      suggestions: isBlind
        ? []
        : annotationSuggestions
            .ofDocument(projectId, number)
            // What another has marked before would tell what they gave.
            .filter(({ from }) => from.by !== 'marked' || from.name === person),
      isBlind,
      isLocked: annotationWorks.isDoneByBoth(projectId, number),
    };
  });
}

/** Where a document stands in the queue of a person. @throws annotation.not-assigned */
export function findPosition({ annotationWorks }: Workspace, place: LabelPlace): number {
  return annotationWorks.positionOf({ ...place, purpose: 'label' }) ?? refuseStranger();
}

function refuseStranger(): never {
  throw new AnamnesisError('annotation.not-assigned', {
    expected: say('annotation', 'ownDocument'),
    found: say('annotation', 'anothers'),
    remedy: say('annotation', 'openQueue'),
  });
}
