import { likeliestClass, probabilityOf } from '#core/domain/class-probabilities.ts';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { encodeNotes } from '#core/training/encode-notes.ts';
import { countUnread } from '#core/training/note-readings.ts';
import { poolNotes } from '#core/training/pool-windows.ts';
import type { Predictor } from '#core/training/ports.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import { applyScreeningRule } from './apply-screening-rule.ts';
import type { ClassPrediction } from './prediction.ts';

export interface TextClassifier {
  readonly tokenizer: Tokenizer;
  readonly classes: readonly string[];
  readonly reading: TextReading;
  readonly session: Predictor;
  readonly rule: ScreeningRule | null;
}

/** Logits of each text, [texts × classes]: of long ones pooled over what is read of them. */
export async function classifyTexts(
  { tokenizer, classes, reading, session }: Omit<TextClassifier, 'rule'>,
  texts: readonly string[],
): Promise<number[][]> {
  const { longNotes, maxTokens, positive } = reading;
  const notes = texts.map((text) => ({ id: '', text, label: '', groupId: null }));
  const { windows } = encodeNotes(notes, tokenizer, { maxTokens, classes, reading: longNotes });
  const logits = await predictLogits(session, windows.flat(), {
    paddingId: tokenizer.special.padding,
  });
  return poolNotes(windows, logits, { longNotes, positive: positive ?? 0 });
}

/** The class of each text, in their order. */
export async function predictClasses(
  classifier: TextClassifier,
  texts: readonly string[],
): Promise<ClassPrediction[]> {
  const { tokenizer, classes, reading, rule } = classifier;
  const { longNotes, maxTokens } = reading;
  const pooled = await classifyTexts(classifier, texts);
  return pooled.map((ofNote, index): ClassPrediction => {
    const tokenCount = tokenizer.encode(texts[index]).ids.length;
    const said = classes.map((name, each) => ({ name, probability: probabilityOf(ofNote, each) }));
    return {
      kind: 'classification',
      classes: said,
      chosen: classes[likeliestClass(ofNote)],
      unreadShare: countUnread(tokenCount, maxTokens - 2, longNotes) / Math.max(1, tokenCount),
      screening: rule && applyScreeningRule(rule, said),
    };
  });
}
