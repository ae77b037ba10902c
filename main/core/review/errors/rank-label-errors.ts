import { rankClassErrors } from '#core/annotation/errors/rank-class-errors.ts';
import { rankMentionErrors } from '#core/annotation/errors/rank-mention-errors.ts';
import { probabilityOf } from '#core/domain/class-probabilities.ts';
import type { CheckedLabel, LabelIssueKind } from '#core/domain/label-check.ts';
import type {
  ClassPredictions,
  EntityPredictions,
  FoldPredictions,
} from '#core/domain/predictions.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { keyOfLabel } from './key-of-label.ts';
import { placeSentences, type PlacedSentence } from './place-sentences.ts';

/** A label of a frozen set that a model does not believe which has not learned from it. */
export interface LabelIssue {
  /** By which it is known, whichever model ranks it. */
  readonly key: string;
  /** Of the document. */
  readonly number: number;
  readonly documentId: string;
  readonly kind: LabelIssueKind;
  /** Null where one is missing. */
  readonly given: CheckedLabel | null;
  /** Null where nothing is expected in its place. */
  readonly expected: CheckedLabel | null;
  /** The probability of what was given, out of fold: 0, surely wrong, to 1. */
  readonly score: number;
}

export interface LabelRanking {
  /** The likeliest to be wrong first. */
  readonly issues: readonly LabelIssue[];
  /** Labels that were looked at, and places where the model finds one that is not given. */
  readonly lookedAt: number;
  /** Documents whose id another of the set has, too: whose label it is cannot be told. */
  readonly ambiguous: number;
}

/**
 * Ranks what a model said of all documents of a set, each by the fold that was not learned from it.
 * What it agrees with is not listed.
 */
export function rankLabelErrors(
  workspace: Workspace,
  version: LabelledSetVersion,
  folds: readonly FoldPredictions[],
): LabelRanking {
  const numbers = new Map<string, number | null>();
  for (const { number } of workspace.labelledSets.documents(version.id)) {
    const { id } = workspace.documents.identity(number);
    numbers.set(id, numbers.has(id) ? null : number);
  }
  const classes = folds.filter((fold) => fold.kind === 'classification');
  const entities = folds.filter((fold) => fold.kind === 'entities');
  const ranked = [
    ...rankClasses(classes, numbers),
    ...rankMentions(workspace, version, { folds: entities, numbers }),
  ];
  return {
    issues: ranked.filter((each) => each.kind !== 'none') as LabelIssue[],
    lookedAt: ranked.length,
    ambiguous: [...numbers.values()].filter((number) => number === null).length,
  };
}

type Ranked = Omit<LabelIssue, 'kind'> & { readonly kind: LabelIssueKind | 'none' };
type Numbers = ReadonlyMap<string, number | null>;

function rankClasses(folds: readonly ClassPredictions[], numbers: Numbers): Ranked[] {
  const [first] = folds as readonly (ClassPredictions | undefined)[];
  if (first === undefined) return [];
  const examples = folds.flatMap(({ notes }) =>
    notes.map(({ id, truth, logits }) => ({
      id,
      given: truth,
      probabilities: logits.map((_, label) => probabilityOf(logits, label)),
    })),
  );
  const labelOf = (index: number) => ({ kind: 'class', label: first.classes[index] }) as const;
  return rankClassErrors(examples).flatMap(({ id, given, expected, score }): Ranked[] => {
    const number = numbers.get(id) ?? null;
    if (number === null) return [];
    const label = labelOf(given);
    const common = { key: keyOfLabel(label, null), number, documentId: id, score, given: label };
    const kind = given === expected ? 'none' : 'class';
    return [{ ...common, kind, expected: labelOf(expected) }];
  });
}

function rankMentions(
  workspace: Workspace,
  version: LabelledSetVersion,
  { folds, numbers }: { readonly folds: readonly EntityPredictions[]; readonly numbers: Numbers },
): Ranked[] {
  if (folds.length === 0) return [];
  const placed = placeSentences(workspace, version);
  const sentences = folds.flatMap(({ sentences: ofFold }) =>
    ofFold.flatMap(({ id, truth, beliefs }) => {
      const isKnown = (numbers.get(documentOf(id)) ?? null) !== null && placed.has(id);
      return beliefs === undefined || !isKnown ? [] : [{ id, mentions: truth, ...beliefs }];
    }),
  );
  return rankMentionErrors(sentences).flatMap((issue): Ranked[] => {
    const sentence = placed.get(issue.id);
    const number = numbers.get(documentOf(issue.id)) ?? null;
    if (sentence === undefined || number === null) return [];
    const { kind, score, start, end } = issue;
    const given = issue.given === null ? null : toSpan(sentence, { start, end, type: issue.given });
    const expected = issue.expected && toSpan(sentence, issue.expected);
    const key = keyOfLabel(given, expected);
    return [{ key, number, documentId: documentOf(issue.id), kind, given, expected, score }];
  });
}

/** Sentences are named after their document, with a number. */
function documentOf(sentenceId: string): string {
  return sentenceId.slice(0, sentenceId.lastIndexOf('#'));
}

function toSpan(
  { origin, words }: PlacedSentence,
  { start, end, type }: { readonly start: number; readonly end: number; readonly type: string },
): CheckedLabel {
  return {
    kind: 'span',
    type,
    start: origin + words[start].start,
    end: origin + words[end - 1].end,
  };
}
