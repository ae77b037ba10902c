import { AnamnesisError } from '#core/base/error.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { extensionKey, pretrainingKey } from '#core/domain/run-keys.ts';
import type { SetAsidePoint } from './model-record.ts';
import { listLibrary } from './library.ts';
import { findOfRun } from './model-of-run.ts';
import { placeModels } from './model-reference.ts';

/**
 * Finds a model by what users call it: the name of one in the library, `<study>/<model>` for one that
 * a study pre-trained, `<study>/<model>/best`, `/last` or `/before-divergence` for a state of that training
 * which was kept beside it, `<study>/<model>/extended` for one whose vocabulary it extended,
 * `<study>/<task>/<model>/fold-<n>` for one that it fine-tuned and kept,
 * `<study>/<task>/<model>/final` for one that it fine-tuned on all labels,
 * `<study>/<transfer>/<model>/source` for one that learned the source of a transfer, and the id for any, which
 * is the only way to one that is superseded.
 * @throws model.unknown, model.not-kept
 */
export function findModel(workspace: Workspace, reference: string): StoredModel {
  const parts = reference.split('/');
  const found =
    parts.length === 1
      ? (findInLibrary(workspace, reference) ?? findById(workspace, reference))
      : findOfStudy(workspace, parts);
  if (found !== undefined) return found;
  const places = [...placeModels(workspace, workspace.models.list()).values()];
  const known = places.flatMap(({ origin, reference }) =>
    origin === 'superseded' ? [] : reference,
  );
  throw new AnamnesisError('model.unknown', {
    expected: known.length === 0 ? 'a model in the workspace' : `one of ${summarise(known)}`,
    found: reference,
    remedy: 'Choose one from the list of models ("anamnesis model list"), or import one.',
  });
}

function findInLibrary(workspace: Workspace, name: string): StoredModel | undefined {
  const found = listLibrary(workspace).find(({ stored }) => stored.name === name);
  return found === undefined ? undefined : workspace.models.get(found.stored.id);
}

function findById(workspace: Workspace, id: string): StoredModel | undefined {
  const isThere = workspace.models.list().some((model) => model.id === id);
  return isThere ? workspace.models.get(id) : undefined;
}

function findOfStudy(
  workspace: Workspace,
  [studyName, ...rest]: readonly string[],
): StoredModel | undefined {
  const study = workspace.studies.findByName(studyName);
  if (study === undefined) return undefined;
  const point = setAsidePoints.find((each) => rest.length === 2 && rest[1] === each);
  const key = point === undefined ? keyOfRun(rest) : pretrainingKey(rest[0]);
  const run = workspace.runs.listByStudy(study.id).find((each) => each.key === key);
  if (run === undefined) return undefined;
  const stored = findOfRun(workspace, run.id, point);
  if (stored === undefined && run.kind === 'fine-tuning') {
    throw new AnamnesisError('model.not-kept', {
      expected: `the weights of ${key}`,
      found: run.state === 'finished' ? 'its metrics only' : `a run that is ${run.state}`,
      remedy: 'Set "keepModels": true in the task of the plan and run the study again.',
    });
  }
  return stored;
}

const setAsidePoints: readonly SetAsidePoint[] = ['best', 'last', 'before-divergence'];

function keyOfRun(rest: readonly string[]): string {
  if (rest.length === 1) return pretrainingKey(rest[0]);
  if (rest.length === 2 && rest[1] === 'extended') return extensionKey(rest[0]);
  if (rest.length === 3 && rest[2] === 'final') return `final/${rest[0]}/${rest[1]}`;
  if (rest.length === 3 && rest[2] === 'source') return `transfer/${rest.join('/')}`;
  return `fine-tune/${rest.join('/')}`;
}

function summarise(references: readonly string[]): string {
  const shown = references.slice(0, 8).join(', ');
  return references.length > 8 ? `${shown} and ${references.length - 8} more` : shown;
}
