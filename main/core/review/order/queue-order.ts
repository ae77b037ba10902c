import type { Workspace } from '#core/storage/workspace.ts';

/** How the rest of a queue is ordered. The list is closed. */
export type OrderChoice =
  /** As documents came into the workspace. */
  | { readonly by: 'listed' }
  | { readonly by: 'random'; readonly seed: number }
  /** What a model is least sure of, and not all of one sort. */
  | { readonly by: 'uncertain' }
  /** What is likely of a class, such as a rare one, or has a mention of a type. */
  | { readonly by: 'likely'; readonly label: string };

/** A model that orders, and from how much it has learned. */
export interface Teacher {
  readonly modelId: string;
  /** As it was called then. */
  readonly model: string;
  /** Null where it did not learn from a frozen set. */
  readonly learned: LearnedFrom | null;
}

interface LearnedFrom {
  readonly set: string;
  readonly version: number;
  readonly documents: number;
  readonly labels: number;
}

/** How the rest of a queue came to be ordered. */
export interface QueueOrder {
  readonly choice: OrderChoice;
  /** Null for an order that asks no model. */
  readonly teacher: Teacher | null;
  /** How many documents it chose. */
  readonly chosen: number;
}

/** Names of labels may be longer than what the audit log takes. */
const shownLabel = 100;

/** Writes down what an order rests on: in the audit log, where nobody can change it. */
export function recordOrder(
  { audit }: Pick<Workspace, 'audit'>,
  projectId: number,
  { choice, teacher, chosen }: QueueOrder,
): void {
  audit.append('project.ordered', {
    projectId,
    by: choice.by,
    chosen,
    ...(choice.by === 'random' ? { seed: choice.seed } : {}),
    ...(choice.by === 'likely' ? { label: choice.label.slice(0, shownLabel) } : {}),
    ...(teacher === null ? {} : { modelId: teacher.modelId, model: teacher.model.slice(0, 200) }),
    ...(teacher?.learned ? prefixed(teacher.learned) : {}),
  });
}

/** The latest order of a project; null where documents come as when it was made. */
export function latestOrder(
  { audit }: Pick<Workspace, 'audit'>,
  projectId: number,
): (QueueOrder & { readonly atMs: number; readonly personId: string | null }) | null {
  const entry = audit
    .entriesOf(['project.ordered'])
    .findLast(({ detail }) => detail.projectId === projectId);
  if (entry === undefined) return null;
  const { atMs, personId, detail } = entry;
  const learned =
    detail.learnedSet === undefined
      ? null
      : {
          set: String(detail.learnedSet),
          version: Number(detail.learnedVersion),
          documents: Number(detail.learnedDocuments),
          labels: Number(detail.learnedLabels),
        };
  const teacher =
    detail.modelId === undefined
      ? null
      : { modelId: String(detail.modelId), model: String(detail.model), learned };
  return { atMs, personId, choice: readChoice(detail), teacher, chosen: Number(detail.chosen) };
}

function prefixed({ set, version, documents, labels }: LearnedFrom) {
  return {
    learnedSet: set.slice(0, 200),
    learnedVersion: version,
    learnedDocuments: documents,
    learnedLabels: labels,
  };
}

function readChoice({
  by,
  seed,
  label,
}: Readonly<Record<string, string | number | boolean | null>>): OrderChoice {
  if (by === 'random') return { by, seed: Number(seed) };
  if (by === 'likely') return { by, label: String(label) };
  return by === 'uncertain' ? { by } : { by: 'listed' };
}
