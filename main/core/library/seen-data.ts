import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { type LineageStep, describeLineage } from './lineage.ts';
import { placeModels } from './model-reference.ts';

/** Text that a model was trained on, itself or an ancestor of it. */
export interface SeenData {
  /** A corpus has no labels; of a labelled set, they were learned too. */
  readonly kind: 'corpus' | 'labelled-set';
  readonly name: string;
  /** Of its files and of how they were read; null where the workspace does not know it any more. */
  readonly hash: string | null;
  /** How users call the model that was trained on it. */
  readonly model: string;
}

/**
 * All that a model has seen through every ancestor that the workspace knows: other studies' models,
 * single folds, extended vocabularies, and models that were exported and imported again, which are
 * known by their weights. What was trained elsewhere cannot be known.
 */
export function listSeenData(workspace: Workspace, stored: Pick<StoredModel, 'id'>): SeenData[] {
  const places = placeModels(workspace, workspace.models.list());
  const steps = new Map<string, LineageStep>();
  const visit = (id: string) => {
    for (const step of describeLineage(workspace, workspace.models.get(id))) {
      if (steps.has(step.modelId)) continue;
      steps.set(step.modelId, step);
      for (const twin of listTwins(workspace, step.modelId)) visit(twin);
    }
  };
  visit(stored.id);
  return [...steps.values()].flatMap((step) =>
    seenIn(step, places.get(step.modelId)?.reference ?? step.modelId),
  );
}

function seenIn({ step, name, data }: LineageStep, model: string): SeenData[] {
  const kind = step === 'fine-tuned' ? 'labelled-set' : 'corpus';
  const known = Object.entries(data);
  if (known.length === 0 && step !== 'imported') return [{ kind, name, hash: null, model }];
  return known.map(([of, hash]) => ({ kind, name: of, hash, model }));
}

/** Other models with the same weights: what one was trained on, the other knows. */
function listTwins(workspace: Workspace, id: string): string[] {
  const sha256 = sha256OfWeights(workspace, workspace.models.get(id));
  return workspace.models
    .list()
    .filter((model) => model.id !== id && sha256OfWeights(workspace, model) === sha256)
    .map((model) => model.id);
}

function sha256OfWeights(
  workspace: Workspace,
  { weightsBlobId }: Pick<StoredModel, 'weightsBlobId'>,
): string {
  return workspace.blobs.get(weightsBlobId).sha256;
}
