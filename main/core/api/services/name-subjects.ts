import type { AuditEntry } from '#core/storage/audit.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { placeModels } from '#core/library/model-reference.ts';

/** What the ids of the audit log are called now. */
export interface SubjectNames {
  /** Of all ids in the details of an entry that still name something. */
  readonly of: (detail: AuditEntry['detail']) => string[];
}

/** Reads the names of all that the workspace holds; what was removed for good has none. */
export function nameSubjects(workspace: Workspace): SubjectNames {
  const studies = workspace.studies.list();
  const runs = studies.flatMap(({ id, name }) =>
    workspace.runs.listByStudy(id).map((run) => [run.id, `${name}: ${run.key}`] as const),
  );
  const models = workspace.models.list();
  const places = placeModels(workspace, models);
  const names = new Map<string, string>([
    ...studies.map(({ id, name }) => [id, name] as const),
    ...runs,
    ...models.map(({ id, name }) => [id, places.get(id)?.reference ?? name] as const),
    ...workspace.corpora.list().map(({ id, name }) => [id, name] as const),
    ...workspace.datasets.list().map(({ id, name }) => [id, name] as const),
    ...workspace.persons
      .list()
      .flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])),
  ]);
  return {
    of: (detail) => Object.values(detail).flatMap((value) => names.get(String(value)) ?? []),
  };
}
