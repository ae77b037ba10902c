import { AnamnesisError } from '#core/base/error.ts';
import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** The study of this name. @throws record.missing */
export function findStudy(workspace: Workspace, name: string): Study {
  const study = workspace.studies.findByName(name);
  if (study !== undefined) return study;
  const names = workspace.studies.list().map((known) => known.name);
  throw new AnamnesisError('record.missing', {
    expected: names.length === 0 ? 'a study in the workspace' : `one of ${names.join(', ')}`,
    found: name,
    remedy: 'Correct the name, or run the plan first.',
  });
}
