import { fillParameters, type ModelState } from '#core/library/model-state.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { Judgement } from './judge-fold.ts';
import { openWork } from './open-work.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { toOptimiser } from './training-settings.ts';

/** What a model says of the one fold of a task, as it is: nothing is learned. @throws RunStopped */
export async function testModel(
  model: ModelState,
  task: PreparedTask,
  { plan, seed, effects }: { plan: TaskPlan; seed: number; effects: RunEffects },
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
    const logits = await predictLogits(predictUntilStopped(session, effects), tested, {
      paddingId: model.tokenizer.special.padding,
    });
    return { ...work.judge(work.test, logits), testCount: task.folds[0].length };
  } finally {
    await session.dispose();
  }
}
