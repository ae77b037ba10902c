import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * Marks a model to be kept when superseded ones are removed, or takes the mark away. The mark lives in
 * the audit log, whose newest word on a model holds: who kept what, and until when, stays known.
 */
export function keepModel(
  workspace: Workspace,
  { id }: Pick<StoredModel, 'id'>,
  isKept: boolean,
): void {
  workspace.transaction(() => {
    if (listChosen(workspace).has(id) === isKept) return;
    workspace.audit.append(isKept ? 'model.kept' : 'model.released', { modelId: id });
  });
}

/** Ids of the models that carry the mark. */
export function listChosen(workspace: Workspace): Set<string> {
  const chosen = new Set<string>();
  for (const { action, detail } of workspace.audit.entriesOf(['model.kept', 'model.released'])) {
    if (action === 'model.kept') chosen.add(String(detail.modelId));
    else chosen.delete(String(detail.modelId));
  }
  return chosen;
}
