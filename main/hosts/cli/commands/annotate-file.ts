import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { AnamnesisError } from '#core/base/error.ts';
import { unreadableFile } from '#core/collection/files/source-files.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import type { DocumentChoice } from '#core/collection/selection/select-documents.ts';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import type { ProjectOrder } from '#core/review/projects/create-project.ts';
import { requireAnnotators } from '#core/review/projects/require-annotators.ts';
import { findLabels } from '#core/review/projects/find-labels.ts';
import type { PersonRecord } from '#core/storage/persons.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { createProjectSchema, schemeSchema } from '#contract/annotation.ts';

const name = z.string().trim().min(1).max(200);
const { order, doubleShare, testCount, suggestions, begin } = createProjectSchema.shape;

/** A project as a file; what is left out is simple. Paths are relative to the file. */
const projectFileSchema = z.strictObject({
  name,
  /** Name of a collection; or of a set, with or without its version. */
  collection: name.optional(),
  set: name.optional(),
  setVersion: z.int().positive().optional(),
  /** Proposed from the labels that documents have unless given. */
  scheme: schemeSchema.optional(),
  /** A file with Markdown. */
  guidelines: z.string().min(1).optional(),
  order: order.default({ kind: 'listed' }),
  doubleShare: doubleShare.default(0),
  testCount: testCount.default(0),
  suggestions: suggestions.default('shown'),
  begin: begin.default('empty'),
  /** Names of persons; whoever makes the project unless given. */
  annotators: z.array(z.strictObject({ person: name, most: z.int().min(1).optional() })).optional(),
});

/**
 * Reads what a project is to be. @throws file.unreadable, plan.not-json, api.invalid-input with the
 * key that is wrong, record.missing for a collection, set or person that is not there,
 * annotation.no-annotator for one who cannot sign in
 */
export function readProjectFile(
  workspace: Workspace,
  path: string,
  asking: Pick<PersonRecord, 'id'>,
): ProjectOrder {
  const file = projectFileSchema.safeParse(parse(path));
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new AnamnesisError('api.invalid-input', {
      expected: 'a project as docs/annotation.md describes it',
      found: issue.message,
      remedy: 'Correct this key.',
      place: `${path}: ${issue.path.join('.')}`,
    });
  }
  const { guidelines, scheme, annotators, ...rest } = file.data;
  const documents = chooseDocuments(workspace, rest);
  const { order: queueOrder, ...settings } = {
    order: rest.order,
    doubleShare: rest.doubleShare,
    testCount: rest.testCount,
    suggestions: rest.suggestions,
    begin: rest.begin,
  };
  const named = annotators?.map(({ person, most }) => ({
    person: findPerson(workspace, person),
    most: most ?? null,
  })) ?? [{ person: asking.id, most: null }];
  requireAnnotators(
    workspace.persons,
    named.map(({ person }) => person),
  );
  return {
    name: rest.name,
    createdBy: asking.id,
    documents,
    scheme: scheme ?? proposeScheme(findLabels(workspace, documents)),
    guidelines: guidelines === undefined ? '' : readText(resolve(dirname(path), guidelines)),
    settings: { order: queueOrder, ...settings },
    annotators: named,
  };
}

function chooseDocuments(
  workspace: Workspace,
  {
    collection,
    set,
    setVersion,
  }: Pick<z.infer<typeof projectFileSchema>, 'collection' | 'set' | 'setVersion'>,
): DocumentChoice {
  if (collection !== undefined && set === undefined) {
    return { filter: { collectionId: findCollection(workspace, collection).id } };
  }
  if (collection === undefined && set !== undefined) {
    return { set: workspace.labelledSets.get(set, setVersion) };
  }
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a collection or a set',
    found: collection === undefined ? 'neither' : 'both',
    remedy: 'Name one of them.',
  });
}

/** However the name is written; none who was removed. @throws record.missing */
export function findPerson(workspace: Workspace, wanted: string): string {
  const found = workspace.persons.findByName(wanted);
  if (found !== undefined) return found.id;
  throw new AnamnesisError('record.missing', {
    expected: 'a person of the workspace',
    found: `none of the name “${wanted}”`,
    remedy: 'Use a name that the workspace knows.',
  });
}

function parse(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AnamnesisError('plan.not-json', {
      expected: 'JSON',
      found: 'text that is not',
      remedy: 'Correct the file.',
      place: path,
    });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadableFile(path, error);
  }
}
