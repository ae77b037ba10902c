import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ImportChoice } from './import-choice.ts';

/** Keeps how an export is read, for the next one of its kind; one of this name is replaced. */
export function keepChoice(workspace: Workspace, name: string, choice: ImportChoice): void {
  workspace.keptMappings.keep(name, choice);
}

/** @throws record.missing */
export function findKeptChoice(workspace: Workspace, name: string): ImportChoice {
  const kept = workspace.keptMappings.find(name);
  if (kept !== undefined) return kept.options as ImportChoice;
  const names = workspace.keptMappings.list().map((each) => `“${each.name}”`);
  throw new AnamnesisError('record.missing', {
    expected: `a kept mapping “${name}”`,
    found: names.length === 0 ? 'no kept mapping' : names.join(', '),
    remedy: 'Name one of these, or keep one with an import.',
  });
}
