import { countRepeated } from '#core/evaluation/folds/count-repeated.ts';
import { noteFoldItems } from '#core/evaluation/folds/fold-items.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { classAnswers, encodeNotes } from '#core/training/encode-notes.ts';
import { poolNotes } from '#core/training/pool-windows.ts';
import { sidesOf } from '../data/sides-of.ts';
import { findPositive } from '../data/positive-class.ts';
import type { PreparedClassification } from '../data/prepared-task.ts';
import type { ClassificationPlan } from '../plan/plan-schema.ts';
import { startsOf, windowsOf, type FoldWork, type Items } from './fold-work.ts';
import { judgeNotes } from './judge-fold.ts';

/** Notes of a fold, as the plan has them read and weighed. */
export function noteWork(
  task: PreparedClassification,
  model: ModelState,
  {
    plan,
    fold,
    maxTokens,
  }: {
    readonly plan: ClassificationPlan;
    readonly fold: number | null;
    readonly maxTokens: number;
  },
): FoldWork {
  const { longNotes: reading, positiveClass } = plan;
  const { notes, classes } = task;
  const encoded = encodeNotes(notes, model.tokenizer, {
    ...{ maxTokens, reading },
    answersOf: classAnswers(classes),
  });
  const { train, test } = sidesOf(task, fold);
  const starts = startsOf(encoded.windows);
  const examples = encoded.windows.flat();
  const positive = findPositive(task, positiveClass);
  const examplesOf = (items: Items) => windowsOf(items, starts);
  return {
    head: { kind: 'sequence-classification', labelCount: classes.length },
    labels: classes,
    reading: { maxTokens, longNotes: reading, positive },
    examples,
    train: [...train],
    test: [...test],
    examplesOf,
    foldItems: () => noteFoldItems(notes),
    weighLabels: (items) => {
      const learned = examplesOf(items).map((number) => examples[number].labels[0]);
      return weighLabels(plan, classes, learned);
    },
    cutCount: encoded.cutCount,
    unreadShare: encoded.unreadCount / Math.max(1, encoded.tokenCount),
    repeatedCount: countRepeated(
      notes.map(({ text }) => text),
      { train, test },
    ),
    judge: (items, logits) => {
      const windows = items.map((item) => encoded.windows[item]);
      const pooled = poolNotes(windows, logits, { longNotes: reading, positive });
      return judgeNotes(
        items.map((item) => notes[item]),
        pooled.map((ofNote) => [ofNote]),
        classes,
      );
    },
  };
}

/** What the plan says of the weights of classes, by label; windows count as the notes they are of. */
function weighLabels(
  { classWeights }: ClassificationPlan,
  classes: readonly string[],
  learned: readonly number[],
): readonly number[] | null {
  if (classWeights === undefined) return null;
  if (classWeights !== 'balanced') return classes.map((name) => classWeights[name] ?? 1);
  const counts = classes.map((_, index) => learned.filter((label) => label === index).length);
  return counts.map((count) => learned.length / (counts.length * Math.max(1, count)));
}
