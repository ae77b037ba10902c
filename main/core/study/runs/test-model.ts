import { fillParameters, type ModelState } from '#core/library/model-state.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import type { Predictor } from '#core/training/ports.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { Judgement } from './judge-fold.ts';
import { openWork } from './open-work.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { toOptimiser } from './training-settings.ts';

/** How a model is tested. */
interface Testing {
  readonly plan: TaskPlan;
  readonly seed: number;
  readonly effects: Pick<RunEffects, 'runtime' | 'giveWay' | 'shouldStop'>;
  /** Called after each batch with the share that was tested. */
  readonly onTested?: (share: number) => Promise<void>;
}

/** What a model says of the one fold of a task, as it is: nothing is learned. @throws RunStopped */
export async function testModel(
  model: ModelState,
  task: PreparedTask,
  { plan, seed, effects, onTested = () => Promise.resolve() }: Testing,
): Promise<Judgement & { readonly testCount: number }> {
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(model.encoder));
  const work = openWork(task, model, { plan, fold: 0, maxTokens });
  const session = await effects.runtime.open({
    encoder: model.encoder,
    head: work.head,
    optimiser: toOptimiser(plan),
    dropoutRate: 0,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, model, seed);
    });
    const tested = work.examplesOf(work.test).map((index) => work.examples[index]);
    const total = tested.reduce((sum, { positions }) => sum + positions.length, 0);
    const predictor = tellShare(predictUntilStopped(session, effects), total, onTested);
    const logits = await predictLogits(predictor, tested, {
      paddingId: model.tokenizer.special.padding,
    });
    return { ...work.judge(work.test, logits), testCount: task.folds[0].length };
  } finally {
    await session.dispose();
  }
}

/** Tells of `total` positions how many were answered. */
function tellShare(
  predictor: Predictor,
  total: number,
  onTested: NonNullable<Testing['onTested']>,
): Predictor {
  let done = 0;
  return {
    predictionTokens: predictor.predictionTokens,
    predict: async (batch) => {
      const logits = await predictor.predict(batch);
      done += 'positions' in batch ? batch.positions.length : 0;
      await onTested(done / Math.max(1, total));
      return logits;
    },
  };
}
