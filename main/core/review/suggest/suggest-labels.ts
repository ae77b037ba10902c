import { findTerms, indexTerms, type Term, type TermIndex } from '#core/corpus/find-terms.ts';
import { learnTerms } from '#core/annotation/suggest/learn-terms.ts';
import { createPause, type WorkEffects } from '#core/collection/selection/long-work.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { LabelSource } from '#core/domain/annotation-work.ts';
import type { NewSuggestion } from '#core/storage/annotation-suggestions.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

export interface SuggestedCount {
  readonly documents: number;
  readonly suggestions: number;
}

type Source = Pick<LabelSource, 'by' | 'name'>;

/**
 * Suggests what a list of terms finds, for all who label a project and in all its documents but those
 * of the test slice. A list of the same name takes the place of the earlier one, where nobody has
 * answered. @throws annotation.label-unknown, collection.stopped
 */
export async function suggestTerms(
  workspace: Workspace,
  projectId: number,
  { name, terms }: { readonly name: string; readonly terms: readonly Term[] },
  effects: WorkEffects,
): Promise<SuggestedCount> {
  const { scheme } = workspace.annotationProjects.scheme(projectId);
  for (const { type } of terms) {
    if (!scheme.types.some((each) => each.name === type)) refuseLabel(type, scheme);
  }
  const numbers = workspace.annotationProjects
    .documents(projectId)
    .flatMap(({ number, isTest }) => (isTest ? [] : [number]));
  const source = { by: 'terms', name } as const;
  return suggestEverywhere(workspace, { projectId, numbers, source }, indexTerms(terms), effects);
}

/**
 * Suggests to a person, in what they have not done yet, what they have marked before: their own marks
 * alone, for those of another would tell what the other gave. @throws collection.stopped
 */
export async function suggestMarked(
  workspace: Workspace,
  { projectId, person }: { readonly projectId: number; readonly person: string },
  effects: WorkEffects,
): Promise<SuggestedCount> {
  const { annotationProjects, annotationQueue, annotationWorks, documents } = workspace;
  const { scheme } = annotationProjects.scheme(projectId);
  const pause = createPause(effects);
  const texts = [];
  const done = annotationQueue.numbers({ projectId, person, state: 'done' });
  for (const [index, number] of done.entries()) {
    const stored = annotationWorks.find({ projectId, number, person, purpose: 'label' });
    const marks = (stored?.work.spans ?? []).flatMap(({ type, fragments }) =>
      fragments.length === 1 && isOfScheme(type, scheme) ? [{ ...fragments[0], type }] : [],
    );
    texts.push({ text: documents.get(number).text, marks });
    await pause(index, 2 * done.length);
  }
  const isTest = new Map(
    annotationProjects.documents(projectId).map((each) => [each.number, each.isTest]),
  );
  const numbers = annotationQueue
    .numbers({ projectId, person, state: 'open' })
    .filter((number) => isTest.get(number) === false);
  const source = { by: 'marked', name: person } as const;
  return suggestEverywhere(workspace, { projectId, numbers, source }, learnTerms(texts), effects);
}

/** What a model said of a document, as suggestions of it; labels that the scheme has not are left out. */
export function suggestPredicted(
  workspace: Workspace,
  place: { readonly projectId: number; readonly number: number; readonly model: string },
  predicted: readonly PredictedLabel[],
): void {
  const { projectId, number, model } = place;
  const { scheme } = workspace.annotationProjects.scheme(projectId);
  const source = { by: 'model', name: model } as const;
  const suggestions = predicted.flatMap((each): NewSuggestion[] => {
    const from = { ...source, score: each.score, suggestion: null };
    if (each.kind === 'class') {
      const isKnown = scheme.classes.some(({ name }) => name === each.label);
      return isKnown ? [{ kind: 'class', label: each.label, from }] : [];
    }
    const { type, start, end } = each;
    return isOfScheme(type, scheme)
      ? [{ kind: 'span', type, fragments: [{ start, end }], attributes: {}, from }]
      : [];
  });
  workspace.annotationSuggestions.replace(projectId, number, source, suggestions);
}

export type PredictedLabel =
  | { readonly kind: 'class'; readonly label: string; readonly score: number }
  | {
      readonly kind: 'span';
      readonly type: string;
      readonly start: number;
      readonly end: number;
      readonly score: number;
    };

async function suggestEverywhere(
  workspace: Workspace,
  place: {
    readonly projectId: number;
    readonly numbers: readonly number[];
    readonly source: Source;
  },
  terms: TermIndex,
  effects: WorkEffects,
): Promise<SuggestedCount> {
  const { projectId, numbers, source } = place;
  const pause = createPause(effects);
  let [documents, suggestions] = [0, 0];
  for (const [index, number] of numbers.entries()) {
    const found = findTerms(workspace.documents.get(number).text, terms).map(
      ({ type, start, end }): NewSuggestion => ({
        kind: 'span',
        type,
        fragments: [{ start, end }],
        attributes: {},
        from: { ...source, score: null, suggestion: null },
      }),
    );
    workspace.annotationSuggestions.replace(projectId, number, source, found);
    if (found.length > 0) documents++;
    suggestions += found.length;
    await pause(index, numbers.length);
  }
  return { documents, suggestions };
}

function isOfScheme(type: string, { types }: AnnotationScheme): boolean {
  return types.some(({ name }) => name === type);
}

function refuseLabel(type: string, { types }: AnnotationScheme): never {
  throw new AnamnesisError('annotation.label-unknown', {
    expected: say(
      'annotation',
      'oneOf',
      types.map(({ name }) => name),
    ),
    found: `“${type.slice(0, 100)}”`,
    remedy: say('annotation', 'correctTerms'),
  });
}
