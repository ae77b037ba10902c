import { AnamnesisError } from '#core/base/error.ts';
import { findScreeningRule } from '#core/library/find-screening-rule.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { fillParameters } from '#core/library/model-state.ts';
import { loadModel } from '#core/library/stored-model.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { predictClasses, type TextClassifier } from './predict-classes.ts';
import type { Prediction } from './prediction.ts';
import { findMentions } from './predict-mentions.ts';
import { readingOf } from './reading-of.ts';

/** A model that is loaded and answers. */
export interface LoadedPredictor {
  /** What it says of each text, in their order. */
  readonly predict: (texts: readonly string[]) => Promise<Prediction[]>;
  /** What explanations ask; null for a model that finds entities. */
  readonly classifier: TextClassifier | null;
  readonly dispose: () => Promise<void>;
}

/** From which probability on a label is given, of models that say nothing of it. */
const usualThreshold = 0.5;

/** No weight is changed: the optimiser is never asked. */
const noUpdates = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };

/**
 * Loads a fine-tuned model of the workspace onto an engine.
 * @throws model.no-classifier, blob.*, runtime.*
 */
export async function openPredictor(
  workspace: Workspace,
  stored: StoredModel,
  runtime: Runtime,
): Promise<LoadedPredictor> {
  const record = readModelRecord(stored);
  const { head, labels } = record;
  const isClassifier = head !== null && head.kind !== 'masked-language-model';
  if (!isClassifier || labels === null) {
    throw new AnamnesisError('model.no-classifier', {
      expected: 'a model that was fine-tuned on labels',
      found:
        labels === null && isClassifier ? 'one whose classes have no names' : 'one that was not',
      remedy:
        'Choose one that a study fine-tuned: set "finalModel": true in a task of its plan and run it.',
      place: stored.name,
    });
  }
  const model = await loadModel(workspace, stored);
  const session = await runtime.open({
    encoder: record.encoder,
    head,
    optimiser: noUpdates,
    dropoutRate: 0,
  });
  await session.writeParameters((parameters) => {
    fillParameters(parameters, model, 0);
  });
  const { tokenizer } = model;
  const reading = readingOf(record);
  const rule = findScreeningRule(workspace, stored);
  const thresholds =
    record.problemType === 'multi_label_classification'
      ? (reading.thresholds ?? labels.map(() => usualThreshold))
      : null;
  const classifier =
    head.kind === 'sequence-classification'
      ? { tokenizer, classes: labels, reading, session, rule, thresholds }
      : null;
  return {
    predict: (texts) =>
      classifier === null
        ? findMentions({ tokenizer, tags: labels, reading, session }, texts)
        : predictClasses(classifier, texts),
    classifier,
    dispose: () => session.dispose(),
  };
}
