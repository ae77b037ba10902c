import type {
  FoldPredictions,
  PredictedSentence,
  ScoredWordSpan,
} from '#core/domain/predictions.ts';
import type { Metric } from '#core/domain/run.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { evaluateEntities } from '#core/evaluation/entities/evaluate-entities.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import { evaluateClassification } from '#core/evaluation/metrics/evaluate-classification.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { believeWords } from '#core/training/believe-words.ts';
import { outsideTag, valuesOfWords, type SentenceWindow } from '#core/training/encode-sentences.ts';
import { readTaggedWords, tagWords } from '#core/training/read-tagged-words.ts';

/** The figures of a test fold, and what they can be derived from anew. */
export interface Judgement {
  readonly metrics: readonly Metric[];
  readonly predictions: FoldPredictions;
}

/** Judges the notes of a fold. `logits` are those of each note's one position. */
export function judgeNotes(
  notes: readonly LabelledNote[],
  logits: readonly (readonly ArrayLike<number>[])[],
  classes: readonly string[],
): Judgement {
  return {
    metrics: evaluateClassification(
      notes.map(({ label }) => label),
      logits.map(([ofNote]) => classes[likeliestClass(ofNote)]),
      classes,
    ),
    predictions: {
      kind: 'classification',
      classes,
      notes: notes.map(({ id, groupId, label }, index) => ({
        id,
        groupId,
        truth: classes.indexOf(label),
        logits: Array.from(logits[index][0]),
      })),
    },
  };
}

interface AskedSentence {
  readonly sentence: TaggedSentence;
  readonly windows: readonly SentenceWindow[];
}

/** Judges the sentences of a fold. `logits` are those of all their windows, in order. */
export function judgeSentences(
  asked: readonly AskedSentence[],
  logits: readonly (readonly Float32Array[])[],
  tags: readonly string[],
): Judgement {
  let next = 0;
  const read = asked.map(({ sentence, windows }) => {
    const ofWindows = logits.slice(next, next + windows.length);
    next += windows.length;
    const ofWords = valuesOfWords(sentence.words.length, windows, ofWindows);
    return {
      sentence,
      words: tagWords(ofWords, tags),
      beliefs: believeWords(ofWords, tags, sentence.tags),
    };
  });
  return {
    metrics: evaluateEntities(
      read.map(({ sentence }) => sentence.tags),
      read.map(({ words }) => words.map(({ tag }) => tag)),
    ),
    predictions: {
      kind: 'entities',
      sentences: read.map(({ sentence, words, beliefs }) => ({
        ...describeSentence(sentence, readTaggedWords(words)),
        beliefs,
      })),
    },
  };
}

/** Judges the sentences of a fold in which entities were found otherwise than word by word. */
export function judgeSpans(
  found: readonly {
    readonly sentence: TaggedSentence;
    /** Without overlap. */
    readonly predicted: readonly ScoredWordSpan[];
  }[],
): Judgement {
  return {
    metrics: evaluateEntities(
      found.map(({ sentence }) => sentence.tags),
      found.map(({ sentence, predicted }) => tagsOfSpans(sentence.words.length, predicted)),
    ),
    predictions: {
      kind: 'entities',
      sentences: found.map(({ sentence, predicted }) => describeSentence(sentence, predicted)),
    },
  };
}

function tagsOfSpans(wordCount: number, spans: readonly ScoredWordSpan[]): string[] {
  const tags = Array.from({ length: wordCount }, () => outsideTag);
  for (const { start, end, type } of spans) {
    tags.fill(`I-${type}`, start, end);
    tags[start] = `B-${type}`;
  }
  return tags;
}

function describeSentence(
  { id, groupId, words, tags }: TaggedSentence,
  predicted: readonly ScoredWordSpan[],
): PredictedSentence {
  return { id, groupId, wordCount: words.length, truth: readEntities(tags), predicted };
}
