import {
  givenLabels,
  joinLabels,
  likeliestClass,
  probabilityOf,
  sigmoidOf,
} from '#core/domain/class-probabilities.ts';
import type {
  ClassPredictions,
  EntityPredictions,
  FoldPredictions,
  LabelSetPredictions,
} from '#core/domain/predictions.ts';
import { isSameSet } from '#core/evaluation/metrics/label-set-scores.ts';
import { countSpanMatches } from '#core/evaluation/entities/count-span-matches.ts';

/** What one model said of one fold. */
export interface ModelOnFold {
  readonly model: string;
  /** 0-based. */
  readonly fold: number;
  readonly predictions: FoldPredictions;
}

/** Where an example stands among the tested ones; the same for all models of a task. */
export interface ExamplePlace {
  /** 0-based. */
  readonly fold: number;
  /** 0-based, in the order in which the fold was tested. */
  readonly place: number;
}

/** What a model said of a note; null where it has not finished the fold. */
export interface NoteAnswer {
  readonly model: string;
  readonly given: string;
  readonly probabilityOfGiven: number;
  readonly probabilityOfTruth: number;
  readonly isRight: boolean;
}

/** What a model found in a sentence, counted strictly: both ends and the type. */
export interface SentenceAnswer {
  readonly model: string;
  readonly right: number;
  /** Paired with a true entity that it overlaps, with other ends or another type. */
  readonly wrong: number;
  readonly missed: number;
  /** Found where nothing is. */
  readonly invented: number;
}

interface Example extends ExamplePlace {
  readonly id: string;
  readonly groupId: string | null;
}

export interface NoteError extends Example {
  readonly truth: string;
  readonly answers: readonly NoteAnswer[];
}

export interface SentenceError extends Example {
  readonly trueEntities: number;
  readonly answers: readonly SentenceAnswer[];
}

export type Errors =
  | { readonly kind: 'classification'; readonly errors: readonly NoteError[] }
  | { readonly kind: 'entities'; readonly errors: readonly SentenceError[] };

export interface ErrorQuestion {
  /** What counts is what this model gets wrong; null: what any model gets wrong. */
  readonly of: string | null;
}

/**
 * The examples that models get wrong, with what each model said of them, the worst first: notes by the
 * mean surprise of the models at the truth (−ln of its probability), sentences by how many entities
 * are missed, invented or wrong, over all models or of the one that is asked about; then by fold and
 * place. `folds` are of one task.
 */
export function listErrors(folds: readonly ModelOnFold[], { of }: ErrorQuestion): Errors {
  const isClassification = folds.at(0)?.predictions.kind !== 'entities';
  const counts = (model: string) => of === null || of === model;
  return isClassification
    ? { kind: 'classification', errors: listNotes(folds, counts) }
    : { kind: 'entities', errors: listSentences(folds, counts) };
}

type Counts = (model: string) => boolean;

function listNotes(folds: readonly ModelOnFold[], counts: Counts): NoteError[] {
  const examples = new Map<string, NoteError & { answers: NoteAnswer[] }>();
  for (const { model, fold, predictions } of folds) {
    if (predictions.kind === 'entities') continue;
    predictions.notes.forEach((note, place) => {
      const { id, groupId } = note;
      const example = atPlace(examples, { fold, place }, () => ({
        ...{ fold, place, id, groupId },
        truth: truthOf(predictions, place),
        answers: [],
      }));
      if (example.id !== id) return;
      example.answers.push(
        predictions.kind === 'classification'
          ? answerOf(model, predictions, place)
          : answerOfLabels(model, predictions, place),
      );
    });
  }
  return rank<NoteAnswer, NoteError>([...examples.values()], {
    counts,
    isWrong: ({ isRight }) => !isRight,
    badness: ({ probabilityOfTruth }) => -Math.log(Math.max(probabilityOfTruth, Number.MIN_VALUE)),
    combine: (values) => values.reduce((sum, each) => sum + each, 0) / values.length,
  });
}

