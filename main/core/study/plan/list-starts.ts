import { isAnamnesisError } from '#core/base/error.ts';
import { findModel } from '#core/library/find-model.ts';
import type { StudyStarts } from '#core/library/keeping/study-starts.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** By study, the ids of the library models from which its plan starts. */
export function listStarts(workspace: Workspace): StudyStarts {
  return new Map(
    workspace.studies.list().map(({ id, planJson }) => {
      const found = listNamed(planJson).flatMap((reference) => findIfThere(workspace, reference));
      return [id, found];
    }),
  );
}

/**
 * The library models that a plan names. It was whole when it was stored; that this version would
 * refuse a plan of an earlier one must neither keep other studies from going nor give its models away.
 */
function listNamed(planJson: string): string[] {
  const { models = {} } = JSON.parse(planJson) as {
    readonly models?: Readonly<Record<string, { readonly start?: Partial<LibraryStart> }>>;
  };
  return Object.values(models).flatMap(({ start }) =>
    start?.kind === 'library' && typeof start.model === 'string' ? [start.model] : [],
  );
}

interface LibraryStart {
  readonly kind: string;
  readonly model: string;
}

/** A plan may name a model that is not there any more. */
function findIfThere(workspace: Workspace, reference: string): string[] {
  try {
    return [findModel(workspace, reference).id];
  } catch (error) {
    if (isAnamnesisError(error, 'model.unknown')) return [];
    if (isAnamnesisError(error, 'model.not-kept')) return [];
    throw error;
  }
}
