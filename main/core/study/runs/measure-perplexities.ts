import { assert } from '#core/base/assert.ts';
import type { HeldOutRow } from '#core/domain/run-summaries.ts';
import { fillParameters, type ModelState } from '#core/library/model-state.ts';
import { headOf } from '#core/library/stored-model.ts';
import { measureHeldOut } from '#core/training/measure-held-out.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { hasOwnBeginning } from '../plan/has-own-beginning.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { ModelLibrary } from './model-library.ts';
import { askAll, type HeldOutText } from './pretrain.ts';
import { readHeldOut } from './read-held-out.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import type { RunResult } from './run-result.ts';

/**
 * Measures a model on the held-out text of every corpus of the plan, as it is in the study, and as it
 * was before its own pre-training where that is no other model of the plan.
 * @throws RunStopped
 */
export async function measurePerplexities(
  { model: name }: PlannedRun,
  {
    plan,
    data,
    models,
  }: { readonly plan: Plan; readonly data: PreparedData; readonly models: ModelLibrary },
  effects: RunEffects,
): Promise<RunResult> {
  assert(name !== null, 'a measurement names its model');
  const heldOut = await readHeldOut(plan, data, Object.keys(plan.corpora), effects.advance);
  assert(heldOut !== null, 'only plans that hold something out have such a run');
  const of = { heldOut, effects };
  const before = hasOwnBeginning(plan, name)
    ? await measure(await models.findStart(name), 'before', of)
    : [];
  const rows = [...before, ...(await measure(await models.find(name), 'after', of))];
  return { metrics: [], summary: { rows } };
}

/** Nothing for a model without the head of a language model: a new one would only guess. */
async function measure(
  model: ModelState,
  stage: HeldOutRow['stage'],
  { heldOut, effects }: { readonly heldOut: HeldOutText; readonly effects: RunEffects },
): Promise<HeldOutRow[]> {
  const head = headOf(model);
  if (head === null) return [];
  const session = await effects.runtime.open({
    encoder: model.encoder,
    head,
    optimiser: { beta1: 0, beta2: 0, epsilon: 1, weightDecay: 0 },
    dropoutRate: 0,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, model, 0);
    });
    const rows: HeldOutRow[] = [];
    const paddingId = model.tokenizer.special.padding;
    for (const [corpus, questions] of askAll(heldOut, model)) {
      await effects.advance(`measuring perplexity on ${corpus}`, 0, 0);
      const predictor = predictUntilStopped(session, effects);
      rows.push({ stage, corpus, ...(await measureHeldOut(predictor, questions, { paddingId })) });
    }
    return rows;
  } finally {
    await session.dispose();
  }
}
