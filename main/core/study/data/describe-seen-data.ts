import type { Overlap } from '#core/corpus/find-overlap.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { SeenData } from '#core/library/seen-data.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { formatCount } from '#core/base/format-number.ts';
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
): string[] {
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
): string[] {
  const modelsOf = new Map<string, string[]>();
  for (const [name, seen] of seenBy) {
    const sentences = seen.flatMap((data) => describeOne(data, task) ?? []);
    for (const sentence of new Set(sentences)) {
      modelsOf.set(sentence, [...(modelsOf.get(sentence) ?? []), `“${name}”`]);
    }
  }
  return Array.from(
    modelsOf,
    ([sentence, models]) =>
      `${joinNames(models)} ${models.length === 1 ? 'starts' : 'start'} from a model ${sentence}`,
  );
}

function describeOne(seen: SeenData, task: ComparedTask): string | null {
  const isLabelled = seen.kind === 'labelled-set';
  const by = isLabelled
    ? `that was fine-tuned, with labels, on “${seen.name}” (${seen.model})`
    : `that has read “${seen.name}” (${seen.model})`;
  if (seen.hash === null) {
    return `that comes from “${seen.model}”, of which the workspace does not know any more what it was trained on: whether texts of this task were among it cannot be compared.`;
  }
  if (seen.hash === task.hash) {
    return `${by}, the very data of this task: it was told the answers before it is tested, and its figures say nothing of new text.`;
  }
  const overlap = task.overlapWith({ ...seen, hash: seen.hash });
  if (overlap === undefined) {
    return `${by}, which the workspace does not have any more: whether texts of this task are in it cannot be compared.`;
  }
  return overlap.containedCount === 0
    ? null
    : `${by}, which holds ${describeShare(overlap, task.kind, isLabelled)}`;
}

function describeShare(
  { judgedCount, containedCount }: Overlap,
  kind: TaskKind,
  isLabelled: boolean,
): string {
  const items = kind === 'classification' ? 'notes' : 'sentences';
  const share = `most of the words of ${formatCount(containedCount)} of the ${formatCount(judgedCount)} ${items}`;
  return isLabelled
    ? `${share} that were compared: it was taught with them before it is tested on them, and its figures are better than those of new text would be.`
    : `${share} with eight words or more, in the same order: it has read them before they are tested, without their labels, and on text that it has not read it may do worse.`;
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
