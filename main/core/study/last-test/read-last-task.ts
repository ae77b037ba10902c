import { packSentences } from '#core/corpus/pack-sentences.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { TextReading } from '#core/library/model-record.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import type { SetTask } from '../data/file-task.ts';
import { openSet } from '../data/open-set.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { openLabelSets, openNotes, openSentences } from '../data/task-reading.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** What a model is asked of locked sets. */
export interface LastTask {
  /** All examples in one fold, under the labels that the model knows. */
  readonly task: PreparedTask;
  /** As the study fine-tuned the model, with what its record says of reading. */
  readonly plan: TaskPlan;
  readonly groups: number;
  /** What the model has no label for, by label. */
  readonly unknownLabels: readonly { readonly label: string; readonly count: number }[];
}

/**
 * Reads the versions that a study locks as a task reads its data, for a model with these labels. A note of
 * a class that the model does not know cannot be judged: it is left out and counted; entities of
 * unknown types are counted and passed over.
 */
export function readLastTask(
  workspace: Workspace,
  versions: readonly LabelledSetVersion[],
  asked: {
    readonly name: string;
    readonly plan: TaskPlan;
    /** In the model’s order. */
    readonly labels: readonly string[];
    readonly reading: TextReading | undefined;
  },
): LastTask {
  const { name, labels, reading } = asked;
  // What is rare among few notes is not rare, and what a study chose in its own data is chosen.
  const plan = {
    ...asked.plan,
    minimumCount: undefined,
    ...readAsLearned(asked.plan, reading, labels),
  } as TaskPlan;
  const unknown = new LabelCounts();
  const sources = versions.map((frozen) => {
    const data = {
      format: 'set',
      set: frozen.name,
      version: frozen.version,
      nearDuplicates: 'together',
    };
    return openSet(workspace, { ...plan, data } as SetTask, { frozen });
  });
  const identity = { name, hash: '', learned: null, isSearched: false, warnings: [] };
  const inOneFold = (count: number) => [Int32Array.from({ length: count }, (_, at) => at)];
  const finish = (task: PreparedTask, groupIds: readonly (string | null)[]): LastTask => {
    const named = groupIds.filter((groupId) => groupId !== null);
    const groups = new Set(named).size + groupIds.length - named.length;
    return { task, plan, groups, unknownLabels: unknown.list() };
  };
  switch (plan.kind) {
    case 'classification': {
      const notes = sources
        .flatMap((source) => [...openNotes(source, plan).examples])
        .filter(({ label }) => labels.includes(label) || unknown.add(label));
      return finish(
        {
          ...identity,
          kind: 'classification',
          notes,
          classes: labels,
          folds: inOneFold(notes.length),
        },
        notes.map(({ groupId }) => groupId),
      );
    }
    case 'multi-label': {
      const notes = sources.flatMap((source) => [...openLabelSets(source, plan).examples]);
      for (const label of notes.flatMap((note) => note.labels)) {
        if (!labels.includes(label)) unknown.add(label);
      }
      return finish(
        {
          ...identity,
          kind: 'multi-label',
          notes,
          classes: labels,
          folds: inOneFold(notes.length),
        },
        notes.map(({ groupId }) => groupId),
      );
    }
    case 'entities': {
      const sentences = packSentences(
        sources
          .flatMap((source) => [...openSentences(source, plan).examples])
          .map((sentence) => ({
            ...sentence,
            tags: passOverUnknown(sentence.tags, labels, unknown),
            groupId: plan.groupByDocument ? sentence.groupId : null,
          })),
      );
      return finish(
        {
          ...identity,
          kind: 'entities',
          sentences,
          tags: labels,
          folds: inOneFold(sentences.length),
        },
        Array.from(sentences, ({ groupId }) => groupId),
      );
    }
  }
}

/** The class that windows are pooled by and thresholds are those of the model, not of the locked notes. */
function readAsLearned(
  { kind }: TaskPlan,
  reading: TextReading | undefined,
  labels: readonly string[],
): object {
  if (reading === undefined) return {};
  const { maxTokens, longNotes, positive, thresholds } = reading;
  if (kind === 'entities') return { maxTokens };
  if (kind === 'classification') {
    return {
      maxTokens,
      longNotes,
      ...(positive === null ? {} : { positiveClass: labels[positive] }),
    };
  }
  const learned = Object.fromEntries(labels.map((label, at) => [label, thresholds?.[at]]));
  return { maxTokens, longNotes, ...(thresholds === undefined ? {} : { threshold: learned }) };
}

function passOverUnknown(
  tags: readonly string[],
  known: readonly string[],
  unknown: LabelCounts,
): string[] {
  return tags.map((tag) => {
    if (known.includes(tag)) return tag;
    if (tag.startsWith('B-')) unknown.add(tag.slice(2));
    return outsideTag;
  });
}

/** How often labels came. */
class LabelCounts {
  readonly #counts = new Map<string, number>();

  /** Says that the example is not to be kept. */
  add(label: string): false {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    return false;
  }

  list(): { readonly label: string; readonly count: number }[] {
    return Array.from(this.#counts, ([label, count]) => ({ label, count })).sort((a, b) =>
      a.label < b.label ? -1 : 1,
    );
  }
}
