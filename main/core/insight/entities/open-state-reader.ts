import { AnamnesisError } from '#core/base/error.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { fillParameters } from '#core/library/model-state.ts';
import { loadModel } from '#core/library/stored-model.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { say } from '#core/wording/say.ts';
import type { StateReader } from './embed-runs.ts';

export interface OpenedStateReader extends StateReader {
  /** Counted from 1, the lowest. */
  readonly layer: number;
  readonly layerCount: number;
  readonly dispose: () => Promise<void>;
}

/** Of models that can read more: sentences are seldom longer. */
const usualTokens = 512;
/** No weight is changed: the optimiser is never asked. */
const noUpdates = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };

/**
 * Loads the encoder of any model of the workspace, fine-tuned or not, up to a layer; the last unless
 * one is named. @throws geometry.no-layer, blob.*, runtime.*
 */
export async function openStateReader(
  workspace: Workspace,
  stored: StoredModel,
  { runtime, layer }: { readonly runtime: Runtime; readonly layer: number | null },
): Promise<OpenedStateReader> {
  const { encoder } = readModelRecord(stored);
  const { layerCount } = encoder;
  if (layer !== null && layer > layerCount) {
    throw new AnamnesisError('geometry.no-layer', {
      expected: say('insight', 'layerUpTo', layerCount),
      found: String(layer),
      remedy: say('insight', 'nameOtherLayer'),
      place: stored.name,
    });
  }
  const model = await loadModel(workspace, stored);
  const session = await runtime.open({
    part: 'encoder',
    // What lies above is not computed.
    encoder: { ...encoder, layerCount: layer ?? layerCount },
    head: { kind: 'token-classification', labelCount: 2 },
    optimiser: noUpdates,
    dropoutRate: 0,
  });
  await session.writeParameters((parameters) => {
    fillParameters(parameters, model, 0);
  });
  return {
    tokenizer: model.tokenizer,
    maxTokens: Math.min(usualTokens, maxTokensOf(encoder)),
    size: encoder.hiddenSize,
    session,
    layer: layer ?? layerCount,
    layerCount,
    dispose: () => session.dispose(),
  };
}