function truthOf(predictions: ClassPredictions | LabelSetPredictions, place: number): string {
  return predictions.kind === 'classification'
    ? predictions.classes[predictions.notes[place].truth]
    : joinLabels(predictions.labels, predictions.notes[place].truth);
}

/** Of the note at a place that may have several labels: its whole set is right or wrong. */
function answerOfLabels(
  model: string,
  { labels, thresholds, notes }: LabelSetPredictions,
  place: number,
): NoteAnswer {
  const { logits, truth } = notes[place];
  const given = givenLabels(logits, thresholds);
  // Labels are judged each by itself: a set is as likely as all of its answers together.
  const probabilityOfSet = (set: readonly number[]) =>
    logits.reduce(
      (product, logit, label) => product * sigmoidOf(set.includes(label) ? logit : -logit),
      1,
    );
  return {
    model,
    given: joinLabels(labels, given),
    probabilityOfGiven: probabilityOfSet(given),
    probabilityOfTruth: probabilityOfSet(truth),
    isRight: isSameSet(given, truth),
  };
}

/** Of the note at a place. */
function answerOf(model: string, { classes, notes }: ClassPredictions, place: number): NoteAnswer {
  const { logits, truth } = notes[place];
  const given = likeliestClass(logits);
  return {
    model,
    given: classes[given],
    probabilityOfGiven: probabilityOf(logits, given),
    probabilityOfTruth: probabilityOf(logits, truth),
    isRight: given === truth,
  };
}

function listSentences(folds: readonly ModelOnFold[], counts: Counts): SentenceError[] {
  const examples = new Map<string, SentenceError & { answers: SentenceAnswer[] }>();
  for (const { model, fold, predictions } of folds) {
    if (predictions.kind !== 'entities') continue;
    predictions.sentences.forEach((sentence, place) => {
      const { id, groupId, truth } = sentence;
      const example = atPlace(examples, { fold, place }, () => ({
        ...{ fold, place, id, groupId },
        trueEntities: truth.length,
        answers: [],
      }));
      if (example.id === id) example.answers.push(countAnswer(model, sentence));
    });
  }
  const errorsOf = ({ wrong, missed, invented }: SentenceAnswer) => wrong + missed + invented;
  return rank<SentenceAnswer, SentenceError>([...examples.values()], {
    counts,
    isWrong: (answer) => errorsOf(answer) > 0,
    badness: errorsOf,
    combine: (values) => values.reduce((sum, each) => sum + each, 0),
  });
}

function countAnswer(
  model: string,
  { truth, predicted }: EntityPredictions['sentences'][number],
): SentenceAnswer {
  const { correct, incorrect, missed, spurious } = countSpanMatches(truth, predicted, 'strict');
  return { model, right: correct, wrong: incorrect, missed, invented: spurious };
}

function atPlace<Value>(
  examples: Map<string, Value>,
  { fold, place }: ExamplePlace,
  make: () => Value,
): Value {
  const key = `${fold}/${place}`;
  const known = examples.get(key);
  if (known !== undefined) return known;
  const made = make();
  examples.set(key, made);
  return made;
}

interface Ranking<Answer> {
  readonly counts: Counts;
  readonly isWrong: (answer: Answer) => boolean;
  readonly badness: (answer: Answer) => number;
  readonly combine: (values: readonly number[]) => number;
}

function rank<
  Answer extends { readonly model: string },
  Each extends ExamplePlace & { readonly answers: readonly Answer[] },
>(examples: readonly Each[], { counts, isWrong, badness, combine }: Ranking<Answer>): Each[] {
  return examples
    .flatMap((example) => {
      const counted = example.answers.filter(({ model }) => counts(model));
      if (!counted.some(isWrong)) return [];
      return [{ example, badness: combine(counted.map(badness)) }];
    })
    .sort(
      (a, b) =>
        b.badness - a.badness ||
        a.example.fold - b.example.fold ||
        a.example.place - b.example.place,
    )
    .map(({ example }) => example);
}
