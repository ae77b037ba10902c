import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listSeenData, type SeenData } from '#core/library/seen-data.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { findReading, recordReading } from './readings.ts';

/** From which stored model one of a plan starts, and what that has seen. */
interface Start {
  readonly studyId: string;
  /** In the plan. */
  readonly name: string;
}

/**
 * Keeps in the audit log what a model has seen from which a study starts: it stays to be told with
 * the results when the model or its ancestors are removed.
 */
export function recordStart(
  workspace: Workspace,
  { studyId, name }: Start,
  stored: Pick<StoredModel, 'id'>,
): void {
  recordReading(workspace, { studyId, of: 'model', name, hash: stored.id });
  const known = new Set(readSeenData(workspace, stored.id).map((seen) => JSON.stringify(seen)));
  for (const { kind, name: data, hash, model } of listSeenData(workspace, stored)) {
    const seen = { kind, name: data, hash, model };
    if (known.has(JSON.stringify(seen))) continue;
    workspace.audit.append('model.data-seen', { modelId: stored.id, ...seen });
  }
}

/** What a model of a plan has seen before the study; nothing where it starts from nothing. */
export function findSeenData(
  workspace: Workspace,
  { studyId, plan, name }: Start & { readonly plan: Plan },
): SeenData[] {
  const { start } = plan.models[name];
  if (start.kind === 'scratch') return [];
  if (start.kind === 'model') return findSeenData(workspace, { studyId, plan, name: start.model });
  const modelId = findReading(workspace, { studyId, of: 'model', name });
  return modelId === undefined ? [] : readSeenData(workspace, modelId);
}

function readSeenData(workspace: Workspace, modelId: string): SeenData[] {
  return workspace.audit
    .entriesOf(['model.data-seen'])
    .filter(({ detail }) => detail.modelId === modelId)
    .map(({ detail: { kind, name, hash, model } }) => ({
      kind: kind === 'labelled-set' ? kind : 'corpus',
      name: String(name),
      hash: hash === null ? null : String(hash),
      model: String(model),
    }));
}
