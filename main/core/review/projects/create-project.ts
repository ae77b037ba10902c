import { AnamnesisError } from '#core/base/error.ts';
import { assignDocuments } from '#core/annotation/assign-documents.ts';
import { checkScheme } from '#core/annotation/check-scheme.ts';
import { fitLabels } from '#core/annotation/fit-labels.ts';
import {
  type DocumentChoice,
  selectDocuments,
} from '#core/collection/selection/select-documents.ts';
import type { Annotator, ProjectSettings } from '#core/domain/annotation-project.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { Annotation } from '#core/domain/document.ts';
import type { AnnotationProject } from '#core/storage/annotation-projects.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

export interface ProjectOrder {
  readonly name: string;
  readonly createdBy: string;
  readonly documents: DocumentChoice;
  readonly scheme: AnnotationScheme;
  readonly guidelines: string;
  readonly settings: ProjectSettings;
  readonly annotators: readonly Annotator[];
}

export interface CreatedProject {
  readonly project: AnnotationProject;
  /** Labels that documents had and the scheme does not: no work begins with them. */
  readonly leftOut: readonly { readonly label: string; readonly count: number }[];
}

/**
 * Makes a project of documents: who labels which is settled here, by chance where it says so and the
 * same each time. @throws annotation.scheme-invalid, annotation.name-taken, annotation.no-annotator,
 * collection.empty
 */
export function createProject(workspace: Workspace, order: ProjectOrder): CreatedProject {
  const { scheme, settings, annotators } = order;
  checkScheme(scheme);
  checkAnnotators(annotators);
  const labelsOf = readChoice(workspace, order.documents, settings);
  if (labelsOf.size === 0) {
    throw new AnamnesisError('collection.empty', {
      expected: say('annotation', 'documentsToLabel'),
      found: say('annotation', 'none'),
      remedy: say('annotation', 'widenChoice'),
    });
  }
  const counts = new Map<string, number>();
  function* documents() {
    for (const assigned of assignDocuments([...labelsOf.keys()], annotators, settings)) {
      const labels = labelsOf.get(assigned.number);
      if (labels === undefined || labels === null) yield { ...assigned, begin: null };
      else {
        const { kept, leftOut } = fitLabels(labels, scheme);
        for (const label of leftOut) counts.set(label, (counts.get(label) ?? 0) + 1);
        yield { ...assigned, begin: kept };
      }
    }
  }
  const project = workspace.annotationProjects.create({ ...order, documents: documents() });
  return {
    project,
    leftOut: [...counts].map(([label, count]) => ({ label, count })),
  };
}

/** Numbers of the documents, in their order, with the labels that works begin with; null for none. */
function readChoice(
  workspace: Workspace,
  choice: DocumentChoice,
  { begin }: ProjectSettings,
): ReadonlyMap<number, readonly Annotation[] | null> {
  if (begin === 'empty' && 'filter' in choice) {
    return new Map(
      workspace.documentQueries.numbers(choice.filter).map((number) => [number, null]),
    );
  }
  const labels = new Map<number, readonly Annotation[] | null>();
  if ('set' in choice) {
    for (const { number, annotations } of workspace.labelledSets.documents(choice.set.id)) {
      labels.set(number, begin === 'empty' ? null : annotations);
    }
    return labels;
  }
  for (const { number, annotations } of selectDocuments(workspace, choice).documents) {
    labels.set(number, annotations);
  }
  return labels;
}

function checkAnnotators(annotators: readonly Annotator[]): void {
  const persons = new Set(annotators.map(({ person }) => person));
  if (persons.size > 0 && persons.size === annotators.length) return;
  throw new AnamnesisError('annotation.no-annotator', {
    expected: say('annotation', 'annotatorsOnce'),
    found: persons.size === 0 ? say('annotation', 'none') : say('annotation', 'personTwice'),
    remedy: say('annotation', 'nameAnnotators'),
  });
}
