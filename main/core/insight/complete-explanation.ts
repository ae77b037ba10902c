import type { Advance } from '#core/base/advance.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import { rememberPart } from '#core/base/remember.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import type {
  ExplainedDocument,
  ExplainedDocuments,
  NoteExplanation,
} from '#core/domain/note-explanation.ts';
import type { PathGradients } from '#core/domain/path-gradients.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { explainNote, type NamedClassifier } from './explain-note.ts';
import { readOrder } from './explanation-order.ts';
import { rememberIn } from './remember-in.ts';
import { requireSame } from './require-same.ts';
import { SharedAdvance } from './share-advance.ts';

export interface CompletingPorts {
  /** @throws engine.* */
  readonly openRuntime: (engine: string) => Promise<Runtime>;
  /** Null for a model that says no class of texts. */
  readonly openGradients: (
    workspace: Workspace,
    stored: StoredModel,
  ) => Promise<PathGradients | null>;
  readonly advance: Advance;
  /** Hears of each note that was explained, before the next begins. */
  readonly onExplained?: (document: ExplainedDocument) => void;
}

/**
 * Explains what was ordered, from where it was left, and keeps the result; of one that has ended
 * gives what was kept. Notes without a word are left out, unless there is one note alone.
 * @throws explanation.*, insight.other-model, record.missing, blob.*, runtime.*; RunStopped, through
 * `advance`
 */
export async function completeExplanation(
  workspace: Workspace,
  insight: KeptInsight,
  { openRuntime, openGradients, advance, onExplained }: CompletingPorts,
): Promise<ExplainedDocuments> {
  const { insights } = workspace;
  if (insight.finishedAtMs !== null) return insights.result(insight.id) as ExplainedDocuments;
  const { engine, settings, notes } = readOrder(workspace, insight);
  const opened: { dispose(): Promise<void> }[] = [];
  try {
    const runtime = await openRuntime(engine);
    const classifiers: NamedClassifier[] = [];
    for (const model of insight.models) {
      const stored = requireSame(workspace, model);
      const predictor = await openPredictor(workspace, stored, runtime);
      opened.push(predictor);
      const { classifier } = predictor;
      if (classifier === null) continue;
      const gradients = settings.methods.includes('integrated-gradients')
        ? await openGradients(workspace, stored)
        : null;
      if (gradients !== null) opened.push(gradients);
      classifiers.push({ name: model.name, classifier, gradients });
    }
    let isWorking = false;
    const remember = rememberIn(insights, insight.id, () => (isWorking = true));
    // What was done before goes by in no time: told, it would make the time left too short.
    const told: Advance = (...far) => (isWorking ? advance(...far) : Promise.resolve());
    const shared = new SharedAdvance(told, 'explaining', notes.length * classifiers.length);
    const documents: ExplainedDocument[] = [];
    const wordless: string[] = [];
    for (const [place, { id, group, text }] of notes.entries()) {
      const explanations: NoteExplanation[] = [];
      try {
        for (const [index, classifier] of classifiers.entries()) {
          explanations.push(
            await shared.part(1, (ofPart) =>
              explainNote(classifier, text, settings, {
                advance: ofPart,
                remember: rememberPart(remember, `note ${place} model ${index}`),
              }),
            ),
          );
        }
        documents.push({ id, group, explanations });
        onExplained?.({ id, explanations });
      } catch (error) {
        // The other notes have words; of a single one it is the answer.
        if (notes.length === 1 || !isAnamnesisError(error, 'explanation.no-words')) throw error;
        wordless.push(id);
      }
    }
    const result = { documents, wordless };
    insights.finish(insight.id, result);
    return result;
  } finally {
    for (const each of opened) await each.dispose();
  }
}
