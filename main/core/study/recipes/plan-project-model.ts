import type { JsonObject } from '#core/domain/json.ts';

/** A model that learns what was labelled so far. */
export interface ProjectModelOrder {
  readonly projectId: number;
  /** As people read it. */
  readonly title: string;
  /** What was labelled so far, frozen. */
  readonly set: string;
  readonly version: number;
  readonly labels: 'classes' | 'spans';
  /** A model as a plan names it. */
  readonly model: string;
  /** Whether the head alone learns: minutes in the place of hours. */
  readonly frozenEncoder: boolean;
}

/** One study of each kind, revised each time. */
export function nameOfProjectModel(projectId: number, labels: 'classes' | 'spans'): string {
  return `project-${projectId}-${labels}`;
}

/**
 * The plan of a study that makes a model of what was labelled so far, to order the rest by it or to
 * suggest labels; two folds say what to expect of it. A later version of the labels is another plan of
 * the same study.
 */
export function planProjectModel(order: ProjectModelOrder): JsonObject {
  const { projectId, title, set, version, labels, model, frozenEncoder } = order;
  return {
    name: nameOfProjectModel(projectId, labels),
    title,
    models: { model: { start: { kind: 'library', model } } },
    tasks: {
      labels: {
        kind: labels === 'classes' ? 'classification' : 'entities',
        frozenEncoder,
        finalModel: true,
        folds: 2,
        data: { format: 'set', set, version },
      },
    },
  };
}
