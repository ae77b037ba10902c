import { countRepeated } from '#core/evaluation/folds/count-repeated.ts';
import { labelSetFoldItems } from '#core/evaluation/folds/fold-items.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { encodeNotes } from '#core/training/encode-notes.ts';
import { poolLabels } from '#core/training/pool-windows.ts';
import { sidesOf } from '../data/sides-of.ts';
import type { PreparedMultiLabel } from '../data/prepared-task.ts';
import type { MultiLabelPlan } from '../plan/plan-schema.ts';
import { startsOf, windowsOf, type FoldWork, type Items } from './fold-work.ts';
import { judgeLabelSets } from './judge-label-sets.ts';
import { thresholdsOf } from './thresholds-of.ts';

/** Notes of a fold that may have several labels, as the plan has them read. */
export function labelSetWork(
  task: PreparedMultiLabel,
  model: ModelState,
  {
    plan,
    fold,
    maxTokens,
  }: { readonly plan: MultiLabelPlan; readonly fold: number | null; readonly maxTokens: number },
): FoldWork {
  const { longNotes } = plan;
  const { notes, classes } = task;
  const encoded = encodeNotes(notes, model.tokenizer, {
    ...{ maxTokens, reading: longNotes },
    answersOf: ({ labels }) => Int32Array.from(classes, (name) => Number(labels.includes(name))),
  });
  const { train, test } = sidesOf(task, fold);
  const starts = startsOf(encoded.windows);
  const thresholds = thresholdsOf(plan, classes);
  return {
    head: { kind: 'sequence-classification', labelCount: classes.length, severalLabels: true },
    labels: classes,
    reading: { maxTokens, longNotes, positive: null, thresholds },
    examples: encoded.windows.flat(),
    train: [...train],
    test: [...test],
    examplesOf: (items: Items) => windowsOf(items, starts),
    foldItems: () => labelSetFoldItems(notes),
    weighLabels: () => null,
    cutCount: encoded.cutCount,
    unreadShare: encoded.unreadCount / Math.max(1, encoded.tokenCount),
    repeatedCount: countRepeated(
      notes.map(({ text }) => text),
      { train, test },
    ),
    judge: (items, logits) => {
      const windows = items.map((item) => encoded.windows[item]);
      return judgeLabelSets(
        items.map((item) => notes[item]),
        poolLabels(windows, logits, longNotes),
        { labels: classes, thresholds },
      );
    },
  };
}
