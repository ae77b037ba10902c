import type { Suggestion } from '#core/domain/annotation-work.ts';
import type { Person } from '#core/domain/person.ts';
import { countShort } from '#core/review/projects/count-short.ts';
import type { AppliedAction } from '#core/review/work/apply-action.ts';
import type { OpenedWork } from '#core/review/work/open-work.ts';
import type {
  AnnotationProject,
  GuidelinesVersion,
  VersionMark,
} from '#core/storage/annotation-projects.ts';
import type { AnnotationQueue, Progress } from '#core/storage/annotation-queue.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Applied } from '../contract/annotation-edits.ts';
import type {
  GuidelinesView,
  OpenedDocument,
  ProjectRow,
  ProjectView,
} from '../contract/annotation.ts';

const nothingYet: Progress = { assigned: 0, open: 0, done: 0, skipped: 0, flagged: 0, unsure: 0 };

export function viewProjectRow(
  { id, name, createdAtMs, documentCount }: AnnotationProject,
  found: {
    readonly mine: Progress | null;
    readonly completion: ReturnType<AnnotationQueue['completion']>;
  },
): ProjectRow {
  const { mine, completion } = found;
  return { id, name, createdAtMs, documentCount, mine, completeCount: completion.complete };
}

export function viewProject(
  workspace: Workspace,
  projectId: number,
  { row, asking, pace }: Pick<ProjectView, 'pace'> & { row: ProjectRow; asking: Person },
): ProjectView {
  const { annotationProjects, annotationQueue, annotationWorks } = workspace;
  const project = annotationProjects.get(projectId);
  const short = countShort(workspace, project);
  const { scheme, version } = annotationProjects.scheme(projectId);
  const progress = annotationQueue.progress(projectId);
  const { doubleDone } = annotationQueue.completion(projectId);
  const named = createNames(workspace);
  return {
    ...row,
    ...project.settings,
    scheme,
    schemeVersion: version,
    guidelines: viewGuidelines(workspace, annotationProjects.guidelines(projectId)),
    guidelineVersions: annotationProjects
      .guidelineVersions(projectId)
      .map((each) => viewVersion(each, named)),
    me: { id: asking.id, name: asking.name },
    annotators: annotationProjects.annotators(projectId).map(({ person, most }) => ({
      person: named(person),
      most,
      progress: progress.get(person) ?? nothingYet,
    })),
    double: {
      documents: short.double,
      wanted: short.doubleWanted,
      bothDone: doubleDone,
      settled: annotationQueue.settled(projectId).length,
    },
    unassigned: short.unassigned,
    pace,
    suggested: annotationQueue.verdicts(projectId, asking.id),
    undoState: annotationWorks.steps(projectId, asking.id),
  };
}

export function viewGuidelines(
  workspace: Workspace,
  { content, ...mark }: GuidelinesVersion,
): GuidelinesView {
  return { ...viewVersion(mark, createNames(workspace)), text: content };
}

function viewVersion(
  { version, atMs, person }: VersionMark,
  named: ReturnType<typeof createNames>,
) {
  return { version, atMs, by: named(person) };
}

/** Names of persons by id; also of those who are gone. */
export function createNames({ persons }: Workspace) {
  const names = new Map(persons.list().map(({ id, name }) => [id, name]));
  return (id: string) => ({ id, name: names.get(id) ?? null });
}

/** Never whose else: a document as one person sees it. */
export function viewOpened(opened: OpenedWork): OpenedDocument {
  const { stored, document, isBlind, isLocked, schemeVersion, guidelineVersion } = opened;
  const { number, id, patient, date, language, kind, text } = document;
  const { verdicts, ...work } = stored.work;
  return {
    number,
    id,
    patient,
    date,
    language,
    kind,
    text,
    position: stored.position,
    revision: stored.revision,
    ...work,
    suggestions: opened.suggestions.filter(
      (each) => !Object.hasOwn(verdicts, each.id) && !isGiven(each, stored.work),
    ),
    isBlind,
    isLocked,
    schemeVersion,
    guidelineVersion,
  };
}

export function toAppliedView({ actionId, documents, steps }: AppliedAction): Applied {
  return {
    actionId,
    documents: documents.map(({ judged: _, ...document }) => document),
    undoState: steps,
  };
}

/** What the person has said by themselves needs no suggestion. */
function isGiven(
  suggestion: Suggestion,
  { classes, spans }: OpenedWork['stored']['work'],
): boolean {
  if (suggestion.kind === 'class') return classes.some(({ label }) => label === suggestion.label);
  const { type, fragments } = suggestion;
  const place = JSON.stringify(fragments);
  return spans.some((span) => span.type === type && JSON.stringify(span.fragments) === place);
}
