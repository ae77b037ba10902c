import type { PlannedRun } from '../plan/list-runs.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { trainingOperationsPerToken } from './estimate-time.ts';

/** Characters per token of European languages in a vocabulary of usual size. */
const charactersPerToken = 4;

/** Shape of BERT-base, for models that start from a checkpoint and are not looked into here. */
const baseShape = { layers: 12, hiddenSize: 768, intermediateSize: 3072, vocabularySize: 100_000 };

/** Training or extending a vocabulary takes seconds; its share of a study does not matter. */
const vocabularyWork = 0;

/** How much text there is, by the names of the plan. */
export interface MeasuredData {
  readonly corpora: ReadonlyMap<string, { readonly characterCount: number }>;
  readonly tasks: ReadonlyMap<string, { readonly characterCount: number }>;
}

/** Roughly how many floating-point operations a run takes, to estimate the time left. */
export function estimateWork(plan: Plan, run: PlannedRun, data: MeasuredData): number {
  if (run.model === null || run.kind === 'vocabulary') return vocabularyWork;
  const shape = shapeOf(plan, run.model);
  if (run.task === null) {
    const pretraining = plan.models[run.model].pretraining;
    if (pretraining === undefined) return 0;
    const characters = pretraining.corpora.reduce(
      (sum, name) => sum + (data.corpora.get(name)?.characterCount ?? 0),
      0,
    );
    const perToken = trainingOperationsPerToken({
      ...shape,
      columns: pretraining.maxTokens,
      headOutputsPerToken: pretraining.maskedFraction * shape.vocabularySize,
    });
    return (pretraining.epochs * perToken * characters) / charactersPerToken;
  }
  const task = plan.tasks[run.task];
  const characters = data.tasks.get(run.task)?.characterCount ?? 0;
  const perToken = trainingOperationsPerToken({ ...shape, columns: 64, headOutputsPerToken: 0 });
  const trainShare = 1 - 1 / task.folds;
  // Predicting the test side costs a third of training on it.
  const passes = task.epochs * trainShare + 1 / task.folds / 3;
  return (passes * perToken * characters) / charactersPerToken;
}

function shapeOf(plan: Plan, model: string): typeof baseShape {
  const { start } = plan.models[model];
  switch (start.kind) {
    case 'scratch':
      return { ...start, vocabularySize: plan.vocabularies[start.vocabulary].size };
    case 'model':
      return shapeOf(plan, start.model);
    case 'checkpoint':
    case 'library':
      return baseShape;
  }
}
