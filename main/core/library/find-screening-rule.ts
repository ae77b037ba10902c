import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * How a fine-tuned model is to be read that looks for a class, as its study learned it from the scores of
 * the models of its folds; null where it looks for none, or was not judged.
 */
export function findScreeningRule(
  workspace: Workspace,
  { runId }: Pick<StoredModel, 'runId'>,
): ScreeningRule | null {
  if (runId === null) return null;
  const { studyId, task, model } = workspace.runs.get(runId);
  return task === null || model === null
    ? null
    : workspace.judgements.ruleOf({ studyId, task, model });
}
