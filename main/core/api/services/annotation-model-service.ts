import { randomUUID } from 'node:crypto';
import { beliefOf } from '#core/annotation/order/belief-of.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { createPause, type WorkEffects } from '#core/collection/selection/long-work.ts';
import { orderQueue, type Asked } from '#core/review/order/order-queue.ts';
import { freezeLabels } from '#core/review/settle/freeze-labels.ts';
import { suggestPredicted } from '#core/review/suggest/suggest-labels.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planProjectModel } from '#core/study/recipes/plan-project-model.ts';
import { findTeacher } from '#core/study/results/find-teacher.ts';
import { say } from '#core/wording/say.ts';
import type { ModelWork, ModelWorkRequest } from '../contract/annotation-model.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { PredictionView } from '../contract/models.ts';
import type { AnnotationModelService } from '../ports.ts';
import { labelsOfPrediction } from './labels-of-prediction.ts';
import { createStoppableWork } from './stoppable-work.ts';
import { viewQueueOrder } from './view-queue-order.ts';

export interface AnnotationModelServiceOptions {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  /** What a model of the library says of a text. */
  readonly predict: (modelId: string, text: string) => Promise<PredictionView>;
  /** Begins a study, or puts it into the queue; returns its id. */
  readonly startStudy: (planText: string) => Promise<string>;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

/** Models at work in projects: they learn what was labelled, order the rest, and suggest labels in it. */
export function createAnnotationModelService(
  options: AnnotationModelServiceOptions,
): AnnotationModelService {
  const { workspace, nowMs, predict, startStudy } = options;
  const { annotationProjects, annotationQueue, documents, models } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  let startedAtMs = 0;
  let latest: ModelWork | null = null;
  const work = createStoppableWork<ModelWork>({
    ...options,
    onChange: (told) => {
      const { share } = told;
      const isKnown = told.state === 'running' && share !== null && share > 0;
      const timeLeftMs = isKnown ? ((nowMs() - startedAtMs) * (1 - share)) / share : null;
      latest = { ...told, timeLeftMs };
      tell({ type: 'annotation-model-work', work: latest });
    },
  });

  const order = async (
    { projectId, choice }: Extract<ModelWorkRequest, { kind: 'order' }>,
    effects: WorkEffects,
  ): Promise<number> => {
    const types = annotationProjects.scheme(projectId).scheme.types.map(({ name }) => name);
    const ask = (modelId: string): Asked => ({
      teacher: findTeacher(workspace, models.get(modelId)),
      believe: async (text) => beliefOf(await predict(modelId, text), types),
    });
    const count = await orderQueue(
      workspace,
      { projectId, choice },
      { ...effects, asked: 'modelId' in choice ? ask(choice.modelId) : null },
    );
    tell({ type: 'annotation-projects-changed' });
    return count;
  };
  const suggest = async (
    { projectId, modelId }: Extract<ModelWorkRequest, { kind: 'suggest' }>,
    effects: WorkEffects,
  ): Promise<number> => {
    const { name: model } = models.get(modelId);
    const pause = createPause(effects);
    const numbers = annotationQueue.untouched(projectId);
    for (const [index, number] of numbers.entries()) {
      const predicted = labelsOfPrediction(await predict(modelId, documents.get(number).text));
      suggestPredicted(workspace, { projectId, number, model }, predicted);
      await pause(index + 1, numbers.length);
    }
    tell({ type: 'annotation-projects-changed' });
    return numbers.length;
  };

  return {
    train: async ({ modelId, set: name, ...order }) => {
      const { projectId } = order;
      annotationProjects.get(projectId);
      const { id: model } = models.get(modelId);
      const whose = { of: 'settled' } as const;
      const { frozen } = freezeLabels(workspace, name, { projectId, whose, slice: 'rest' });
      tell({ type: 'collections-changed' });
      const { name: set, version } = frozen;
      return startStudy(JSON.stringify(planProjectModel({ ...order, set, version, model })));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    queueOrder: async (projectId) => viewQueueOrder(workspace, projectId),
    latest: () => Promise.resolve(latest),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    start: async (request) => {
      if (work.isRunning()) throw busy();
      annotationProjects.get(request.projectId);
      const asked = request.kind === 'suggest' ? request : request.choice;
      if ('modelId' in asked) models.get(asked.modelId);
      const none = { share: null, timeLeftMs: null, documents: null, failure: null };
      const begun: ModelWork = { id: randomUUID(), request, state: 'running', ...none };
      startedAtMs = nowMs();
      work.start(begun, async (effects) => {
        const count = await (request.kind === 'order'
          ? order(request, effects)
          : suggest(request, effects));
        return { ...begun, state: 'done', share: 1, documents: count };
      });
      return begun.id;
    },
    stop: () => {
      work.stop();
      return Promise.resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      work.stop();
    },
  };
}

function busy(): AnamnesisError {
  return new AnamnesisError('model.task-running', {
    expected: say('annotation', 'noModelAtWork'),
    found: say('leaving', 'oneRunning'),
    remedy: say('leaving', 'waitOrStop'),
  });
}
