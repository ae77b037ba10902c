import { fitLogisticRegression, classifyRow } from '#core/baselines/logistic-regression.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import type { MultiLabelNote } from '#core/domain/text.ts';
import type { LabelSetBaseline } from '../plan/baselines.ts';
import type { MultiLabelPlan } from '../plan/plan-schema.ts';
import { inversePenalty } from './inverse-penalty.ts';
import type { Judgement } from './judge-fold.ts';
import { judgeLabelSets } from './judge-label-sets.ts';
import { thresholdsOf } from './thresholds-of.ts';

interface Sides {
  readonly learned: readonly MultiLabelNote[];
  readonly tested: readonly MultiLabelNote[];
  readonly classes: readonly string[];
}

/** What a baseline that learned from some notes with several labels says of others. */
export function judgeLabelSetBaseline(
  { learned, tested, classes }: Sides,
  { name, plan }: { readonly name: LabelSetBaseline; readonly plan: MultiLabelPlan },
): Judgement {
  const truths = classes.map((label) =>
    Int32Array.from(learned, ({ labels }) => Number(labels.includes(label))),
  );
  const say = name === 'majority' ? sayShares(truths) : regress(learned, truths);
  return judgeLabelSets(
    tested,
    tested.map(({ text }) => say(text)),
    { labels: classes, thresholds: thresholdsOf(plan, classes) },
  );
}

/** Of every text the log odds of each label among those that were learned from. */
function sayShares(truths: readonly Int32Array[]): () => readonly number[] {
  const logits = truths.map((ofLabel) => {
    const count = ofLabel.reduce((sum, truth) => sum + truth, 0);
    // A thousandth of a note, so that the logarithm is finite.
    return Math.log(Math.max(count, 0.001) / Math.max(ofLabel.length - count, 0.001));
  });
  return () => logits;
}

/**
 * A logistic regression for each label by itself, as scikit-learn's OneVsRestClassifier of
 * LogisticRegression(C=10, class_weight="balanced").
 */
function regress(
  notes: readonly MultiLabelNote[],
  truths: readonly Int32Array[],
): (text: string) => readonly number[] {
  const tfIdf = fitTfIdf(notes.map(({ text }) => text));
  const rows = notes.map(({ text }) => weighTerms(tfIdf, text));
  const models = truths.map((ofLabel) =>
    fitLogisticRegression(rows, ofLabel, {
      columnCount: tfIdf.columnOf.size,
      classCount: 2,
      inversePenalty,
    }),
  );
  return (text) => {
    const row = weighTerms(tfIdf, text);
    return models.map((model) => {
      const [without, withLabel] = classifyRow(model, row);
      return withLabel - without;
    });
  };
}
