import { toFailure } from '#core/api/failure.ts';
import { findCurrentCalibration } from '#core/engines/current-calibration.ts';
import { describeMachine } from '#core/engines/machine.ts';
import { openPredictor, type LoadedPredictor } from '#core/prediction/open-predictor.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { engineNames, openEngine } from '#hosts/composition/engines.ts';
import type { PredictorAnswer, PredictorQuestion } from '#hosts/composition/predictor-protocol.ts';

/** Answers questions one after the other; the model that was asked last stays loaded. */
export function createAnswerer(): (question: PredictorQuestion) => Promise<PredictorAnswer> {
  let loaded: { readonly modelId: string; readonly predictor: LoadedPredictor } | null = null;
  return async (question) => {
    try {
      const { modelId, text } = question;
      if (loaded?.modelId !== modelId) {
        await loaded?.predictor.dispose();
        loaded = null;
        loaded = { modelId, predictor: await load(question) };
      }
      const [prediction] = await loaded.predictor.predict([text]);
      return { ok: true, prediction };
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  };
}

/** On the fastest engine that was measured on this machine, else on that which every machine has. */
async function load({ workspaceFolder, rawKey, modelId }: PredictorQuestion) {
  const workspace = openWorkspace(workspaceFolder, { rawKey });
  try {
    const measuring = { machine: describeMachine(), names: engineNames };
    const engine = findCurrentCalibration(workspace, measuring)?.chosen ?? 'onnx-cpu';
    const runtime = await openEngine(engine, 'float32');
    return await openPredictor(workspace, workspace.models.get(modelId), runtime);
  } finally {
    workspace.close();
  }
}
