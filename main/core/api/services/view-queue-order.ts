import { findOfRun } from '#core/library/model-of-run.ts';
import { latestOrder } from '#core/review/order/queue-order.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { nameOfProjectModel } from '#core/study/recipes/plan-project-model.ts';
import type { QueueOrderView } from '../contract/annotation-model.ts';
import { createNames } from './view-annotation.ts';

/** What comes next in a project, what that rests on, and the models that learn from it. */
export function viewQueueOrder(workspace: Workspace, projectId: number): QueueOrderView {
  const { annotationProjects, annotationQueue } = workspace;
  annotationProjects.get(projectId);
  const ofTest = new Set(
    annotationProjects
      .documents(projectId)
      .flatMap(({ number, isTest }) => (isTest ? [number] : [])),
  );
  const done = annotationQueue.doneByAll(projectId, 1);
  const testDone = done.filter((number) => ofTest.has(number)).length;
  return {
    test: { documents: ofTest.size, done: testDone },
    learnable: done.length - testDone,
    untouched: annotationQueue.untouched(projectId).length,
    latest: viewLatest(workspace, projectId),
    trainings: (['classes', 'spans'] as const).flatMap((labels) => {
      const study = workspace.studies.findByName(nameOfProjectModel(projectId, labels));
      if (study === undefined) return [];
      const final = workspace.runs
        .listByStudy(study.id)
        .findLast(({ kind, state }) => kind === 'final' && state === 'finished');
      const model = final === undefined ? undefined : findOfRun(workspace, final.id);
      return [{ labels, studyId: study.id, modelId: model?.id ?? null }];
    }),
  };
}

function viewLatest(workspace: Workspace, projectId: number): QueueOrderView['latest'] {
  const order = latestOrder(workspace, projectId);
  if (order === null) return null;
  const { choice, teacher, personId, atMs, chosen } = order;
  return {
    by: choice.by,
    label: choice.by === 'likely' ? choice.label : null,
    seed: choice.by === 'random' ? choice.seed : null,
    atMs,
    person: personId === null ? null : createNames(workspace)(personId),
    chosen,
    model: teacher && { id: teacher.modelId, name: teacher.model, learned: teacher.learned },
  };
}
