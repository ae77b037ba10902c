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

/** `test`: what was drawn for a test, `rest`: all else, to train on. */
export type Slice = 'test' | 'rest' | 'all';

export interface LabelsToFreeze {
  readonly projectId: number;
  readonly whose: LabelChoice;
  /** All of the project unless given. */
  readonly slice?: Slice | undefined;
}

export interface FrozenLabels {
  readonly frozen: LabelledSetVersion;
  /** Documents of the slice that are not in it. */
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
  { projectId, whose, slice = 'all' }: LabelsToFreeze,
): FrozenLabels {
  return workspace.transaction(() => {
    const { annotationProjects, annotationQueue, documents, labelledSets } = workspace;
    const done = new Set(annotationQueue.doneByAll(projectId, 1));
    const leftOut = { open: 0, unsettled: 0, others: 0 };
    const inputs: FrozenInput[] = [];
    const persons = new Map(workspace.persons.list().map(({ id, name: own }) => [id, own]));
    for (const { number, isTest } of annotationProjects.documents(projectId)) {
      if (slice !== 'all' && isTest !== (slice === 'test')) continue;
      if (!done.has(number)) leftOut.open++;
      else {
        const labels = labelsOf(workspace, { projectId, number, whose });
        if (labels === 'unsettled' || labels === 'others') leftOut[labels]++;
        else
          inputs.push({
            ...documents.identity(number),
            annotations: toAnnotations(labels, persons),
          });
      }
    }
    if (inputs.length === 0) {
      throw new AnamnesisError('annotation.nothing-done', {
        expected: say('annotation', 'doneDocuments'),
        found: say('annotation', 'none'),
        remedy: say('annotation', 'labelOrSettle'),
      });
    }
    const choice = { annotation: { projectId, ...whose, ...(slice === 'all' ? {} : { slice }) } };
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

function toAnnotations(
  { classes, spans }: Labels,
  names: ReadonlyMap<string, string | null>,
): Annotation[] {
  const origin = ({ by, atMs, guideline }: LabelGiven): AnnotationOrigin => ({
    by: 'person',
    name: names.get(by) ?? null,
    score: null,
    atMs,
    guideline: String(guideline),
  });
  return [
    ...classes.map(
      ({ label, given }) => ({ kind: 'class', label, origin: origin(given) }) as const,
    ),
    ...spans.map(
      ({ id: own, type, fragments, attributes, given }) =>
        ({ kind: 'span', id: own, type, fragments, attributes, origin: origin(given) }) as const,
    ),
  ];
}
