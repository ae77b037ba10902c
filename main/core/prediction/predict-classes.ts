import { likeliestClass, probabilityOf, sigmoidOf } from '#core/domain/class-probabilities.ts';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { classAnswers, encodeNotes } from '#core/training/encode-notes.ts';
import { countUnread } from '#core/training/note-readings.ts';
import { poolLabels, poolNotes } from '#core/training/pool-windows.ts';
import type { Predictor } from '#core/training/ports.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import { applyScreeningRule } from './apply-screening-rule.ts';
import type { ClassPrediction, LabelSetPrediction } from './prediction.ts';

export interface TextClassifier {
  readonly tokenizer: Tokenizer;
  readonly classes: readonly string[];
  readonly reading: TextReading;
  readonly session: Predictor;
  /** [classes] of a model that judges each by itself, from which probability on it is given; else null. */
  readonly thresholds: readonly number[] | null;
  readonly rule: ScreeningRule | null;
}

/** Logits of each text, [texts × classes]: of long ones pooled over what is read of them. */
export async function classifyTexts(
  { tokenizer, classes, reading, session, thresholds }: Omit<TextClassifier, 'rule'>,
  texts: readonly string[],
): Promise<number[][]> {
  const { longNotes, maxTokens, positive } = reading;
  const notes = texts.map((text) => ({ id: '', text, label: '', groupId: null }));
  const { windows } = encodeNotes(notes, tokenizer, {
    ...{ maxTokens, reading: longNotes },
    answersOf: classAnswers(classes),
  });
  const logits = await predictLogits(session, windows.flat(), {
    paddingId: tokenizer.special.padding,
  });
  if (thresholds !== null) return poolLabels(windows, logits, longNotes);
  return poolNotes(windows, logits, { longNotes, positive: positive ?? 0 });
}

/** What a classifier makes of the logits of a text: the probability of each class. */
export function probabilitiesOf(
  { classes, thresholds }: Pick<TextClassifier, 'classes' | 'thresholds'>,
  logits: readonly number[],
): number[] {
  return classes.map((_, index) =>
    thresholds === null ? probabilityOf(logits, index) : sigmoidOf(logits[index]),
  );
}

/** The class of each text, or its labels, in their order. */
export async function predictClasses(
  classifier: TextClassifier,
  texts: readonly string[],
): Promise<(ClassPrediction | LabelSetPrediction)[]> {
  const { tokenizer, classes, reading, rule, thresholds } = classifier;
  const { longNotes, maxTokens } = reading;
  const pooled = await classifyTexts(classifier, texts);
  return pooled.map((ofNote, index) => {
    const tokenCount = tokenizer.encode(texts[index]).ids.length;
    const unreadShare = countUnread(tokenCount, maxTokens - 2, longNotes) / Math.max(1, tokenCount);
    const probabilities = probabilitiesOf(classifier, ofNote);
    if (thresholds !== null) {
      const labels = classes.map((name, label) => ({
        ...{ name, probability: probabilities[label], threshold: thresholds[label] },
        isGiven: probabilities[label] >= thresholds[label],
      }));
      return { kind: 'multi-label', labels, unreadShare };
    }
    const said = classes.map((name, each) => ({ name, probability: probabilities[each] }));
    return {
      kind: 'classification',
      classes: said,
      chosen: classes[likeliestClass(ofNote)],
      unreadShare,
      screening: rule && applyScreeningRule(rule, said),
    };
  });
}
