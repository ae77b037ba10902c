import { assert } from '#core/base/assert.ts';
import { fitLogisticRegression, classifyRow } from '#core/baselines/logistic-regression.ts';
import { majorityLogits } from '#core/baselines/majority-class.ts';
import { findMentions, learnMentions } from '#core/baselines/mention-dictionary.ts';
import { findUnnegated } from '#core/baselines/negation/find-unnegated.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import type { FoldSides } from '#core/evaluation/folds/fold-item.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import type { PreparedClassification, PreparedEntities } from '../data/prepared-task.ts';
import { sidesOf } from '../data/sides-of.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import {
  isBaseline,
  type ClassificationBaseline,
  type LabelSetBaseline,
} from '../plan/baselines.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import type { ClassificationPlan, Plan } from '../plan/plan-schema.ts';
import { inversePenalty } from './inverse-penalty.ts';
import { judgeNotes, judgeSpans, type Judgement } from './judge-fold.ts';
import { judgeLabelSetBaseline } from './judge-label-set-baseline.ts';
import type { RunEffects } from './run-effects.ts';
import type { RunResult } from './run-result.ts';

/**
 * Learns a baseline from all folds but one and measures it on that one, as models are. Logits of
 * the keywords: that of "otherwise" is 0, that of their class the number of terms less a half.
 * @throws RunStopped
 */
export async function judgeBaseline(
  { task: taskName, model: name, fold }: PlannedRun,
  { plan, data }: { readonly plan: Plan; readonly data: PreparedData },
  effects: Pick<RunEffects, 'giveWay' | 'shouldStop'>,
): Promise<RunResult> {
  assert(taskName !== null && name !== null && fold !== null, 'a baseline names task and fold');
  const [task, taskPlan] = [data.tasks.get(taskName), plan.tasks[taskName]];
  assert(task !== undefined && isBaseline(name), 'the task was prepared for a known baseline');
  await effects.giveWay();
  if (effects.shouldStop()) throw new RunStopped();
  const sides = sidesOf(task, fold);
  const judgement =
    task.kind === 'classification' && taskPlan.kind === 'classification'
      ? judgeClassifier(
          { ...split(task.notes, sides), classes: task.classes },
          { name: name as ClassificationBaseline, plan: taskPlan },
        )
      : task.kind === 'multi-label' && taskPlan.kind === 'multi-label'
        ? judgeLabelSetBaseline(
            { ...split(task.notes, sides), classes: task.classes },
            { name: name as LabelSetBaseline, plan: taskPlan },
          )
        : judgeDictionary(split((task as PreparedEntities).sentences, sides));
  const [trainCount, testCount] = [sides.train.length, sides.test.length];
  const summary = { trainCount, testCount, datasetHash: task.hash };
  return { ...judgement, summary };
}

interface Sides<Example> {
  readonly learned: readonly Example[];
  readonly tested: readonly Example[];
}

function split<Example>(examples: readonly Example[], { train, test }: FoldSides): Sides<Example> {
  return {
    learned: Array.from(train, (index) => examples[index]),
    tested: Array.from(test, (index) => examples[index]),
  };
}

/** What a baseline that learned from some notes says of others. */
export function judgeClassifier(
  { learned, tested, classes }: Sides<LabelledNote> & Pick<PreparedClassification, 'classes'>,
  baseline: { name: ClassificationBaseline; plan: ClassificationPlan },
): Judgement {
  const classify = learnClassifier(learned, classes, baseline);
  return judgeNotes(
    tested,
    tested.map(({ text }) => [Float32Array.from(classify(text))]),
    classes,
  );
}

/** Learns from notes; what it gives takes a text to the logits of each class. */
function learnClassifier(
  notes: readonly LabelledNote[],
  classes: readonly string[],
  { name, plan }: { name: ClassificationBaseline; plan: ClassificationPlan },
): (text: string) => readonly number[] {
  const labels = Int32Array.from(notes, ({ label }) => classes.indexOf(label));
  switch (name) {
    case 'majority': {
      const logits = majorityLogits(labels, classes.length);
      return () => logits;
    }
    case 'tf-idf': {
      const tfIdf = fitTfIdf(notes.map(({ text }) => text));
      const rows = notes.map(({ text }) => weighTerms(tfIdf, text));
      const model = fitLogisticRegression(rows, labels, {
        columnCount: tfIdf.columnOf.size,
        classCount: classes.length,
        inversePenalty,
      });
      return (text) => classifyRow(model, weighTerms(tfIdf, text));
    }
    case 'keywords': {
      const { keywords } = plan;
      assert(keywords !== undefined, 'a plan with this baseline has keywords');
      return (text) => {
        const found = findUnnegated(text, keywords.terms, keywords.language);
        const count = found.filter(({ isNegated }) => !isNegated).length;
        return classes.map((each) =>
          each === keywords.class ? count - 0.5 : each === keywords.otherwise ? 0 : unnamedLogit,
        );
      };
    }
  }
}

/** Of classes that the keywords do not speak of. */
const unnamedLogit = -1e6;

/** What the mentions of some sentences find in others. */
export function judgeDictionary({ learned, tested }: Sides<TaggedSentence>): Judgement {
  const dictionary = learnMentions(learned);
  return judgeSpans(
    tested.map((sentence) => ({ sentence, predicted: findMentions(dictionary, sentence) })),
  );
}
