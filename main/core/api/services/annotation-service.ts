import { measurePace } from '#core/annotation/measure-pace.ts';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import { mayAs, type Person } from '#core/domain/person.ts';
import { changeScheme, writeGuidelines } from '#core/review/projects/change-scheme.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { requireAnnotators } from '#core/review/projects/require-annotators.ts';
import { findLabels } from '#core/review/projects/find-labels.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { findPosition, openWork } from '#core/review/work/open-work.ts';
import {
  suggestMarked,
  suggestPredicted,
  suggestTerms,
} from '#core/review/suggest/suggest-labels.ts';
import { searchAlike } from '#core/review/work/search-alike.ts';
import { undoAction } from '#core/review/work/undo-action.ts';
import type { QueueFilter } from '#core/storage/annotation-queue.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ProjectRow, QueueFilterView } from '../contract/annotation.ts';
import type { PredictionView } from '../contract/models.ts';
import type { ApiEvent } from '../contract/events.ts';
import { procedureRoles } from '../contract/procedure-roles.ts';
import type { AnnotationService } from '../ports.ts';
import { labelsOfPrediction } from './labels-of-prediction.ts';
import { createSuggesting } from './suggesting.ts';
import {
  toAppliedView,
  viewGuidelines,
  viewOpened,
  viewProject,
  viewProjectRow,
} from './view-annotation.ts';
import { toDocumentChoice } from './view-document.ts';

export interface AnnotationServiceOptions {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  /** What a model of the library says of a text. */
  readonly predict: (modelId: string, text: string) => Promise<PredictionView>;
}

/** Documents whose ends tell the pace. */
const paceDocuments = 50;

/** Projects, queues and the labels of whoever asks, and of nobody else. */
export function createAnnotationService({
  workspace,
  nowMs,
  predict,
}: AnnotationServiceOptions): AnnotationService {
  const { annotationProjects, annotationQueue } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const suggesting = createSuggesting({ nowMs, tell });
  const tellEdited = (projectId: number, personId: string) => {
    tell({ type: 'annotation-edited', projectId, personId });
  };

  const row = (projectId: number, { id }: Person): ProjectRow =>
    viewProjectRow(annotationProjects.get(projectId), {
      mine: annotationQueue.progress(projectId).get(id) ?? null,
      completion: annotationQueue.completion(projectId),
    });

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    list: async (asking) => annotationProjects.list().map(({ id }) => row(id, asking)),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    propose: async (choice) =>
      proposeScheme(findLabels(workspace, toDocumentChoice(workspace, choice))),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    labellers: async () => ({
      persons: workspace.persons
        .list()
        .filter(
          ({ kind, state, role }) =>
            kind !== 'recovery' &&
            state === 'active' &&
            mayAs(role, procedureRoles['annotation.edit']),
        )
        .map(({ id, name, role }) => ({ id, name, role })),
    }),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    create: async (request, { id }) => {
      const { name, documents, scheme, guidelines, annotators, ...settings } = request;
      requireAnnotators(
        workspace.persons,
        annotators.map(({ personId }) => personId),
      );
      const { project, leftOut } = createProject(workspace, {
        name,
        createdBy: id,
        documents: toDocumentChoice(workspace, documents),
        scheme,
        guidelines,
        settings,
        annotators:
          annotators.length === 0
            ? [{ person: id, most: null }]
            : annotators.map(({ personId, most }) => ({
                person: personId,
                most,
              })),
      });
      tell({ type: 'annotation-projects-changed' });
      return { projectId: project.id, leftOut };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    remove: async (projectId) => {
      annotationProjects.remove(projectId);
      tell({ type: 'annotation-projects-changed' });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    get: async (projectId, asking) => {
      const midnight = new Date(nowMs()).setHours(0, 0, 0, 0);
      return viewProject(workspace, projectId, {
        row: row(projectId, asking),
        asking,
        pace: {
          documentMs: measurePace(annotationQueue.ends(projectId, asking.id, paceDocuments)),
          doneToday: annotationQueue.countDoneSince(projectId, asking.id, midnight),
        },
      });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    changeScheme: async ({ projectId, scheme, version }, { id: person }) => {
      const changed = changeScheme(workspace, { projectId, person, version }, scheme);
      tell({ type: 'annotation-projects-changed' });
      return { version: changed.version };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    writeGuidelines: async ({ projectId, text, version }, { id: person }) => {
      const written = writeGuidelines(workspace, { projectId, person, version }, text);
      tell({ type: 'annotation-projects-changed' });
      return { version: written.version };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    guidelines: async ({ projectId, version }) =>
      viewGuidelines(workspace, annotationProjects.guidelines(projectId, version)),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    queue: async ({ projectId, filter, skip, limit }, asking) => {
      annotationProjects.get(projectId);
      return annotationQueue.page(toQueueFilter(projectId, filter, asking), { skip, limit });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    neighbour: async ({ projectId, filter, from, direction }, asking) => {
      const ends = direction === 'next' ? -1 : Number.MAX_SAFE_INTEGER;
      const position =
        from === null
          ? ends
          : findPosition(workspace, { projectId, person: asking.id, number: from });
      const fitting = toQueueFilter(projectId, filter, asking);
      return annotationQueue.neighbour(fitting, { position, direction });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    open: async ({ projectId, number }, { id: person }) =>
      viewOpened(openWork(workspace, { projectId, person, number })),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    edit: async ({ projectId, documents }, { id: person }) => {
      const applied = applyAction(workspace, { projectId, person, documents });
      if (applied.actionId !== null) tellEdited(projectId, person);
      return toAppliedView(applied);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    undo: async ({ projectId, actionId }, direction, { id: person }) => {
      const undone = undoAction(workspace, { projectId, person, actionId, direction });
      tellEdited(projectId, person);
      return toAppliedView(undone);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    alike: async (question, { id: person }) => searchAlike(workspace, { ...question, person }),
    suggestTerms: ({ projectId, ...list }, { id: personId }) =>
      suggesting.run({ projectId, personId }, 'terms', (effects) =>
        suggestTerms(workspace, projectId, list, effects),
      ),
    suggestMarked: (projectId, { id: person }) =>
      suggesting.run({ projectId, personId: person }, 'marked', (effects) =>
        suggestMarked(workspace, { projectId, person }, effects),
      ),
    stopSuggesting: ({ id }) => {
      suggesting.stop(id);
      return Promise.resolve();
    },
    suggestPredicted: async ({ projectId, number, modelId }, { id: person }) => {
      const { document } = openWork(workspace, { projectId, person, number });
      const model = workspace.models.get(modelId);
      const predicted = labelsOfPrediction(await predict(modelId, document.text));
      suggestPredicted(workspace, { projectId, number, model: model.name }, predicted);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      suggesting.stopAll();
    },
  };
}

/** Keys that do not narrow are left out. */
function toQueueFilter(
  projectId: number,
  filter: QueueFilterView,
  { id: person }: Person,
): QueueFilter {
  const given = Object.entries(filter).filter(([key, value]) =>
    key === 'search' ? typeof value === 'string' && value.trim() !== '' : value !== null,
  );
  return { projectId, person, ...(Object.fromEntries(given) as Partial<QueueFilter>) };
}
