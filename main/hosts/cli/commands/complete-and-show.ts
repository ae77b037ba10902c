import type { KeptInsight } from '#core/domain/insight.ts';
import type { ExplainedDocument, ExplainedDocuments } from '#core/domain/note-explanation.ts';
import { completeExplanation } from '#core/insight/complete-explanation.ts';
import type { OrderSettings } from '#core/insight/explanation-order.ts';
import { summariseTerms } from '#core/insight/summarise-terms.ts';
import { describeExplanation } from '#core/report/describe-explanation.ts';
import { describeTermSummaries } from '#core/report/describe-terms.ts';
import { drawExplanations } from '#core/report/html/explanation-picture.ts';
import { writeExplanationsCsv } from '#core/report/write-explanations-csv.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { openModelGradients } from '#hosts/composition/open-model-gradients.ts';
import { advanceOnTerminal, isCompleted } from '../advance-until-stopped.ts';
import type { Output } from '../output.ts';

/** How explanations are written: for people, as a table of all words, as a picture of one note. */
export type ExplanationForm = 'text' | 'csv' | 'svg';

export interface Showing {
  readonly form: ExplanationForm;
  readonly output: Output;
}

/** Goes on with an explanation to its end, or to where it is stopped, and says whether it was. */
export async function completeAndShow(
  workspace: Workspace,
  insight: KeptInsight,
  to: Showing & { readonly keep: boolean; readonly signal: AbortSignal },
): Promise<boolean> {
  const { output, signal, keep, form } = to;
  const showsEach = form === 'text' && insight.finishedAtMs === null;
  const completed = await isCompleted(async () => {
    const explained = await completeExplanation(workspace, insight, {
      openRuntime: (engine) => openEngine(engine, 'float32'),
      openGradients: openModelGradients,
      advance: advanceOnTerminal(output, signal),
      onExplained: (document) => {
        if (showsEach) describeDocument(document, output);
      },
    });
    for (const id of explained.wordless) output.message(`${id}: no word to explain, left out`);
    if (showsEach) showTerms(insight.seed, explained.documents, output);
    else showExplanation(insight, explained, to);
    if (keep) output.message(`kept: anamnesis insight show ${insight.id}`);
  });
  if (!completed && keep) {
    output.message(`stopped; go on by: anamnesis insight resume ${insight.id}`);
  }
  return !completed;
}

/** Words of notes stand in it. */
export function showExplanation(
  { settings, seed }: Pick<KeptInsight, 'settings' | 'seed'>,
  { documents }: ExplainedDocuments,
  { form, output }: Showing,
): void {
  if (form === 'csv') {
    process.stdout.write(writeExplanationsCsv(documents));
    return;
  }
  if (form === 'svg') {
    const [method] = (settings as OrderSettings).methods;
    const [first] = documents;
    process.stdout.write(drawExplanations(first.explanations, method));
    return;
  }
  for (const document of documents) describeDocument(document, output);
  showTerms(seed, documents, output);
}

/** Of several notes whether models look at terms, beside each other. */
function showTerms(seed: number, documents: readonly ExplainedDocument[], output: Output): void {
  const summaries = documents.length > 1 ? summariseTerms(documents, seed) : [];
  if (summaries.length > 0) output.result(describeTermSummaries(summaries), { terms: summaries });
}

function describeDocument({ id, explanations }: ExplainedDocument, output: Output): void {
  const said = explanations.map(describeExplanation).join('\n\n');
  output.result(`${id}\n${said}\n`, { id, explanations });
}
