import { countRepeated } from '#core/evaluation/folds/count-repeated.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { encodeNotes } from '#core/training/encode-notes.ts';
import type { Example } from '#core/training/example.ts';
import { poolNotes } from '#core/training/pool-windows.ts';
import { findPositive } from '../data/positive-class.ts';
import type { PreparedClassification } from '../data/prepared-task.ts';
import type { ClassificationPlan } from '../plan/plan-schema.ts';
import type { FoldWork } from './fold-work.ts';
import { judgeNotes } from './judge-fold.ts';
import { testMask } from './test-mask.ts';

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
  const encoded = encodeNotes(notes, model.tokenizer, { maxTokens, classes, reading });
  const isTest = testMask(task.folds, fold, notes.length);
  const windowsOf = (side: boolean) => encoded.windows.filter((_, index) => isTest[index] === side);
  const tested = windowsOf(true);
  const positive = findPositive(task, positiveClass);
  const trainExamples = windowsOf(false).flat();
  return {
    head: { kind: 'sequence-classification', labelCount: classes.length },
    labels: classes,
    reading: { maxTokens, longNotes: reading, positive },
    trainExamples,
    ...weighLabels(plan, classes, trainExamples),
    testExamples: tested.flat(),
    cutCount: encoded.cutCount,
    unreadShare: encoded.unreadCount / Math.max(1, encoded.tokenCount),
    repeatedCount: countRepeated(
      notes.map(({ text }) => text),
      isTest,
    ),
    judge: (logits) => {
      const pooled = poolNotes(tested, logits, { longNotes: reading, positive });
      return judgeNotes(
        notes.filter((_, index) => isTest[index]),
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
  examples: readonly Example[],
): Pick<FoldWork, 'labelWeights'> {
  if (classWeights === undefined) return {};
  if (classWeights !== 'balanced') {
    return { labelWeights: classes.map((name) => classWeights[name] ?? 1) };
  }
  const counts = classes.map(
    (_, index) => examples.filter(({ labels }) => labels[0] === index).length,
  );
  return {
    labelWeights: counts.map((count) => examples.length / (counts.length * Math.max(1, count))),
  };
}
