import type { Phrase } from '#core/base/phrase.ts';
import type { Overlap } from '#core/corpus/find-overlap.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { SeenData } from '#core/library/seen-data.ts';
import { say } from '#core/wording/say.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { findSeenData } from './model-starts.ts';
import { findOverlap } from './overlaps.ts';

/** A task, and what it has in common with a text that a model has seen. */
interface ComparedTask {
  readonly kind: TaskKind;
  /** Null where the task was not read as a whole. */
  readonly hash: string | null;
  /** Undefined for a text that the workspace does not have any more. */
  readonly overlapWith: (seen: SeenData & { readonly hash: string }) => Overlap | undefined;
}

/**
 * What the models of a plan know of a task before the study: a sentence for each text that they have
 * seen and in which the task's are, or which cannot be compared any more. Models that know the same
 * are named together.
 */
export function describeSeenData(
  workspace: Workspace,
  { id: studyId, plan }: { readonly id: string; readonly plan: Plan },
  { kind, hash: taskHash }: { readonly kind: TaskKind; readonly hash: string },
): Phrase[] {
  const seenBy = new Map(
    Object.keys(plan.models).map((name) => [
      name,
      findSeenData(workspace, { studyId, plan, name }),
    ]),
  );
  return describeSeenBy(seenBy, {
    kind,
    hash: taskHash,
    overlapWith: ({ hash }) => findOverlap(workspace, { taskHash, corpusHash: hash }),
  });
}

/** The same of what each model has seen. */
export function describeSeenBy(
  seenBy: ReadonlyMap<string, readonly SeenData[]>,
  task: ComparedTask,
): Phrase[] {
  const told = new Map<string, { readonly what: Phrase; readonly models: Set<string> }>();
  for (const [name, seen] of seenBy) {
    for (const what of seen.flatMap((data) => describeOne(data, task) ?? [])) {
      const known = told.get(what.english) ?? { what, models: new Set() };
      told.set(what.english, known);
      known.models.add(name);
    }
  }
  return Array.from(told.values(), ({ what, models }) =>
    say('warnings', 'startFrom', [...models], what),
  );
}

function describeOne(seen: SeenData, task: ComparedTask): Phrase | null {
  const isLabelled = seen.kind === 'labelled-set';
  const by = isLabelled
    ? say('warnings', 'fineTunedOn', seen.name, seen.model)
    : say('warnings', 'hasRead', seen.name, seen.model);
  if (seen.hash === null) {
    return say('warnings', 'trainingForgotten', seen.model);
  }
  if (seen.hash === task.hash) {
    return say('warnings', 'veryData', by);
  }
  const overlap = task.overlapWith({ ...seen, hash: seen.hash });
  if (overlap === undefined) {
    return say('warnings', 'textGone', by);
  }
  const { judgedCount, containedCount } = overlap;
  if (containedCount === 0) return null;
  return isLabelled
    ? say('warnings', 'taughtTexts', by, containedCount, judgedCount, task.kind)
    : say('warnings', 'readTexts', by, containedCount, judgedCount, task.kind);
}
