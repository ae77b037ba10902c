import { AnamnesisError } from '#core/base/error.ts';
import { settleDifferences } from '#core/annotation/settle/settle-differences.ts';
import type { GivenClass, GivenSpan, LabelGiven } from '#core/domain/annotation-work.ts';
import type { Annotation, AnnotationOrigin } from '#core/domain/document.ts';
import type { FrozenInput, LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { openDifferences } from './open-differences.ts';

/** Whose labels: one person's, or what all agree on or was settled. */
export type LabelChoice = { readonly of: 'settled' } | { readonly of: 'person'; person: string };

export interface FrozenLabels {
  readonly frozen: LabelledSetVersion;
  /** Documents of the project that are not in it. */
  readonly leftOut: {
    /** Not done by all who label them, or skipped. */
    readonly open: number;
    /** Done by two whose differences are not settled. */
    readonly unsettled: number;
    /** Not labelled by this person. */
    readonly others: number;
  };
}

interface Labels {
  readonly classes: readonly GivenClass[];
  readonly spans: readonly GivenSpan[];
}

/**
 * Freezes labels as the next version of a set, of documents that all who label them have done: else
 * one of two would see the labels of the other before they have done theirs.
 * @throws annotation.nothing-done
 */
export function freezeLabels(
  workspace: Workspace,
  name: string,
  { projectId, whose }: { readonly projectId: number; readonly whose: LabelChoice },
): FrozenLabels {
  return workspace.transaction(() => {
    const { annotationProjects, annotationQueue, labelledSets } = workspace;
    const done = new Set(annotationQueue.doneByAll(projectId, 1));
    const leftOut = { open: 0, unsettled: 0, others: 0 };
    const inputs: FrozenInput[] = [];
    for (const { number } of annotationProjects.documents(projectId)) {
      if (!done.has(number)) leftOut.open++;
      else {
        const labels = labelsOf(workspace, { projectId, number, whose });
        if (labels === 'unsettled' || labels === 'others') leftOut[labels]++;
        else inputs.push(toInput(workspace, number, labels));
      }
    }
    if (inputs.length === 0) {
      throw new AnamnesisError('annotation.nothing-done', {
        expected: say('annotation', 'doneDocuments'),
        found: say('annotation', 'none'),
        remedy: say('annotation', 'labelOrSettle'),
      });
    }
    const choice = { annotation: { projectId, ...whose } };
    return { frozen: labelledSets.freeze(name, choice, inputs), leftOut };
  });
}

function labelsOf(
  workspace: Workspace,
  place: { readonly projectId: number; readonly number: number; readonly whose: LabelChoice },
): Labels | 'unsettled' | 'others' {
  const { projectId, number, whose } = place;
  const works = workspace.annotationWorks.ofDocument(projectId, number, 'label');
  if (whose.of === 'person') {
    return works.find(({ person }) => person === whose.person)?.work ?? 'others';
  }
  if (works.length === 1) return works[0].work;
  const differences = openDifferences(workspace, projectId, number);
  return settleDifferences(differences, differences.settling?.work.verdicts ?? {}) ?? 'unsettled';
}

function toInput(workspace: Workspace, number: number, { classes, spans }: Labels): FrozenInput {
  const { id, textHash, patient } = workspace.documents.get(number);
  const names = new Map(workspace.persons.list().map((person) => [person.id, person.name]));
  const origin = ({ by, atMs, guideline }: LabelGiven): AnnotationOrigin => ({
    by: 'person',
    name: names.get(by) ?? null,
    score: null,
    atMs,
    guideline: String(guideline),
  });
  const annotations: Annotation[] = [
    ...classes.map(
      ({ label, given }) => ({ kind: 'class', label, origin: origin(given) }) as const,
    ),
    ...spans.map(
      ({ id: own, type, fragments, attributes, given }) =>
        ({ kind: 'span', id: own, type, fragments, attributes, origin: origin(given) }) as const,
    ),
  ];
  return { number, id, textHash, patient, annotations };
}
