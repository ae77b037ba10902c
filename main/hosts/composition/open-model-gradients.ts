import type { PathGradients } from '#core/domain/path-gradients.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { fillParameters } from '#core/library/model-state.ts';
import { loadModel } from '#core/library/stored-model.ts';
import { openPathGradients } from '#core/runtime/onnx-path-gradients.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * The gradients of a classifier of the library, on the processor whatever engine predicts; null for
 * a model that says no class of texts. @throws blob.*, runtime.*
 */
export async function openModelGradients(
  workspace: Workspace,
  stored: StoredModel,
): Promise<PathGradients | null> {
  const { head, encoder } = readModelRecord(stored);
  if (head?.kind !== 'sequence-classification') return null;
  const model = await loadModel(workspace, stored);
  return openPathGradients({
    encoder,
    head,
    fill: (parameters) => {
      fillParameters(parameters, model, 0);
    },
  });
}
