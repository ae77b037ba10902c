import { AnamnesisError } from '#core/base/error.ts';
import { describeChange, type WorkChange } from '#core/annotation/edits/describe-change.ts';
import { resolveEdits } from '#core/annotation/edits/resolve-edits.ts';
import type { AskedEdit, Suggestion } from '#core/domain/annotation-work.ts';
import type { UndoSteps, WorkEdits } from '#core/storage/annotation-log.ts';
import { refuseOutdated } from '#core/storage/annotation-works.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { openWork } from './open-work.ts';

/** Edits of one person that are saved, undone and redone together. */
export interface AskedAction {
  readonly projectId: number;
  readonly person: string;
  readonly documents: readonly {
    readonly number: number;
    /** As the person saw it. */
    readonly revision: number;
    readonly edits: readonly AskedEdit[];
  }[];
}

export interface ChangedDocument extends WorkChange {
  readonly number: number;
  readonly revision: number;
  /** As `openWork` says it, after the action. */
  readonly isLocked: boolean;
  readonly takenSuggestions: readonly string[];
  readonly putSuggestions: readonly Suggestion[];
}

export interface AppliedAction {
  /** Null where nothing changed. */
  readonly actionId: number | null;
  readonly documents: readonly ChangedDocument[];
  readonly steps: UndoSteps;
}

/**
 * Applies what a person asks for: all of it or nothing, and on the disk when it returns.
 * @throws annotation.outdated where the person has not seen the newest state, annotation.adjudicated,
 * annotation.not-assigned, and what `resolveEdits` refuses
 */
export function applyAction(workspace: Workspace, asked: AskedAction): AppliedAction {
  const { projectId, person } = asked;
  const { annotationWorks } = workspace;
  return workspace.transaction(() => {
    const changes: WorkEdits[] = [];
    const documents: Omit<ChangedDocument, 'isLocked'>[] = [];
    let versions = { schemeVersion: 0, guidelineVersion: 0 };
    for (const { number, revision, edits: askedEdits } of asked.documents) {
      if (documents.some((each) => each.number === number)) refuseOutdated();
      const opened = openWork(workspace, { projectId, person, number });
      const { stored, document, scheme, suggestions, schemeVersion, guidelineVersion } = opened;
      versions = { schemeVersion, guidelineVersion };
      if (stored.revision !== revision) refuseOutdated();
      if (opened.isLocked) refuseLocked();
      const { edits, work } = resolveEdits(stored.work, askedEdits, {
        text: document.text,
        scheme,
        given: { by: person, atMs: workspace.nowMs(), guideline: guidelineVersion },
        suggestions: new Map(suggestions.map((each) => [each.id, each])),
      });
      if (edits.length > 0) changes.push({ workId: stored.id, revision, edits, after: work });
      documents.push(
        describeDocument(describeChange(edits, work), work.verdicts, suggestions, {
          number,
          revision: edits.length > 0 ? revision + 1 : revision,
        }),
      );
    }
    const action = { projectId, person, kind: 'edit', ofAction: null, ...versions } as const;
    const actionId = changes.length === 0 ? null : annotationWorks.commit(action, changes);
    return {
      actionId,
      documents: withLocks(workspace, projectId, documents),
      steps: annotationWorks.steps(projectId, person),
    };
  });
}

/** What the person has to hear of a document: also which suggestions wait now, and which no more. */
export function describeDocument(
  change: WorkChange,
  verdicts: Readonly<Record<string, string>>,
  suggestions: readonly Suggestion[],
  place: { readonly number: number; readonly revision: number },
): Omit<ChangedDocument, 'isLocked'> {
  const isAnswered = (id: string) => Object.hasOwn(verdicts, id);
  return {
    ...change,
    ...place,
    takenSuggestions: change.judged.filter(isAnswered),
    putSuggestions: suggestions.filter(({ id }) => change.judged.includes(id) && !isAnswered(id)),
  };
}

/** Once the action is kept: by it, a document for two may be done. */
export function withLocks(
  { annotationWorks }: Workspace,
  projectId: number,
  documents: readonly Omit<ChangedDocument, 'isLocked'>[],
): ChangedDocument[] {
  return documents.map((document) => ({
    ...document,
    isLocked: annotationWorks.isDoneByBoth(projectId, document.number),
  }));
}

export function refuseLocked(): never {
  throw new AnamnesisError('annotation.adjudicated', {
    expected: say('annotation', 'stillToDo'),
    found: say('annotation', 'doneByBoth'),
    remedy: say('annotation', 'askSettler'),
  });
}
