import { AnamnesisError } from '#core/base/error.ts';
import { joinLabels, probabilityOf, sigmoidOf } from '#core/domain/class-probabilities.ts';
import type {
  ClassPredictions,
  EntityPredictions,
  LabelSetPredictions,
  WordSpan,
} from '#core/domain/predictions.ts';
import type { Span } from '#core/domain/text.ts';
import type { FoldScores } from '#core/report/fold-scores.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findLabels, findNote, findSentence } from '#core/study/results/find-example.ts';
import { say } from '#core/wording/say.ts';
import type { TestedExampleView } from '../contract/scores.ts';

/** Longer texts are cut for the window. */
const maxTextUnits = 200_000;

export interface AskedExample {
  readonly studyId: string;
  readonly task: string;
  /** 0-based, in the order in which the fold was tested. */
  readonly place: number;
  /** What each model said of the fold. */
  readonly ofFold: readonly FoldScores[];
  readonly showModel: (name: string) => string;
}

/** A tested example with its text, its labels and what each model said of it. @throws record.missing */
export function viewExample(workspace: Workspace, asked: AskedExample): TestedExampleView {
  const { ofFold, place } = asked;
  const first = ofFold.find(({ predictions }) => countOf(predictions) > place);
  if (first === undefined) {
    throw new AnamnesisError('record.missing', {
      expected: say('scores', 'testedExample'),
      found: say('scores', 'none'),
      remedy: say('scores', 'lookAnew'),
    });
  }
  const onFold = { ...asked, fold: first.fold };
  switch (first.predictions.kind) {
    case 'classification':
      return viewNote(workspace, onFold, first.predictions);
    case 'multi-label':
      return viewLabels(workspace, onFold, first.predictions);
    case 'entities':
      return viewSentence(workspace, onFold, first.predictions);
  }
}

function countOf(predictions: FoldScores['predictions']): number {
  return predictions.kind === 'entities' ? predictions.sentences.length : predictions.notes.length;
}

type OnFold = AskedExample & { readonly fold: number };

function viewNote(
  workspace: Workspace,
  asked: OnFold,
  { classes, notes }: ClassPredictions,
): TestedExampleView {
  const { fold, place, ofFold, showModel } = asked;
  const { id, groupId, truth } = notes[place];
  const label = classes[truth];
  const { example, alike } = findNote(workspace, asked, { id, groupId, label });
  return {
    ...{ fold, place, id, groupId, alike, truth: label, spans: [] },
    ...cut(example.text),
    models: ofFold.flatMap(({ model, predictions }) => {
      if (predictions.kind !== 'classification') return [];
      const note = predictions.notes.at(place);
      if (note?.id !== id) return [];
      const ofClasses = predictions.classes.map((name, index) => ({
        name,
        probability: probabilityOf(note.logits, index),
      }));
      return [
        {
          model: showModel(model),
          classes: ofClasses.sort((a, b) => b.probability - a.probability),
          spans: [],
        },
      ];
    }),
  };
}

/** Of a note that may have several labels, the probability of each by itself. */
function viewLabels(
  workspace: Workspace,
  asked: OnFold,
  { labels, notes }: LabelSetPredictions,
): TestedExampleView {
  const { fold, place, ofFold, showModel } = asked;
  const { id, groupId, truth } = notes[place];
  const { example, alike } = findLabels(workspace, asked, {
    ...{ id, groupId },
    labels: truth.map((label) => labels[label]),
  });
  return {
    ...{ fold, place, id, groupId, alike, truth: joinLabels(labels, truth), spans: [] },
    ...cut(example.text),
    models: ofFold.flatMap(({ model, predictions }) => {
      if (predictions.kind !== 'multi-label') return [];
      const note = predictions.notes.at(place);
      if (note?.id !== id) return [];
      const classes = predictions.labels.map((name, index) => ({
        name,
        probability: sigmoidOf(note.logits[index]),
      }));
      return [
        {
          model: showModel(model),
          classes: classes.sort((a, b) => b.probability - a.probability),
          spans: [],
        },
      ];
    }),
  };
}

function viewSentence(
  workspace: Workspace,
  asked: OnFold,
  { sentences }: EntityPredictions,
): TestedExampleView {
  const { fold, place, ofFold, showModel } = asked;
  const { id, groupId, truth } = sentences[place];
  const { example, alike } = findSentence(workspace, asked, sentences[place]);
  const { words } = example;
  return {
    ...{ fold, place, id, groupId, alike, truth: null },
    ...cut(example.text),
    spans: truth.map((span) => inText(span, words)),
    models: ofFold.flatMap(({ model, predictions }) => {
      if (predictions.kind !== 'entities') return [];
      const sentence = predictions.sentences.at(place);
      if (sentence?.id !== id) return [];
      const spans = sentence.predicted.map((span) => ({
        ...inText(span, words),
        score: span.score,
      }));
      return [{ model: showModel(model), classes: [], spans }];
    }),
  };
}

/** From words to UTF-16 units. */
function inText({ start, end, type }: WordSpan, words: readonly Span[]) {
  return { start: words[start].start, end: words[end - 1].end, type };
}

function cut(text: string) {
  return { text: text.slice(0, maxTextUnits), isCut: text.length > maxTextUnits };
}
